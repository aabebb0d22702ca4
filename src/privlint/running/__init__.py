"""A run over many files: finding them, reading them, and one report of them all."""
