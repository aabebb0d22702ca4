"""Make a baseline of what is found, bring it up to date, take out what is gone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from privlint import form
from privlint.record import Record
from privlint.suppression.baseline import Baseline, Entry, accepted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.finding import Finding
    from privlint.running.accounts import Judged


class Acceptance(Record):
    """Why findings are accepted, by whom, and until when."""

    reason: str
    owner: str | None = None
    until: date | None = None


def updated(base: Baseline, judged: Sequence[Judged], why: Acceptance) -> list[Entry]:
    """Return the entries that accept all that is found, and nothing that is not.

    What stands in the baseline keeps its reason; of registers that were not checked, and of rules
    that were not asked, nothing changes.
    """
    kept = {entry.key: entry for entry in pruned(base, judged)}
    for entry in accepted(_acceptable(judged), base):
        known = kept.get(entry.key)
        # An entry that no longer holds is decided anew; one that accepts too few accepts more.
        fresh = entry.replace(**why.as_dict())
        if known is not None and _holds(known, judged):
            fresh = known.replace(count=known.count + entry.count)
        kept[entry.key] = fresh
    return list(kept.values())


def pruned(base: Baseline, judged: Sequence[Judged]) -> list[Entry]:
    """Return the entries without those that accept more than is found."""
    found = {entry.key: count for each in judged for entry, count in each.checked.settled.entries}
    kept = []
    for entry in base.entries:
        count = min(entry.count, found.get(entry.key, entry.count))
        if count and base.is_there(entry):
            kept.append(entry.replace(count=count))
    return kept


def _acceptable(judged: Iterable[Judged]) -> Iterable[Finding]:
    for each in judged:
        for finding in each.checked.settled.findings:
            if finding.card.code not in form.UNHIDDEN | each.allowance.mandatory:
                yield finding


def _holds(entry: Entry, judged: Sequence[Judged]) -> bool:
    return entry.holds(judged[0].allowance.day)
