"""What the statement is as a text: its date, its language, its wording (Art. 12(1) GDPR)."""
