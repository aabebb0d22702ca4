"""The sentence at the end: what was checked, what needs a person, what could not be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.report import Unasked
from privlint.reporters.answers import BASELINE
from privlint.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.report import Crash, Input, Report
    from privlint.reporters.layout import Layout, Words

_FEW = 3


def summary(report: Report, layout: Layout) -> str:
    """Say what came of a run; a run without findings is never called lawful."""
    words = layout.words
    checked = [asked for asked in report.inputs if asked.is_checked]
    parts = [_checked(checked, report, words), _found(report, words), *_answered(report, words)]
    if n := report.fixable:
        parts.append(words.say("{n} can be mended with --fix", n=words.number(n)))
    if n := len(report.unchecked):
        parts.append(
            words.count("{n} input could not be checked", "{n} inputs could not be checked", n)
        )
    parts += _left_open(checked, report, words)
    return "; ".join(parts) + "."


def failure(crash: Crash, layout: Layout) -> str:
    """Name a rule that failed, and say how."""
    error = printable(f"{type(crash.error).__name__}: {crash.error}")
    failed = layout.paint(layout.words.say("failed"), "bold red")
    rule = layout.words.say("rule {code} ({name})", code=crash.card.code, name=crash.card.name)
    return f"{failed}: {rule}: {error}"


def _checked(checked: Sequence[Input], report: Report, words: Words) -> str:
    """Say how much was checked by how many rules, and by the law of which days."""
    said = words.say(
        "{registers} checked by {rules}",
        registers=words.count("{n} register", "{n} registers", len(checked)),
        rules=words.count("{n} rule", "{n} rules", report.rules_run),
    )
    days = sorted({asked.as_of.isoformat() for asked in checked if asked.as_of is not None})
    if not days:
        return said
    if len(days) > _FEW:
        return words.say("{checked} as of their own dates", checked=said)
    return words.say("{checked} as of {days}", checked=said, days=words.say(" and ").join(days))


def _found(report: Report, words: Words) -> str:
    if not report.findings:
        return words.say("nothing found, which does not make a statement lawful")
    errors, warnings, notes = (report.count(severity) for severity in reversed(Severity))
    counts = (
        words.count("{n} error", "{n} errors", errors) if errors else "",
        words.count("{n} warning", "{n} warnings", warnings) if warnings else "",
        words.count("{n} note", "{n} notes", notes) if notes else "",
    )
    found = ", ".join(filter(None, counts))
    if not report.questions:
        return found
    return words.say(
        "{found} ({n} of them for a person to decide)", found=found, n=report.questions
    )


def _answered(report: Report, words: Words) -> Iterator[str]:
    """Say what does not count: what is ignored, and what was accepted when there was more."""
    accepted = sum(
        finding.suppression is not None and finding.suppression.kind == BASELINE
        for finding in report.suppressed
    )
    ignored = len(report.suppressed) - accepted
    if ignored:
        yield words.say("{n} suppressed", n=words.number(ignored))
    if accepted:
        yield words.say("{n} in the baseline", n=words.number(accepted))


def _left_open(checked: Sequence[Input], report: Report, words: Words) -> Iterator[str]:
    """Say what was not asked, or not by the day that was wanted, and which rules failed."""
    if n := sum(asked.is_undated for asked in checked):
        yield words.count(
            "{n} statement without a date, judged as of today",
            "{n} statements without a date, judged as of today",
            n,
        )
    for why in Unasked:
        if n := sum(one.why is why for one in report.rules_not_run):
            yield f"{words.count('{n} rule', '{n} rules', n)} {words.say(why.value)}"
    if report.crashes:
        n = len({crash.card.code for _, crash in report.crashes})
        yield words.count("{n} rule failed", "{n} rules failed", n)
