"""How long data are kept (Art. 5(1)(e), 13(2)(a) GDPR)."""
