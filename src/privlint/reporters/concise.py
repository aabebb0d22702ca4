"""The format `concise`: one line a finding, `path:line:column: code message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.reporters.answers import answer
from privlint.reporters.codes import STYLES, code
from privlint.reporters.plain_data import told
from privlint.reporters.summary import failure, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.finding import Finding
    from privlint.report import Report
    from privlint.reporters.layout import Layout


def render(report: Report, layout: Layout) -> str:
    """Return one line for each finding and for each rule that failed, and the summary."""
    return "".join(pieces(report, layout))


def pieces(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the report line by line: there may be hundreds of thousands."""
    if layout.shows_statistics:
        # Only who asks for the table pays for it.
        from privlint.reporters.statistics import table  # noqa: PLC0415

        yield from (f"{line}\n" for line in table(report.findings, layout))
    else:
        found = told(report, suppressed=layout.shows_suppressed)
        yield from (f"{_line(finding, layout)}\n" for finding in found)
    lines = [f"{_name(path)}: {failure(crash, layout)}" for path, crash in report.crashes]
    if not layout.is_quiet:
        lines.append(summary(report, layout))
    yield from (f"{line}\n" for line in lines)


def _line(finding: Finding, layout: Layout) -> str:
    """Return the line; `[*]` marks what `--fix` mends."""
    place = f"{_name(finding.path)}:{finding.span.start_line}:{finding.span.start_column}"
    named = code(finding.card, layout, STYLES[finding.severity])
    mark = " [*]" if finding.fix is not None else ""
    why = ""
    if finding.suppression is not None:
        why = f" [{layout.words.say('suppressed')}: {answer(finding.suppression, layout.words)}]"
    return f"{layout.paint(place, 'bold')}: {named}{mark} {printable(finding.message)}{why}"


def _name(path: str) -> str:
    """Return the path of a file; what starts a line with two colons commands a pipeline."""
    return f"./{printable(path)}" if path.startswith("::") else printable(path)
