"""Contradictions inside one register (Art. 5(1)(a), 12(1) GDPR)."""
