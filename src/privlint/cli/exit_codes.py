"""The exit codes, the same for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.rule import Severity

if TYPE_CHECKING:
    from privlint.report import Report

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
TERMINATED = 143
"""SIGTERM has ended it: 128 and its number, as shells have it."""


class TerminatedError(BaseException):
    """SIGTERM has come. It is no `Exception`: no rule that fails can be the reason."""


class Gate(Record):
    """From when on findings fail a run."""

    least: Severity | None
    """Findings of this severity or graver do; `None`: no finding of the law does."""
    max_warnings: int | None = None
    """More warnings than this do."""
    is_open: bool = False
    """True: nothing that is found does."""


def exit_code(report: Report, gate: Gate) -> int:
    """Return the exit code of a report; what could not be checked passes no gate."""
    if report.crashes:
        return FAILED
    if report.unchecked:
        return UNCHECKED
    if gate.is_open:
        return CLEAN
    # A question is for a person to answer: it fails no build, whatever the gate.
    told = {severity: report.count(severity, only_answers=True) for severity in Severity}
    if gate.least is not None and any(told[one] for one in Severity if one >= gate.least):
        return FOUND
    is_over = gate.max_warnings is not None and told[Severity.WARNING] > gate.max_warnings
    return FOUND if is_over else CLEAN
