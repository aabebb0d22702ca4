"""Policy-as-code for privacy statements: a register in YAML, judged under the GDPR."""
