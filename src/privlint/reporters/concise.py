"""The format `concise`: one line a finding, `path:line:column: code message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.reporters.layout import Layout, printable
from privlint.reporters.summary import failure, summary

if TYPE_CHECKING:
    from privlint.finding import Finding
    from privlint.report import Report


def render(report: Report, layout: Layout) -> str:
    """Return one line for each finding and for each rule that failed, and the summary."""
    lines = [_line(finding, layout) for finding in report.findings]
    lines += [f"{printable(path)}: {failure(crash, layout)}" for path, crash in report.crashes]
    return "\n".join([*lines, summary(report)]) + "\n"


def _line(finding: Finding, layout: Layout) -> str:
    place = f"{printable(finding.path)}:{finding.span.start_line}:{finding.span.start_column}"
    code = layout.paint(finding.card.code, STYLES[finding.severity.word])
    return f"{layout.paint(place, 'bold')}: {code} {printable(finding.message)}"


STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
