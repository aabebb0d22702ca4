"""Who receives the data (Art. 13(1)(e), 28 GDPR)."""
