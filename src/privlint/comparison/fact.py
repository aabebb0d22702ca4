"""The facts of a register as they are compared: each under a key that no layout changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Hashable

    from privlint.difference import How
    from privlint.where import Where


class Delta(Record):
    """A fact that is new, gone or other, in words."""

    what: str
    how: How
    message: str
    old: Where | None
    new: Where | None


class Told(Record):
    """What is told under a key, and where."""

    value: Hashable
    text: str
    """The value in words."""
    where: Where


class Placed(Protocol):
    """Whatever stands somewhere in a register."""

    @property
    def where(self) -> Where:
        """Its place."""
        ...


def how(old: object | None, new: object | None) -> How:
    """Tell which side is missing; where none is, it is other than it was."""
    if old is None:
        return "new"
    return "gone" if new is None else "other"


def places(old: Placed | None, new: Placed | None) -> tuple[Where | None, Where | None]:
    """Return where both sides stand."""
    return None if old is None else old.where, None if new is None else new.where
