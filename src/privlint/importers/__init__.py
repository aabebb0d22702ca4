"""What others know of a statement becomes a register: each source a pure function from bytes."""

from privlint.importers.contract import Imported, Left, RefusedError
from privlint.importers.table import SOURCES, importer

__all__ = ["SOURCES", "Imported", "Left", "RefusedError", "importer"]
