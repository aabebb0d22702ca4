"""Direct marketing (Art. 21(2)-(4) GDPR, Art. 13 ePrivacy Directive)."""
