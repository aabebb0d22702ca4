"""A finding: a flag with its card, its file and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from privlint.source.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.rule import Card, Certainty, Flag, Severity
    from privlint.source.document import Document
    from privlint.where import Where


class Place(NamedTuple):
    """A further place of a finding, with what it is."""

    span: Span
    label: str


class Finding(NamedTuple):
    """What is wrong, where it is written, and by which rule."""

    path: str
    span: Span
    card: Card
    message: str
    where: Where
    severity: Severity
    certainty: Certainty
    related: tuple[Place, ...] = ()

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """What findings are sorted by: file, place, code, message."""
        return self.path, self.span, self.card.code, self.message


def locate(raised: Iterable[tuple[Card, Flag]], document: Document, path: str) -> list[Finding]:
    """Give each flag its lines: those of the thing named, or of its nearest ancestor."""
    return [
        Finding(
            path=path,
            span=document.locate(flag.where, key=flag.at_key),
            card=card,
            message=flag.message,
            where=flag.where,
            severity=min(card.severity, flag.severity or card.severity),
            certainty=min(card.certainty, flag.certainty or card.certainty),
            related=tuple(Place(document.locate(other.where), other.label) for other in flag.related),
        )
        for card, flag in raised
    ]
