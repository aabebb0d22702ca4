"""What a record is before it has a format: a cover and tables, of cells that hold lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from datetime import date


class Line(Record):
    """One thing that a cell says, on a line of its own."""

    text: str
    is_gap: bool = False
    """Whether it only says that nothing is stated."""


Cell = tuple[Line, ...]


class Table(Record):
    """Rows of cells under a head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Sheet(Record):
    """A whole record."""

    title: str
    remark: str
    """What a reader has to know of it."""
    day: date
    """As of which it is drawn up."""
    cover: Table
    activities: Table
    """A row an activity; its first cell is what the activity is called."""
    recipients: Table

    @property
    def tables(self) -> tuple[Table, ...]:
        """All of it, in the order in which it is read."""
        return (self.cover, self.activities, self.recipients)


def lines(*texts: str) -> Cell:
    """Make a cell of texts."""
    return tuple(map(Line, texts))
