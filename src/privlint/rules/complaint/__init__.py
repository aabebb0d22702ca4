"""The right to complain to an authority (Art. 13(2)(d), 77 GDPR)."""
