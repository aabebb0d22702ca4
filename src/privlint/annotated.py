"""Texts with notes: how one field of free text holds several facts, and gives them back.

`kept as long as needed [from: delivery] [of: name, address]` is readable to people, and divides
again into what was put together. Brackets and backslashes inside a part are marked by a backslash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

_PART = r"(?:[^\[\]\\]|\\[\[\]\\])*?"
_NOTE = re.compile(rf" \[([a-z0-9 ]+): ({_PART})\]", re.DOTALL)
_WHOLE = re.compile(rf"({_PART})((?: \[[a-z0-9 ]+: {_PART}\])*)", re.DOTALL)
_MARKED = re.compile(r"\\([\[\]\\])")
_TO_MARK = re.compile(r"([\[\]\\])")


class Text(Record):
    """A text, and the notes that follow it."""

    main: str
    notes: tuple[tuple[str, str], ...] = ()

    def note(self, key: str) -> str | None:
        """Return the first note of a key."""
        return next(iter(self.all(key)), None)

    def all(self, key: str) -> list[str]:
        """Return every note of a key."""
        return [value for name, value in self.notes if name == key]


def annotated(main: str, notes: Iterable[tuple[str, str | None]]) -> str:
    """Write a text and its notes; a note of nothing is left out."""
    told = "".join(f" [{key}: {_marked(value)}]" for key, value in notes if value)
    return _marked(main) + told


def divided(text: str) -> Text:
    """Divide what `annotated` wrote; any other text is taken as it is."""
    whole = _WHOLE.fullmatch(text)
    if whole is None:
        return Text(text)
    notes = tuple((key, _bare(value)) for key, value in _NOTE.findall(whole[2]))
    return Text(_bare(whole[1]), notes)


def _marked(text: str) -> str:
    return _TO_MARK.sub(r"\\\1", text)


def _bare(text: str) -> str:
    return _MARKED.sub(r"\1", text)
