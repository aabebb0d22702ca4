"""What is found of the configuration and the baseline when all registers have been checked.

An ignore or an entry is unused only if its rule was asked and its registers were inputs: a hook
that is given one file says nothing of the others.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from privlint import form
from privlint.finding import Finding, fault
from privlint.record import Record
from privlint.report import Input
from privlint.rule import Severity
from privlint.running.discovery import registers_below
from privlint.running.patterns import matches
from privlint.source.document import FILE_START, LineTable
from privlint.suppression.settle import ordered
from privlint.suppression.standing import standing, unused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.config import Config
    from privlint.linting import Checked
    from privlint.running.kept import Kept
    from privlint.suppression.allowance import Allowance
    from privlint.suppression.baseline import Baseline, Entry
    from privlint.suppression.ignores import Ignore, Use
    from privlint.terms import Terms


class Accounts(Record):
    """The findings on configurations and baselines, and these files."""

    findings: tuple[Finding, ...] = ()
    beside: tuple[Input, ...] = ()


class Judged:
    """A register that was checked, with what it was checked by; there are thousands."""

    __slots__ = ("checked", "config", "path", "terms")

    def __init__(self, path: str, checked: Checked | Kept, config: Config, terms: Terms) -> None:
        """Take the register, and what is set for it."""
        self.path = path
        self.checked = checked
        self.config = config
        self.terms = terms

    @property
    def allowance(self) -> Allowance:
        """What may be left uncounted."""
        return self.terms.allowed


def accounts(judged: Sequence[Judged]) -> Accounts:
    """Return what is found of the configurations and the baselines of a run."""
    findings: list[Finding] = []
    beside: dict[str, Input] = {}
    # Of thousands most are checked by the same.
    sets = {(id(each.config), id(each.terms)): each for each in judged}.values()
    for one in {id(each.config): each for each in sets}.values():
        if not one.config.ignores:
            continue
        same = [each for each in judged if each.config is one.config]
        findings += _of_config(one, same)
        for source in one.config.sources:
            name = str(source.path)
            beside[name] = Input(name, is_checked=True, lines=LineTable(source.text))
    for base in {id(each.allowance.baseline): each.allowance.baseline for each in sets}.values():
        if base is not None:
            same = [each for each in judged if each.allowance.baseline is base]
            findings += _of_baseline(base, same)
            beside[base.shown] = Input(base.shown, is_checked=True, lines=base.lines)
    least = min((each.allowance.min_severity for each in sets), default=Severity.INFO)
    told = ordered(one for one in findings if one.severity >= least)
    named = {one.path for one in told}
    return Accounts(told, tuple(beside[name] for name in sorted(named)))


def _of_config(first: Judged, same: Sequence[Judged]) -> Iterable[Finding]:
    uses: dict[Ignore, list[Use]] = {}
    for each in same:
        for use in each.checked.settled.uses:
            uses.setdefault(use.ignore, []).append(use)
    for ignore in first.config.ignores:
        yield from standing(ignore, first.allowance).faults
        found = uses.get(ignore, [])
        used = {use.rule for use in found if use.findings or not use.could or not use.code}
        idle = [use.rule for use in found if use.rule not in used]
        if idle and _were_all_inputs(ignore, first.config, same):
            yield unused(ignore, [*dict.fromkeys(idle)])


def _were_all_inputs(ignore: Ignore, config: Config, same: Sequence[Judged]) -> bool:
    """Tell whether each register that an ignore covers was checked."""
    checked = {os.path.realpath(each.path) for each in same if each.checked.inputs[0].is_checked}
    for path in registers_below(config.folder, config):
        if matches(path, config.folder, ignore.files) and os.path.realpath(path) not in checked:
            return False
    return True


def _of_baseline(base: Baseline, same: Sequence[Judged]) -> Iterable[Finding]:
    spans = base.spans()
    for each in same:
        found = {entry.key: count for entry, count in each.checked.settled.entries}
        for entry in base.of(each.path).values():
            told = _wrong(entry, each.allowance) or _stale(entry, found.get(entry.key))
            if told is not None:
                name, message = told
                place = spans.get(entry, FILE_START)
                yield fault(base.shown, form.SUPPRESSIONS[name], message, place)


def _wrong(entry: Entry, allowance: Allowance) -> tuple[str, str] | None:
    """Return the card's name and the message for an entry that accepts nothing."""
    place = f"{entry.code} at {entry.at or 'the top'} of {entry.register}"
    if entry.code in allowance.mandatory:
        return "ignore-of-mandatory-rule", f"{place}: the rule is mandatory"
    if not entry.reason:
        return "ignore-without-reason", f"{place} was accepted without a reason"
    if entry.until is not None and entry.until < allowance.day:
        return "ignore-expired", f"{place} was accepted until {entry.until}"
    return None


def _stale(entry: Entry, found: int | None) -> tuple[str, str] | None:
    """Return the same for one that accepts more than is found; `None`: its rule was not asked."""
    if found is None or found >= entry.count:
        return None
    place = f"{entry.code} at {entry.at or 'the top'} of {entry.register}"
    if found:
        return "baseline-entry-stale", f"{place}: {entry.count} were accepted, {found} are left"
    return "baseline-entry-stale", f"{place} is no longer found"
