"""What every import takes and gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from privlint.record import Record

if TYPE_CHECKING:
    from privlint.knowledge.facts import Facts
    from privlint.source.document import Document, Span
    from privlint.where import Where


class Left(Record):
    """A part of the source that a register cannot hold, or that was dropped on purpose."""

    where: Where
    message: str


class Imported(Record):
    """What came of an import: the data of a register of the right shape."""

    data: dict[str, Any]
    document: Document
    """The source as read: it knows on which lines things stand."""
    left: tuple[Left, ...] = ()


class RefusedError(Exception):
    """A source that is not what it is said to be: what is wrong, and where."""

    def __init__(self, message: str, span: Span) -> None:
        """Hold what to tell."""
        super().__init__(message)
        self.message = message
        self.span = span


class Importer(Protocol):
    """The module of a source."""

    def read(self, source: bytes, facts: Facts) -> Imported:
        """Read a document of the source. Raises `RefusedError`."""
        ...
