"""Who the controller is and how to reach it (Art. 13(1)(a) GDPR)."""
