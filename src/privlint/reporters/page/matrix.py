"""The matrix of shops and families: how much of what was found where, each count a link."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.reporters.page.markup import spoken, wide
from privlint.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.finding import Finding
    from privlint.report import Input

WORDS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}

_HEADING = """\
<h2 id="matrix">What was found where</h2>
<p class="soft">By severity, what counts; by family of rules, all that was found.</p>"""


def matrix(files: Sequence[tuple[Input, Sequence[Finding]]], families: Sequence[str]) -> str:
    """Return the table: a row for each file with what was found in it."""
    columns = ["register", *WORDS.values(), "suppressed", *map(spoken, families)]
    head = "".join(f'<th scope="col"><span>{in_html(name)}</span></th>' for name in columns)
    rows = [_row(n, *told, families) for n, told in enumerate(files, 1)]
    table = wide(
        "Matrix of what was found where",
        f'<table class="matrix" aria-labelledby="matrix"><thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{chr(10).join(rows)}\n</tbody></table>",
    )
    return f"{_HEADING}\n{table}"


def _row(number: int, asked: Input, found: Sequence[Finding], families: Sequence[str]) -> str:
    counted = Counter(one.severity for one in found if one.suppression is None)
    of_families = Counter(one.card.family for one in found)
    suppressed = sum(one.suppression is not None for one in found)
    state = "" if asked.is_checked else ' <b class="error word">not checked</b>'
    cells = [f'<th scope="row"><a href="#file-{number}">{in_html(asked.path)}</a>{state}</th>']
    cells += (_cell(severity.word, f"{counted[severity]:,}") for severity in WORDS)
    cells.append(_cell("suppressed", f"{suppressed:,}"))
    cells += (_of_family(number, family, of_families[family]) for family in families)
    return f'<tr data-file="{number}">{"".join(cells)}</tr>'


def _of_family(number: int, family: str, count: int) -> str:
    if not count:
        return '<td class="none">0</td>'
    link = f'<a href="#file-{number}-{in_html(family)}">{count:,}</a>'
    return f'<td data-is="family" data-counts="{in_html(family)}">{link}</td>'


def _cell(counts: str, content: str) -> str:
    return f'<td data-counts="{in_html(counts)}">{content}</td>'
