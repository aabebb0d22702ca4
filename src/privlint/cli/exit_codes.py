"""The exit codes, the same for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.rule import Certainty

if TYPE_CHECKING:
    from privlint.report import Report
    from privlint.rule import Severity

CLEAN = 0
FOUND = 1
"""Findings at or above the gate."""
USAGE = 2
"""A wrong option or configuration; click's own code for it."""
NO_INPUTS = 3
"""No path was given, and nothing was found in the usual places."""
UNCHECKED = 4
"""One input or more could not be checked."""
FAILED = 5
"""A rule, or privlint itself, failed."""
INTERRUPTED = 130


def exit_code(report: Report, gate: Severity | None) -> int:
    """Return the exit code of a report; without a gate, findings of the law do not count."""
    if report.crashes:
        return FAILED
    if report.unchecked:
        return UNCHECKED
    if gate is None:
        return CLEAN
    # A question is for a person to answer: it fails no build, whatever the gate.
    told = (finding for finding in report.findings if finding.certainty != Certainty.ASK)
    return FOUND if any(finding.severity >= gate for finding in told) else CLEAN
