"""How often each rule found something: a table in place of the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.reporters.codes import STYLES, code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.finding import Finding
    from privlint.reporters.layout import Layout
    from privlint.rule import Card, Severity


class _Count(Record):
    card: Card
    number: int
    worst: Severity
    fixable: int


def table(findings: Iterable[Finding], layout: Layout) -> list[str]:
    """Return a line a rule: how many, how grave, code and name; the gravest and most first.

    `[*]` marks a rule of which a finding can be mended with `--fix`.
    """
    counted = sorted(_counts(findings), key=lambda one: (-one.worst, -one.number, one.card.code))
    width = max((len(f"{one.number:,}") for one in counted), default=0)
    word = {one.card.code: layout.words.say(one.worst.word) for one in counted}
    wide = max((7, *map(len, word.values())))
    mark = " [*]" if any(one.fixable for one in counted) else ""
    return [
        f"{one.number:>{width},}  {word[one.card.code]:<{wide}}  "
        f"{code(one.card, layout, STYLES[one.worst])}"
        f"{mark if one.fixable else ' ' * len(mark)}  {one.card.name}"
        for one in counted
    ]


def _counts(findings: Iterable[Finding]) -> list[_Count]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.card.code, []).append(finding)
    return [
        _Count(
            same[0].card,
            len(same),
            max(finding.severity for finding in same),
            sum(finding.fix is not None for finding in same),
        )
        for same in found.values()
    ]
