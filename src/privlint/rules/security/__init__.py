"""What the statement says of the security of the data (Art. 32 GDPR)."""
