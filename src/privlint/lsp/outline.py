"""A register as an editor sees it: what is key and what is value, where, and inside of what.

The reader of `privlint.source` stops at the first fault, and a buffer in which somebody types is
faulty most of the time. An outline is read by indentation, and goes on; where the reader reads a
register too, both tell the same places.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.where import Where


class Kind(Enum):
    """What a value is made of."""

    EMPTY = "empty"
    SCALAR = "scalar"
    MAPPING = "mapping"
    LIST = "list"


class Value:
    """A value: its characters from `start` up to `end`, and what it holds."""

    __slots__ = ("column", "end", "is_flow", "is_plain", "kind", "parts", "start", "text")

    def __init__(self, start: int) -> None:
        """Make an empty value at an offset."""
        self.kind = Kind.EMPTY
        self.start = self.end = start
        self.text = ""
        """What a scalar says."""
        self.parts: list[Entry] = []
        """What a mapping or a list holds."""
        self.column: int | None = None
        """The column of a scalar that begins a line of its own, or an item."""
        self.is_flow = False
        """Whether it is written in brackets."""
        self.is_plain = False
        """Whether it is a scalar without quotes."""

    def entry(self, key: str | int) -> Entry | None:
        """Return the entry of a key or position."""
        return next((entry for entry in self.parts if entry.key == key), None)


class Entry:
    """A key of a mapping, or a position in a list, with its value."""

    __slots__ = ("end", "is_loose", "key", "start", "value")

    def __init__(self, key: str | int, start: int, end: int, value: Value) -> None:
        """Take a key and its characters; those of an item are those where it begins."""
        self.key = key
        self.start = start
        self.end = end
        self.value = value
        self.is_loose = False
        """Whether it is a word in a mapping that has no colon yet."""


class Spot(Record):
    """What is written at an offset."""

    where: Where
    entry: Entry
    is_key: bool

    @property
    def start(self) -> int:
        """Where the key or the scalar begins."""
        return self.entry.start if self.is_key else self.entry.value.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.entry.end if self.is_key else self.entry.value.end


def entries(root: Value, where: Where = ()) -> Iterator[tuple[Where, Entry]]:
    """Yield every entry with its place, in the order of the text."""
    for entry in root.parts:
        inside = (*where, entry.key)
        yield inside, entry
        yield from entries(entry.value, inside)


def find(root: Value, where: Where) -> Value | None:
    """Return the value at a place, if it is written."""
    value = root
    for step in where:
        entry = value.entry(step)
        if entry is None:
            return None
        value = entry.value
    return value


def spot(root: Value, offset: int) -> Spot | None:
    """Return the key or the scalar at an offset; its end counts too."""
    value = root
    where: Where = ()
    while True:
        inside = _holding(value, offset)
        if inside is None:
            return None
        where = (*where, inside.key)
        if isinstance(inside.key, str) and inside.start <= offset <= inside.end:
            return Spot(where, inside, is_key=True)
        value = inside.value
        if value.kind is Kind.SCALAR:
            return Spot(where, inside, is_key=False)


def _holding(value: Value, offset: int) -> Entry | None:
    for entry in value.parts:
        if isinstance(entry.key, str) and entry.start <= offset <= entry.end:
            return entry
        if entry.value.start <= offset <= entry.value.end:
            return entry
    return None
