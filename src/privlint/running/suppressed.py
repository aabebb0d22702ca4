"""List what is ignored and accepted in a run, wherever that is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.source.document import FILE_START
from privlint.suppression.ignores import BASELINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.running.accounts import Judged
    from privlint.suppression.allowance import Allowance
    from privlint.suppression.baseline import Entry
    from privlint.suppression.ignores import Ignore, Named, Use

_USED, _UNUSED, _NOT_ASKED = "used", "unused", "not asked"


class Suppressed(Record):
    """One rule of an ignore, or one entry of a baseline."""

    kind: str
    path: str
    line: int
    code: str
    """The rule as it is named there."""
    at: str
    """The register and the place that an entry of a baseline is about."""
    reason: str
    owner: str | None
    until: date | None
    state: str
    """`used`, `unused`, `not asked`, `expired`, `no reason`, or `no rule` for one that cannot be
    ignored."""
    findings: int


def listing(judged: Sequence[Judged]) -> list[Suppressed]:
    """Return what is written in comments, configurations and baselines, sorted by place."""
    rows = [*_ignores(judged), *_entries(judged)]
    return sorted(rows, key=lambda row: (row.path, row.line, row.code, row.at))


def _ignores(judged: Sequence[Judged]) -> Iterable[Suppressed]:
    uses: dict[tuple[Ignore, Named], list[Use]] = {}
    for each in judged:
        for use in each.checked.settled.uses:
            uses.setdefault((use.ignore, use.rule), []).append(use)
    for (ignore, rule), found in uses.items():
        count = sum(use.findings for use in found)
        counts = any(use.code for use in found)
        state = found[0].state if found[0].state != "in force" else "no rule"
        if counts:
            could = any(use.could for use in found)
            state = _USED if count else _UNUSED if could else _NOT_ASKED
        yield Suppressed(
            ignore.kind,
            ignore.path,
            rule.span.start_line,
            rule.text,
            "",
            ignore.reason,
            ignore.owner,
            ignore.until,
            state,
            count,
        )


def _entries(judged: Sequence[Judged]) -> Iterable[Suppressed]:
    for base in {id(b): b for b in (each.allowance.baseline for each in judged)}.values():
        if base is None:
            continue
        spans = base.spans()
        same = [each for each in judged if each.allowance.baseline is base]
        found = {e.key: n for each in same for e, n in each.checked.settled.entries}
        for entry in base.entries:
            count = found.get(entry.key)
            yield Suppressed(
                BASELINE,
                base.shown,
                spans.get(entry, FILE_START).start_line,
                entry.code,
                f"{entry.register}: {entry.at or 'the top'}",
                entry.reason,
                entry.owner,
                entry.until,
                _state(entry, count, same[0].allowance),
                min(count or 0, entry.count),
            )


def _state(entry: Entry, found: int | None, allowance: Allowance) -> str:
    if not entry.reason:
        return "no reason"
    if not entry.holds(allowance.day):
        return "expired"
    if entry.code in allowance.mandatory:
        return "no rule"
    if found is None:
        return _NOT_ASKED
    return _USED if found else _UNUSED
