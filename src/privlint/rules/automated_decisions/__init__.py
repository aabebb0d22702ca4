"""Automated decisions and profiling (Art. 13(2)(f), 22 GDPR)."""
