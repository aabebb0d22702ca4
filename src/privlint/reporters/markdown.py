"""The format `markdown`: tables for a pull request, or for the summary of a step.

Whatever was read is shown as text: it opens no cell, tag, link, code or mention.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from privlint.reporters.layout import Layout, printable
from privlint.reporters.summary import failure, summary
from privlint.rule import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.finding import Finding
    from privlint.report import Report
    from privlint.rule import Card

_SIGNS = re.compile(r"[&<>|`*_\[\]\\~!$]")
_CATCHY = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
"""Behind what makes a mention, a reference or a link even without brackets."""
_ZERO_WIDTH_SPACE = "&#8203;"


def render(report: Report, _: Layout) -> str:
    """Return the summary, a table for each file, and folded what the rules ask."""
    parts = ["## privlint", escaped(summary(report))]
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        parts += [f"### {escaped(path)}", _table(findings)]
    if report.crashes:
        failed = [
            f"- {escaped(path)}: {escaped(failure(crash, Layout()))}"
            for path, crash in report.crashes
        ]
        parts += ["### Rules that failed", "\n".join(failed)]
    cards = {finding.card.code: finding.card for finding in report.findings}
    if cards:
        told = "\n".join(_rule(cards[code]) for code in sorted(cards))
        parts.append(f"<details><summary>What these rules ask</summary>\n\n{told}\n\n</details>")
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Write a text so that Markdown and HTML show it, and do nothing else with it."""
    loose = _CATCHY.split(printable(text))
    return _ZERO_WIDTH_SPACE.join(_SIGNS.sub(_entity, part) for part in loose)


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"


def _table(findings: Iterable[Finding]) -> str:
    head = ("line", "severity", "rule", "finding", "law")
    rows = [head, ["---"] * len(head), *map(_cells, findings)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(finding: Finding) -> Iterator[str]:
    yield str(finding.span.start_line)
    is_question = finding.certainty == Certainty.ASK
    yield f"{finding.severity.word}{' (a question)' if is_question else ''}"
    yield escaped(finding.card.code)
    yield escaped(finding.message)
    yield escaped(", ".join(finding.law))


def _rule(card: Card) -> str:
    law = f" ({', '.join(card.law)})" if card.law else ""
    told = escaped(f"{card.title}{law}. {card.remedy}")
    return f"- **{escaped(card.code)}** {escaped(card.name)}: {told}"
