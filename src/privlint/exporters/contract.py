"""What every export takes and gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from privlint.record import Record

if TYPE_CHECKING:
    from privlint.knowledge.facts import Facts
    from privlint.register import Register
    from privlint.where import Where


class Subject(Record):
    """A register, with what is known on the day as of which it is read."""

    register: Register
    facts: Facts
    path: str
    """What the register is called."""


class Wish(Record):
    """How a target is written."""

    format: str
    layout: str | None = None
    """Whose form it follows, for a target that has several."""
    lang: str | None = None
    """The language of what people read, as in ISO 639-1."""


class Loss(Record):
    """A fact that the target cannot hold, or a word that had to stand in for one."""

    where: Where
    message: str


class Exported(Record):
    """What came of an export."""

    content: bytes
    losses: tuple[Loss, ...] = ()
    notes: tuple[str, ...] = ()
    """What is told of the whole, a line each."""


class MissingLibraryError(Exception):
    """A library that only one format needs, and that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        """Name what needs it, and the extra that brings it."""
        super().__init__(
            f"{what} needs a package that is not installed: pip install 'privlint[{extra}]'"
        )


class Target(Protocol):
    """The module of a target."""

    FORMATS: tuple[str, ...]
    """How it can be written; the first is the usual one."""
    LAYOUTS: tuple[str, ...]
    """Whose forms it can follow; the first is the usual one, and often there is none."""
    LANGUAGES: tuple[str, ...]
    """In which languages, as in ISO 639-1; the first is the usual one, and often there is none."""

    def export(self, subject: Subject, wish: Wish) -> Exported:
        """Write a register for the target."""
        ...
