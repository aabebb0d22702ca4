"""The text of a register that was imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.schema.shape import misshapen
from privlint.source.reader import read
from privlint.source.writer import write

if TYPE_CHECKING:
    from privlint.importers.contract import Imported

_HEAD = """\
# yaml-language-server: $schema=register.schema.json
# Imported from {source}. What such a document has no room for stands under `todo`:
# look it up in the statement, write it down, and take it off that list.
"""


def written(imported: Imported, source: str) -> str:
    """Return a register as YAML: what is read back from it is what was imported."""
    text = f"{_HEAD.format(source=source)}{write(imported.data)}"
    document = read(text.encode())
    if document.data != imported.data or misshapen(document):
        raise RuntimeError("what was imported cannot be read back")
    return text
