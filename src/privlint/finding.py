"""A finding: a flag with its card, its file and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.knowledge.facts import Facts
    from privlint.rule import Card, Certainty, Flag, Severity
    from privlint.source.document import Document, Span
    from privlint.where import Where


class Place(Record):
    """A further place of a finding, with what it is."""

    span: Span
    label: str


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
    return [
        Finding(
            path=path,
            span=document.locate(flag.where, key=flag.at_key),
            card=card,
            message=flag.message,
            where=flag.where,
            severity=min(card.severity, flag.severity or card.severity),
            certainty=min(card.certainty, flag.certainty or card.certainty),
            related=tuple(
                Place(document.locate(other.where), other.label) for other in flag.related
            ),
            law=card.law if facts is None else facts.citable(card.law),
        )
        for card, flag in raised
    ]


def fault(
    path: str, card: Card, message: str, span: Span, related: tuple[Place, ...] = ()
) -> Finding:
    """Make a finding about an input as a whole, or about a place in it that is no part of data."""
    return Finding(path, span, card, message, (), card.severity, card.certainty, related)
