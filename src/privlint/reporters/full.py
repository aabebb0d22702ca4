"""The format `full`: each finding with its lines, a caret, the articles and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.postponing import postponed
from privlint.reporters.answers import answer
from privlint.reporters.certainties import SAID
from privlint.reporters.codes import STYLES, code
from privlint.reporters.plain_data import told
from privlint.reporters.snippet import window
from privlint.reporters.summary import failure, summary
from privlint.rule import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.finding import Finding
    from privlint.report import Input, Report
    from privlint.reporters.layout import Layout, Words
    from privlint.source.document import LineTable, Span

_FAINT = "blue"
_LEAST_SNIPPET = 20
_MOST_PLACES = 4


def render(report: Report, layout: Layout) -> str:
    """Return every finding with its snippet, the failures of rules, and the summary."""
    return "".join(pieces(report, layout))


def pieces(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the report block by block: there may be hundreds of thousands."""
    is_first = True
    for block in _blocks(report, layout):
        yield block if is_first else f"\n{block}"
        is_first = False


def _blocks(report: Report, layout: Layout) -> Iterator[str]:
    inputs = {asked.path: asked for asked in (*report.inputs, *report.beside)}
    if not layout.shows_statistics:
        for finding in told(report, suppressed=layout.shows_suppressed):
            lines = _finding(finding, inputs[finding.path], layout)
            yield "".join(f"{line}\n" for line in lines)
    elif report.findings:
        # Only who asks for the table pays for it.
        from privlint.reporters.statistics import table  # noqa: PLC0415

        yield "".join(f"{line}\n" for line in table(report.findings, layout))
    for path, crash in report.crashes:
        yield f"{failure(crash, layout)}\n--> {printable(path)}\n"
    if not layout.is_quiet:
        yield f"{_wrapped(summary(report, layout), layout.width, '')}\n"


def _finding(finding: Finding, asked: Input, layout: Layout) -> Iterator[str]:
    yield _heading(finding, layout)
    gutter = len(str(max([finding.span.start_line, *(p.span.start_line for p in finding.related)])))
    yield from _snippet(finding.path, finding.span, asked.lines, layout, gutter, "^")
    for place in finding.related[:_MOST_PLACES]:
        yield from _snippet(finding.path, place.span, asked.lines, layout, gutter, "-", place.label)
    more = len(finding.related) - _MOST_PLACES
    if more > 0:
        told = layout.words.count("and {n} more place", "and {n} more places", more)
        yield f"{' ' * gutter} {told}"
    for name, value in _notes(finding, layout.words):
        lead = " " * gutter + " = "
        note = _wrapped(f"{lead}{name}: {value}", layout.width, " " * (len(lead) + len(name) + 2))
        yield note.replace(lead, " " * gutter + layout.paint(" = ", _FAINT), 1)


def _heading(finding: Finding, layout: Layout) -> str:
    word, style = layout.words.say(finding.severity.word), STYLES[finding.severity]
    label = f"{word}[{finding.card.code}]"
    state = "" if finding.suppression is None else f" ({layout.words.say('suppressed')})"
    text = _wrapped(f"{label}{state}: {printable(finding.message)}", layout.width, "  ")
    shown = layout.paint(f"{word}[", style) + code(finding.card, layout, style)
    return shown + layout.paint("]", style) + layout.paint(text.removeprefix(label), "bold")


def _notes(finding: Finding, words: Words) -> Iterator[tuple[str, str]]:
    say = words.say
    if finding.suppression is not None:
        yield say("suppressed"), answer(finding.suppression, words)
    yield say("rule"), finding.card.name
    if finding.law:
        yield say("law"), printable(", ".join(finding.law))
    if finding.certainty is not Certainty.CERTAIN:
        yield say("certainty"), say(SAID[finding.certainty])
    yield say("remedy"), printable(finding.card.remedy)
    if finding.fix is not None:
        yield say("fix"), printable(finding.fix.title)


def _snippet(  # noqa: PLR0913, PLR0917 - a place, how to draw it, and what to call it
    path: str,
    span: Span,
    lines: LineTable | None,
    layout: Layout,
    gutter: int,
    mark: str,
    label: str = "",
) -> Iterator[str]:
    bar = layout.paint(f"{' ' * gutter} |", _FAINT)
    arrow = layout.paint(f"{' ' * gutter}-->", _FAINT)
    yield f"{arrow} {printable(path)}:{span.start_line}:{span.start_column}"
    if lines is None:
        return
    width = max(layout.width - gutter - 3, _LEAST_SNIPPET)
    line, start, length = window(lines, span, width)
    number = layout.paint(f"{span.start_line:>{gutter}} |", _FAINT)
    caret = layout.paint(mark * length, "bold red" if mark == "^" else _FAINT)
    yield bar
    yield f"{number} {line}".rstrip()
    label = printable(label)
    if start + length + 1 + len(label) <= width:
        yield f"{bar} {' ' * start}{caret} {label}".rstrip()
    else:
        yield f"{bar} {' ' * start}{caret}"
        yield from (f"{bar} {part}" for part in _wrapped(label, width, "").splitlines())


def _wrapped(text: str, width: int, indent: str) -> str:
    if len(text) <= width and text.isprintable():
        return text.rstrip()
    # A clean register has one line to tell; and of its patterns one is asked.
    with postponed():
        import textwrap  # noqa: PLC0415

    return textwrap.fill(
        text,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
        initial_indent="",
        replace_whitespace=False,
    )
