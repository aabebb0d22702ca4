"""Cookies and what else uses the visitor's device (Art. 5(3) ePrivacy Directive)."""
