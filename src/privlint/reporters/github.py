"""The format `github`: commands to the runner of GitHub Actions, which shows them as annotations.

The runner obeys every line that starts with two colons, so nothing that was read may break a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.reporters.layout import Layout
from privlint.reporters.summary import failure, summary
from privlint.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from privlint.finding import Finding
    from privlint.report import Crash, Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, layout: Layout) -> str:
    """Return a command for each finding and each rule that failed, and the summary for the log."""
    return "".join(pieces(report, layout))


def pieces(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the report line by line: there may be hundreds of thousands."""
    yield from (f"{_finding(finding)}\n" for finding in report.findings)
    lines = [_crash(path, crash, layout) for path, crash in report.crashes]
    if not layout.is_quiet:
        lines.append(summary(report, layout))
    yield from (f"{line}\n" for line in lines)


def _finding(finding: Finding) -> str:
    card, span = finding.card, finding.span
    properties: dict[str, object] = {
        "file": finding.path,
        "line": span.start_line,
        "endLine": span.end_line,
        "col": span.start_column,
    }
    if span.start_line == span.end_line:
        properties["endColumn"] = span.end_column
    properties["title"] = f"{card.code} {card.name}"
    law = f" ({', '.join(finding.law)})" if finding.law else ""
    text = [f"{finding.message}{law}", card.remedy]
    return _command(_COMMANDS[finding.severity], properties, text)


def _crash(path: str, crash: Crash, layout: Layout) -> str:
    title = f"{crash.card.code} {crash.card.name}"
    return _command(
        "error", {"file": path, "title": title}, [failure(crash, Layout(words=layout.words))]
    )


def _command(name: str, properties: Mapping[str, object], text: list[str]) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{'%0A'.join(_data(line) for line in text)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
