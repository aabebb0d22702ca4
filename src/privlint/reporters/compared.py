"""What the formats of a comparison are made from: a register before and after, and its changes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from privlint.difference import Change
    from privlint.knowledge.vocabulary import Notice
    from privlint.source.document import Document

HEADINGS = {
    "yes": "People have to be told",
    "decide": "Somebody has to decide whether people are told",
    "no": "Nobody has to be told",
}
"""What becomes of changes, the weightiest first, by `Notice.tell`."""


class Side(Record):
    """A register as it was or is."""

    path: str
    document: Document


class Compared(Record):
    """One register before and after; a side is `None` where there is no such register."""

    old: Side | None
    new: Side | None
    changes: tuple[Change, ...]

    @property
    def name(self) -> str:
        """What it is called, by the newer side."""
        sides = [side.path for side in (self.new, self.old) if side is not None]
        return sides[0]

    @property
    def state(self) -> str:
        """What happened to the register as a whole, in a word or none."""
        if self.old is None:
            return "new"
        return "gone" if self.new is None else ""

    def by_notice(self) -> Iterator[tuple[str, list[tuple[Notice, list[Change]]]]]:
        """Yield the changes by what becomes of them, the weightiest first, and then by why."""
        for tell in HEADINGS:
            found: dict[str, tuple[Notice, list[Change]]] = {}
            for change in self.changes:
                if change.notice.tell == tell:
                    found.setdefault(change.notice.id, (change.notice, []))[1].append(change)
            if found:
                yield tell, [*found.values()]

    def place(self, change: Change) -> tuple[str, int, int]:
        """Return file, line and column of a change: in the new register, else in the old one."""
        side, where = (self.new, change.new) if change.new is not None else (self.old, change.old)
        if side is None or where is None:
            return self.name, 1, 1
        span = side.document.locate(where, key=bool(where) and isinstance(where[-1], str))
        return side.path, span.start_line, span.start_column


def counts(compared: Iterable[Compared]) -> dict[str, Any]:
    """Count the changes, and of how many people are told."""
    changes = [change for one in compared for change in one.changes]
    told: Counter[str] = Counter(change.notice.tell for change in changes)
    return {"changes": len(changes), "tell": {tell: told[tell] for tell in HEADINGS}}


def summary(compared: Sequence[Compared]) -> str:
    """Say how much has changed."""
    counted = counts(compared)
    number = counted["changes"]
    whole = [f"1 register is {one.state}" for one in compared if one.state]
    if not number and not whole:
        return "Nothing changed that the statement tells people."
    told = counted["tell"]
    parts = [f"{number} change{'' if number == 1 else 's'}", *whole]
    parts += [f"people have to be told of {told['yes']}"] if told["yes"] else []
    parts += [f"somebody has to decide on {told['decide']}"] if told["decide"] else []
    return "; ".join(parts) + "."


def reason(notice: Notice) -> str:
    """Say why people are told or not, and where that stands."""
    return f"{notice.why} ({', '.join(notice.law)})" if notice.law else notice.why
