"""What the terms of the register's vocabularies are called, in English."""

from privlint.exporters.statement.labels.table import LABELS, MONTHS, UNITS

__all__ = ["LABELS", "MONTHS", "UNITS"]
