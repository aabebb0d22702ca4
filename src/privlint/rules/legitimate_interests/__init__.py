"""Legitimate interests, and whether they are named (Art. 6(1)(f), 13(1)(d) GDPR)."""
