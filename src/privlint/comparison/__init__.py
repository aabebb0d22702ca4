"""Two registers held against each other by meaning."""

from privlint.comparison.compare import compare

__all__ = ["compare"]
