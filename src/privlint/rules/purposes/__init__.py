"""Why data are processed (Art. 5(1)(b), 13(1)(c) GDPR)."""
