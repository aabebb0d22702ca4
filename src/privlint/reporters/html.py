"""The format `html`: one page that holds all it needs, for a browser, a phone or a printer.

There is no script in it and nothing is fetched. What a register says is shown as text, whatever it
looks like.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from privlint import version
from privlint.escaping import in_html
from privlint.knowledge.facts import Knowledge
from privlint.reporters.address import address
from privlint.reporters.answers import answer
from privlint.reporters.certainties import SAID
from privlint.reporters.layout import Layout
from privlint.reporters.plain_data import fingerprinted
from privlint.reporters.snippet import window
from privlint.reporters.summary import failure, summary
from privlint.rule import Severity
from privlint.source.document import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from privlint.finding import Finding
    from privlint.knowledge.vocabulary import Source
    from privlint.report import Input, Report
    from privlint.source.document import LineTable

    Sources = Callable[[str], Source | None]
    """Finds what a citation points to, as `Facts.source` does."""
    Named = tuple[Finding, str]
    """A finding with its fingerprint, which is also its anchor."""

_PAGE = Path(__file__).parent / "report.html"
_WORDS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}
_TABLE_END = "</tbody></table>"
_WIDEST = 400
"""Characters of a line: more of it helps nobody to find the place."""


def render(report: Report, _: Layout) -> str:
    """Return the page: the summary, a table of the files, and a section for each."""
    sources = Knowledge.load().as_of(report.knowledge_checked).source
    found: dict[str, list[Named]] = defaultdict(list)
    for finding, fingerprint in fingerprinted(report):
        found[finding.path].append((finding, fingerprint))
    files = {asked.path: asked for asked in report.inputs}
    files |= {asked.path: asked for asked in report.beside if asked.path not in files}
    parts = [_overview([*files.values()], found)] if len(files) > 1 else []
    for number, asked in enumerate(files.values(), 1):
        parts += _section(number, asked, found[asked.path], sources)
    parts += _failures(report)
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        summary=in_html(summary(report)),
        content="\n".join(parts),
        home=version.HOME,
        version=version.VERSION,
        checked=report.knowledge_checked.isoformat(),
    )


def _overview(files: Sequence[Input], found: dict[str, list[Named]]) -> str:
    columns = [*_WORDS.values(), "suppressed"]
    head = "".join(f'<th scope="col">{name}</th>' for name in ("register", *columns))
    rows = [_overview_row(*numbered, found) for numbered in enumerate(files, 1)]
    caption = "<caption>What was found where</caption>"
    return "\n".join([f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>", *rows, _TABLE_END])


def _overview_row(number: int, asked: Input, found: dict[str, list[Named]]) -> str:
    counted, suppressed = _divided(found[asked.path])
    cells = [sum(one.severity is severity for one, _ in counted) for severity in _WORDS]
    state = "" if asked.is_checked else ' <b class="error word">not checked</b>'
    name = f'<th scope="row"><a href="#file-{number}">{in_html(asked.path)}</a>{state}</th>'
    return f"<tr>{name}{''.join(f'<td>{n:,}</td>' for n in (*cells, len(suppressed)))}</tr>"


def _section(number: int, asked: Input, found: Sequence[Named], sources: Sources) -> Iterator[str]:
    counted, suppressed = _divided(found)
    yield f'<section aria-labelledby="file-{number}">'
    yield f'<h2 id="file-{number}">{in_html(asked.path)}</h2>'
    if state := _state(asked, has_findings=bool(counted)):
        yield f'<p class="soft">{state}</p>'
    for named in counted:
        yield from _finding(*named, asked.lines, sources)
    if suppressed:
        yield f"<details><summary>{len(suppressed):,} suppressed</summary>"
        for named in suppressed:
            yield from _finding(*named, asked.lines, sources)
        yield "</details>"
    yield "</section>"


def _divided(found: Iterable[Named]) -> tuple[list[Named], list[Named]]:
    """Return what counts, and what somebody answers for."""
    divided: tuple[list[Named], list[Named]] = ([], [])
    for finding, fingerprint in found:
        divided[finding.suppression is not None].append((finding, fingerprint))
    return divided


def _state(asked: Input, *, has_findings: bool) -> str:
    if not asked.is_checked:
        return "Not checked: it could not be read, or does not have the shape of a register."
    day = f"Judged as of {asked.as_of.isoformat()}." if asked.as_of is not None else ""
    undated = " The statement bears no date." if asked.is_undated else ""
    nothing = "" if has_findings else " Nothing found, which does not make a statement lawful."
    return f"{day}{undated}{nothing}".strip()


def _finding(
    finding: Finding, fingerprint: str, lines: LineTable | None, sources: Sources
) -> Iterator[str]:
    word, target = finding.severity.word, address(finding.card)
    code = in_html(finding.card.code)
    code = f'<a href="{escape(target)}">{code}</a>' if target is not None else code
    yield f'<article id="finding-{fingerprint}" class="{word}">'
    yield f'<h3><span class="word">{word}</span> {code} {in_html(finding.message)}</h3>'
    yield _snippet(finding.span, lines, "")
    for place in finding.related:
        yield _snippet(place.span, lines, place.label)
    yield "<dl>"
    for name, told in _notes(finding, sources):
        yield f"<dt>{name}</dt><dd>{told}</dd>"
    yield "</dl>\n</article>"


def _notes(finding: Finding, sources: Sources) -> Iterator[tuple[str, str]]:
    """Yield what is told below a finding, as markup."""
    if finding.suppression is not None:
        yield "Suppressed", in_html(answer(finding.suppression))
    yield "Rule", in_html(finding.card.name)
    if finding.law:
        yield "Law", ", ".join(_law(citation, sources) for citation in finding.law)
    yield "Certainty", SAID[finding.certainty]
    yield "Remedy", in_html(finding.card.remedy)
    if finding.fix is not None:
        yield "Fix", in_html(finding.fix.title)


def _law(citation: str, sources: Sources) -> str:
    source = sources(citation)
    if source is None or not source.link:
        return in_html(citation)
    return f'<a href="{escape(source.link)}">{in_html(citation)}</a>'


def _snippet(span: Span, lines: LineTable | None, label: str) -> str:
    """Return a place with the lines around it, and what it is where it is a further one."""
    place = f"line {span.start_line}, column {span.start_column}"
    caption = f"{in_html(label)} ({place})" if label else place.capitalize()
    if lines is None:
        return f"<figure><figcaption>{caption}</figcaption></figure>"
    first = span.start_line
    rows = [(n, _line(n, lines)) for n in (first - 1, first + 1) if lines.line(n)]
    rows.append((first, _marked(span, lines)))
    told = "".join(f'<span class="row"><b>{n}</b>{text}</span>' for n, text in sorted(rows))
    return (
        f"<figure><figcaption>{caption}</figcaption>"
        f'<pre translate="no"><code>{told}</code></pre></figure>'
    )


def _line(number: int, lines: LineTable) -> str:
    return escape(window(lines, Span(number, 1, number, 1), _WIDEST)[0])


def _marked(span: Span, lines: LineTable) -> str:
    text, start, length = window(lines, span, _WIDEST)
    before, marked, after = text[:start], text[start : start + length], text[start + length :]
    return f"{escape(before)}<mark>{escape(marked) or '&nbsp;'}</mark>{escape(after)}"


def _failures(report: Report) -> Iterator[str]:
    if report.crashes:
        yield "<section>\n<h2>Rules that failed</h2>\n<ul>"
        for path, crash in report.crashes:
            yield f"<li>{in_html(path)}: {in_html(failure(crash, Layout()))}</li>"
        yield "</ul>\n</section>"
