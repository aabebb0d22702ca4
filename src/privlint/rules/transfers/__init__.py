"""Where in the world the data go (Art. 13(1)(f), 44-49 GDPR)."""
