"""A finding: a flag with its card, its file and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.where import ByIds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from privlint.knowledge.facts import Facts
    from privlint.rule import Card, Certainty, Flag, Severity
    from privlint.source.document import Document, Span
    from privlint.where import Where


class Place(Record):
    """A further place of a finding, with what it is."""

    span: Span
    label: str


class Edit(Record):
    """A stretch of a register, in characters from its start, and the text that replaces it."""

    start: int
    end: int
    text: str
    span: Span
    """The same stretch in lines and columns."""


class Fix(Record):
    """What mends a finding without inventing a fact: its edits do not overlap."""

    title: str
    """What it does, in the imperative: "Write `email` instead of `emial`"."""
    edits: tuple[Edit, ...]


class Suppression(Record):
    """Why a finding is not counted: somebody answered for it."""

    kind: str
    """Where that is written: `comment`, `configuration` or `baseline`."""
    reason: str
    owner: str | None = None
    until: date | None = None
    """The last day on which it counts."""
    path: str = ""
    """The file in which it is written, as findings call it."""
    span: Span | None = None
    """Where it is written; `None` where that is not known."""


class Finding(Record):
    """What is wrong, where it is written, and by which rule."""

    path: str
    span: Span
    card: Card
    message: str
    where: Where
    severity: Severity
    certainty: Certainty
    related: tuple[Place, ...] = ()
    law: tuple[str, ...] = ()
    """What it rests on of the card's law: nothing that was published only after the day."""
    logical: str = ""
    """Its place by ids instead of positions: it lasts when lines move and entries are sorted."""
    fix: Fix | None = None
    suppression: Suppression | None = None

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """What findings are sorted by: file, place, code, message."""
        return self.path, self.span, self.card.code, self.message


def locate(
    raised: Iterable[tuple[Card, Flag]], document: Document, path: str, facts: Facts | None = None
) -> list[Finding]:
    """Give each flag its lines: those of the thing named, or of its nearest ancestor.

    With the facts of a day, its law is what could be cited on that day.
    """
    ids = ByIds(document.data)
    return [
        # By position, as there are tens of thousands: to name the fields costs half as much again.
        Finding(
            path,
            document.locate(flag.where, key=flag.at_key),
            card,
            flag.message,
            flag.where,
            card.severity if flag.severity is None else min(card.severity, flag.severity),
            card.certainty if flag.certainty is None else min(card.certainty, flag.certainty),
            tuple(Place(document.locate(other.where), other.label) for other in flag.related),
            card.law if facts is None else facts.citable(card.law),
            ids.name(flag.where),
            None if flag.instead is None else _spelling(flag, flag.instead, document),
        )
        for card, flag in raised
    ]


_NO_TEXT = frozenset({"true", "false", "null"})


def _spelling(flag: Flag, instead: str, document: Document) -> Fix | None:
    """Return the fix that writes a key or a scalar as it is meant, if it can stand there."""
    place = document.scalar(flag.where, key=flag.at_key)
    # Of the words that mean the same with quotes and without.
    is_plain = instead.isascii() and instead.replace("-", "_").isidentifier()
    if place is None or not is_plain or instead in _NO_TEXT or instead.startswith("-"):
        return None
    title = f"Write `{instead}` instead of `{document.text[slice(*place)]}`"
    return Fix(title, (Edit(*place, instead, document.lines.span(*place)),))


def fault(
    path: str, card: Card, message: str, span: Span, related: tuple[Place, ...] = ()
) -> Finding:
    """Make a finding about an input as a whole, or about a place in it that is no part of data."""
    return Finding(path, span, card, message, (), card.severity, card.certainty, related)
