"""The data protection officer (Art. 13(1)(b), 37-39 GDPR)."""
