"""Belgian law beside the GDPR (Act of 30 July 2018, Code of Economic Law)."""
