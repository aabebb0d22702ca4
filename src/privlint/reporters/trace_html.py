"""The trace as one page: the text beside the register, and a thread between them on a click.

The page holds all it needs; nothing is fetched, and what the register or the text say is escaped.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from privlint.escaping import printable

if TYPE_CHECKING:
    from privlint.reporters.layout import Layout
    from privlint.reporters.traced import Traced
    from privlint.tracing import Cited
    from privlint.where import Where

_PAGE = Path(__file__).parent / "trace.html"


def render(traced: Traced, _: Layout) -> str:
    """Return the page."""
    entries = {where: n for n, where in enumerate(_entries(traced))}
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        title=escape(printable(traced.path)),
        summary=escape(traced.summary()),
        passages="\n".join(_passage(cited, traced, entries) for cited in traced.trace.passages),
        lines="".join(_lines(traced, entries)),
    )


def _entries(traced: Traced) -> dict[Where, None]:
    """Return the entries that cite anything, each once, in the order of the text."""
    return {where: None for cited in traced.trace.passages for where in cited.entries}


def _passage(cited: Cited, traced: Traced, entries: dict[Where, int]) -> str:
    text = escape(printable(traced.trace.text.excerpt(cited.passage)))
    if cited.passage.is_heading:
        return f"<h3>{text}</h3>"
    kind = "cited" if cited.entries else "silent" if cited.is_without_facts else "uncited"
    numbers = " ".join(str(entries[where]) for where in cited.entries)
    focus = ' tabindex="0"' if cited.entries else ""
    note = {"silent": "states nothing about processing", "uncited": "cited by nothing"}.get(kind)
    label = f" <small>{note}</small>" if note else ""
    return f'<p class="{kind}" data-entries="{numbers}"{focus}>{text}{label}</p>'


def _lines(traced: Traced, entries: dict[Where, int]) -> list[str]:
    """Return the register line by line, each with the entry that it is nearest to."""
    source = traced.document.text.splitlines()
    nearest: list[int | None] = [None] * (len(source) + 1)
    # Shorter paths first, so that an entry inside another takes its own lines over.
    for where in sorted(entries, key=len):
        span = traced.document.extent(where)
        for number in range(span.start_line, span.end_line + 1):
            nearest[number] = entries[where]
    return [_line(number, line, nearest[number]) for number, line in enumerate(source, start=1)]


def _line(number: int, line: str, entry: int | None) -> str:
    link = "" if entry is None else f' data-entry="{entry}" tabindex="0"'
    return f'<span class="line"{link}><i>{number}</i>{escape(printable(line))}</span>'
