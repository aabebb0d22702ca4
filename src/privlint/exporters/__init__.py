"""What a register becomes elsewhere: each target a pure function from the register to bytes."""

from privlint.exporters.contract import (
    Exported,
    Loss,
    MissingLibraryError,
    Subject,
    Target,
    Wish,
)
from privlint.exporters.table import TARGETS, target

__all__ = [
    "TARGETS",
    "Exported",
    "Loss",
    "MissingLibraryError",
    "Subject",
    "Target",
    "Wish",
    "target",
]
