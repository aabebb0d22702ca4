"""The format `full`: each finding with its lines, a caret, the articles and the remedy."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from privlint.reporters.layout import Layout, printable
from privlint.reporters.summary import failure, summary
from privlint.rule import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.finding import Finding
    from privlint.report import Input, Report
    from privlint.source.document import LineTable, Span

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_DOUBTS = {
    Certainty.ASK: "a question: a person has to decide",
    Certainty.LIKELY: "likely: rests on what is known of others, or on a threshold",
}
_FAINT = "blue"
_LEAST_SNIPPET = 20
_MOST_PLACES = 4


def render(report: Report, layout: Layout) -> str:
    """Return every finding with its snippet, the failures of rules, and the summary."""
    inputs = {asked.path: asked for asked in (*report.inputs, *report.beside)}
    blocks = [
        "\n".join(_finding(finding, inputs[finding.path], layout)) for finding in report.findings
    ]
    blocks += [f"{failure(crash, layout)}\n--> {printable(path)}" for path, crash in report.crashes]
    blocks.append(_wrapped(summary(report), layout.width, ""))
    return "\n\n".join(blocks) + "\n"


def _finding(finding: Finding, asked: Input, layout: Layout) -> Iterator[str]:
    word = finding.severity.word
    label = f"{word}[{finding.card.code}]"
    text = _wrapped(f"{label}: {printable(finding.message)}", layout.width, "  ")
    yield layout.paint(label, _STYLES[word]) + layout.paint(text.removeprefix(label), "bold")
    gutter = len(str(max([finding.span.start_line, *(p.span.start_line for p in finding.related)])))
    yield from _snippet(finding.path, finding.span, asked.lines, layout, gutter, "^")
    for place in finding.related[:_MOST_PLACES]:
        yield from _snippet(finding.path, place.span, asked.lines, layout, gutter, "-", place.label)
    more = len(finding.related) - _MOST_PLACES
    if more > 0:
        yield f"{' ' * gutter} and {more} more place{'s' if more > 1 else ''}"
    for name, value in _notes(finding):
        lead = " " * gutter + " = "
        note = _wrapped(f"{lead}{name}: {value}", layout.width, " " * (len(lead) + len(name) + 2))
        yield note.replace(lead, " " * gutter + layout.paint(" = ", _FAINT), 1)


def _notes(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "rule", finding.card.name
    if finding.law:
        yield "law", ", ".join(finding.law)
    if finding.certainty in _DOUBTS:
        yield "certainty", _DOUBTS[finding.certainty]
    yield "remedy", finding.card.remedy


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
    line, start, length = _window(lines, span, width)
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


def _window(lines: LineTable, span: Span, width: int) -> tuple[str, int, int]:
    """Return the part of a line that fits, where its mark starts, and how long the mark is."""
    line = lines.line(span.start_line)
    start = span.start_column - 1
    end = span.end_column - 1 if span.end_line == span.start_line else len(line.rstrip())
    end = max(start, end)
    # A line can be a whole file long: what is farther away than the width is not looked at.
    before = printable(line[max(0, start - width) : start])
    marked = printable(line[start : min(end, start + width)])
    text = before + marked + printable(line[end : end + width])
    start = len(before)
    if start >= width * 3 // 4:
        cut = start - width // 4
        text, start = "..." + text[cut + 3 :], start - cut
    if len(text) > width:
        text = text[: width - 3] + "..."
    return text, start, max(1, min(len(marked), width - start))


def _wrapped(text: str, width: int, indent: str) -> str:
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
