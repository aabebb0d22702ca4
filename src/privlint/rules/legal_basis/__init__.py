"""On what legal basis (Art. 6, 13(1)(c) GDPR)."""
