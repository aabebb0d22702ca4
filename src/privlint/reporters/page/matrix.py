"""The matrix of shops and families: how much of what was found where, each count a link."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.reporters.layout import mark
from privlint.reporters.page.markup import spoken, wide
from privlint.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.finding import Finding
    from privlint.report import Input
    from privlint.reporters.layout import Words

WORDS = {
    Severity.ERROR: mark("errors"),
    Severity.WARNING: mark("warnings"),
    Severity.INFO: mark("notes"),
}

_HEADING = """\
<h2 id="matrix">{title}</h2>
<p class="soft">{told}</p>"""


def matrix(
    files: Sequence[tuple[Input, Sequence[Finding]]], families: Sequence[str], words: Words
) -> str:
    """Return the table: a row for each file with what was found in it."""
    say = words.say
    columns = [say("register"), *map(say, WORDS.values()), say("suppressed")]
    columns += (say(spoken(family)) for family in families)
    head = "".join(f'<th scope="col"><span>{in_html(name)}</span></th>' for name in columns)
    rows = [_row(n, *told, families, words) for n, told in enumerate(files, 1)]
    table = wide(
        say("Matrix of what was found where"),
        f'<table class="matrix" aria-labelledby="matrix"><thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{chr(10).join(rows)}\n</tbody></table>",
    )
    heading = _HEADING.format(
        title=say("What was found where"),
        told=say("By severity, what counts; by family of rules, all that was found."),
    )
    return f"{heading}\n{table}"


def _row(
    number: int, asked: Input, found: Sequence[Finding], families: Sequence[str], words: Words
) -> str:
    counted = Counter(one.severity for one in found if one.suppression is None)
    of_families = Counter(one.card.family for one in found)
    suppressed = sum(one.suppression is not None for one in found)
    unchecked = f' <b class="error word">{words.say("not checked")}</b>'
    state = "" if asked.is_checked else unchecked
    cells = [f'<th scope="row"><a href="#file-{number}">{in_html(asked.path)}</a>{state}</th>']
    cells += (_cell(severity.word, words.number(counted[severity])) for severity in WORDS)
    cells.append(_cell("suppressed", words.number(suppressed)))
    cells += (_of_family(number, family, of_families[family], words) for family in families)
    return f'<tr data-file="{number}">{"".join(cells)}</tr>'


def _of_family(number: int, family: str, count: int, words: Words) -> str:
    if not count:
        return '<td class="none">0</td>'
    link = f'<a href="#file-{number}-{in_html(family)}">{words.number(count)}</a>'
    return f'<td data-is="family" data-counts="{in_html(family)}">{link}</td>'


def _cell(counts: str, content: str) -> str:
    return f'<td data-counts="{in_html(counts)}">{content}</td>'
