"""The format `gitlab`: the code quality report that GitLab shows in a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.escaping import printable
from privlint.reporters.encoding import encoded
from privlint.reporters.layout import Layout
from privlint.reporters.plain_data import digest, fingerprinted
from privlint.reporters.summary import failure
from privlint.rule import Severity

if TYPE_CHECKING:
    from privlint.finding import Finding
    from privlint.report import Crash, Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, layout: Layout) -> str:
    """Return a JSON list of what counts, and of the rules that failed.

    GitLab compares the list with that of the target branch and shows what is new: it has no place
    for what somebody answers for.
    """
    issues = [
        _finding(finding, fingerprint)
        for finding, fingerprint in fingerprinted(report)
        if finding.suppression is None
    ]
    issues += [_crash(path, crash, layout) for path, crash in report.crashes]
    return encoded(issues)


def _finding(finding: Finding, fingerprint: str) -> dict[str, Any]:
    law = f" ({', '.join(finding.law)})" if finding.law else ""
    return {
        "description": printable(f"{finding.message}{law}"),
        "check_name": f"{finding.card.code} {finding.card.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.span.start_line}},
    }


def _crash(path: str, crash: Crash, layout: Layout) -> dict[str, Any]:
    return {
        "description": failure(crash, layout.replace(paint=Layout().paint)),
        "check_name": f"{crash.card.code} {crash.card.name}",
        "fingerprint": digest(f"failed\0{crash.card.code}\0{path}"),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }
