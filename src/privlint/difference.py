"""What changed from one register to another, by meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from privlint.record import Record

if TYPE_CHECKING:
    from privlint.knowledge.vocabulary import Notice
    from privlint.where import Where

How = Literal["new", "gone", "other", "longer", "shorter"]


class Change(Record):
    """One fact that is new, gone or other than it was."""

    what: str
    """The kind of fact: `purpose`, `retention`, `recipient` and so on."""
    how: How
    message: str
    old: Where | None
    """Where it stands in the old register; `None` where it is new."""
    new: Where | None
    """Where it stands in the new register; `None` where it is gone."""
    notice: Notice
    """Whether people are told of it, and why."""
