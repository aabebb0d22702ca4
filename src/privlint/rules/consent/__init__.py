"""Consent, and the way back from it (Art. 4(11), 7, 13(2)(c) GDPR)."""
