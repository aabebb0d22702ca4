"""The rights of the data subject (Art. 12, 13(2)(b), 15-22 GDPR)."""
