"""The sentence at the end: what was checked, what needs a person, what could not be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.report import Unasked
from privlint.reporters.answers import BASELINE
from privlint.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.report import Crash, Report
    from privlint.reporters.layout import Layout

_FEW = 3


def summary(report: Report) -> str:
    """Say what came of a run; a run without findings is never called lawful."""
    checked = [asked for asked in report.inputs if asked.is_checked]
    parts = [
        f"{_counted(len(checked), 'register')} checked by {_counted(report.rules_run, 'rule')}"
    ]
    days = sorted({asked.as_of.isoformat() for asked in checked if asked.as_of is not None})
    if days:
        parts[0] += f" as of {' and '.join(days) if len(days) <= _FEW else 'their own dates'}"
    parts += [_found(report), *_answered(report), *_fixable(report)]
    if report.unchecked:
        parts.append(f"{_counted(len(report.unchecked), 'input')} could not be checked")
    undated = sum(asked.is_undated for asked in checked)
    if undated:
        parts.append(f"{_counted(undated, 'statement')} without a date, judged as of today")
    for why in Unasked:
        silent = sum(one.why is why for one in report.rules_not_run)
        if silent:
            parts.append(f"{_counted(silent, 'rule')} {why.value}")
    if report.crashes:
        failed = {crash.card.code for _, crash in report.crashes}
        parts.append(f"{_counted(len(failed), 'rule')} failed")
    return "; ".join(parts) + "."


def failure(crash: Crash, layout: Layout) -> str:
    """Name a rule that failed, and say how."""
    error = printable(f"{type(crash.error).__name__}: {crash.error}")
    failed = layout.paint("failed", "bold red")
    return f"{failed}: rule {crash.card.code} ({crash.card.name}): {error}"


def _found(report: Report) -> str:
    if not report.findings:
        return "nothing found, which does not make a statement lawful"
    counts = [
        _counted(report.count(severity), word)
        for severity, word in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
        if report.count(severity)
    ]
    questions = report.questions
    asked = f" ({questions} of them for a person to decide)" if questions else ""
    return ", ".join(counts) + asked


def _answered(report: Report) -> Iterator[str]:
    """Say what does not count: what is ignored, and what was accepted when there was more."""
    accepted = sum(
        finding.suppression is not None and finding.suppression.kind == BASELINE
        for finding in report.suppressed
    )
    ignored = len(report.suppressed) - accepted
    if ignored:
        yield f"{ignored:,} suppressed"
    if accepted:
        yield f"{accepted:,} in the baseline"


def _fixable(report: Report) -> Iterator[str]:
    if report.fixable:
        yield f"{report.fixable:,} can be mended with --fix"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
