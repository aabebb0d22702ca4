"""The format `markdown`: tables for a pull request, or for the summary of a step.

Whatever was read is shown as text: it opens no cell, tag, link, code or mention. What is shown fits
into a comment on GitHub, however much was found.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from privlint.escaping import in_markdown, printable
from privlint.reporters.address import address
from privlint.reporters.answers import answer
from privlint.reporters.layout import Layout, mark
from privlint.reporters.plain_data import told
from privlint.reporters.summary import failure, summary
from privlint.rule import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from privlint.finding import Finding
    from privlint.report import Crash, Report
    from privlint.reporters.layout import Words
    from privlint.rule import Card

_LONGEST = 60_000
"""Characters of a page: a comment on GitHub has room for 65,536, the summary of a step for more."""
_RESERVED = 12_000
"""Characters of them that are kept for the summary, failures, and what the rules ask."""
_LONGEST_TEXT = 300
_MOST_CRASHES = 10

_COLUMNS = (mark("line"), mark("severity"), mark("rule"), mark("finding"), mark("law"))
_LEFT_OUT = mark(
    "**{n} more findings are not shown**, so that this fits into a comment; the graver ones are. "
    "The formats `full` and `json` have them all."
)
_FOLDED = "<details><summary>{}</summary>\n\n{}\n\n</details>"


def render(report: Report, layout: Layout) -> str:
    """Return the summary, a table for each file, and folded what the rules ask."""
    found = told(report, suppressed=layout.shows_suppressed)
    words = layout.words
    shown = _fitting(found, words)
    parts = ["## privlint", in_markdown(summary(report, layout))]
    for path, findings in groupby(shown, key=lambda finding: finding.path):
        parts += [_heading(path), _table(findings, words)]
    if len(shown) < len(found):
        parts.append(words.say(_LEFT_OUT, n=words.number(len(found) - len(shown))))
    if report.crashes:
        parts += [f"### {words.say('Rules that failed')}", _crashes(report.crashes, words)]
    cards = {finding.card.code: finding.card for finding in shown}
    room = _LONGEST - len("\n\n".join(parts))
    parts += _asked([cards[code] for code in sorted(cards)], room, words)
    return "\n\n".join(parts) + "\n"


def _fitting(found: Sequence[Finding], words: Words) -> Sequence[Finding]:
    """Return what there is room for, the graver first; in the order in which it came."""
    room = _LONGEST - _RESERVED
    taken: set[int] = set()
    paths: set[str] = set()
    for number, finding in sorted(enumerate(found), key=lambda pair: -pair[1].severity):
        room -= len(_row(_cells(finding, words))) + 1
        if finding.path not in paths:
            room -= len(_heading(finding.path)) + len(_head(words)) + 6
            paths.add(finding.path)
        if room < 0:
            break
        taken.add(number)
    return [finding for number, finding in enumerate(found) if number in taken]


def _heading(path: str) -> str:
    return f"### {_short(path)}"


def _table(findings: Iterable[Finding], words: Words) -> str:
    return "\n".join([_head(words), *(_row(_cells(finding, words)) for finding in findings)])


def _head(words: Words) -> str:
    return f"{_row(map(words.say, _COLUMNS))}\n{_row('---' for _ in _COLUMNS)}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(finding: Finding, words: Words) -> Iterator[str]:
    yield str(finding.span.start_line)
    is_question = finding.certainty == Certainty.ASK
    asks = f" ({words.say('a question')})" if is_question else ""
    yield f"{words.say(finding.severity.word)}{asks}"
    yield in_markdown(finding.card.code)
    why = "" if finding.suppression is None else _short(answer(finding.suppression, words))
    yield _short(finding.message) + (f" ({words.say('suppressed')}: {why})" if why else "")
    yield _short(", ".join(finding.law))


def _short(text: str) -> str:
    """Write a text escaped; a register can hold a value that is as long as the whole page."""
    shown = printable(text[: _LONGEST_TEXT + 1])
    return in_markdown(shown if len(shown) <= _LONGEST_TEXT else f"{shown[: _LONGEST_TEXT - 3]}...")


def _crashes(crashes: Sequence[tuple[str, Crash]], words: Words) -> str:
    lines = [
        f"- {_short(path)}: {_short(failure(crash, Layout(words=words)))}"
        for path, crash in crashes[:_MOST_CRASHES]
    ]
    more = len(crashes) - _MOST_CRASHES
    return "\n".join(
        [*lines, f"- {words.say('and {n} more', n=words.number(more))}"] if more > 0 else lines
    )


def _asked(cards: Iterable[Card], room: int, words: Words) -> Iterator[str]:
    """Yield what rules ask, folded, as far as there is room."""
    lines: list[str] = []
    asked = words.say("What these rules ask")
    room -= len(_FOLDED) + len(asked)
    for card in cards:
        room -= len(_rule(card)) + 1
        if room < 0:
            break
        lines.append(_rule(card))
    if lines:
        yield _FOLDED.format(asked, "\n".join(lines))


def _rule(card: Card) -> str:
    law = f" ({', '.join(card.law)})" if card.law else ""
    asked = _short(f"{card.title}{law}. {card.remedy}")
    target = address(card)
    named = f"[{in_markdown(card.code)}]({target})" if target else in_markdown(card.code)
    return f"- **{named}** {in_markdown(card.name)}: {asked}"
