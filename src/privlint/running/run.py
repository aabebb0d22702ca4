"""Check many registers on the same terms, and report on them as one."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from privlint.linting import Checked
from privlint.report import Input, NotRun, Report
from privlint.running.accounts import Accounts, Judged, accounts
from privlint.running.checking import check, released
from privlint.running.discovery import STANDARD_INPUT
from privlint.running.means import MANY, Means
from privlint.running.patience import in_time
from privlint.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.finding import Finding
    from privlint.running.kept import Kept
    from privlint.running.setting import Setting

_NOTHING = Accounts()
_MEANS = Means()


def run(
    paths: Iterable[str],
    terms: Terms | Setting,
    *,
    stdin_name: str = "<stdin>",
    statement: str | None = None,
    means: Means = _MEANS,
) -> Report:
    """Check the files, in their order; `stdin_name` is what findings call standard input.

    `terms` are the same for all, or what is set for each. `statement` is the file with the
    statement's text, or a folder with one for each register.
    """
    if isinstance(terms, Terms):
        done = [
            released(check(path, terms, stdin_name=stdin_name, statement=statement))
            for path in paths
        ]
        return report(done, terms)
    judged = judge_each(paths, terms, stdin_name=stdin_name, statement=statement, means=means)
    return reported(judged, terms)


def reported(judged: Sequence[Judged], setting: Setting) -> Report:
    """Put what was found in each file, by what is set for it, into one report."""
    used = {id(each.terms): each.terms for each in judged}.values()
    # Where all is excluded, the report still tells by what nothing was judged.
    asked = used or (setting.terms("."),)
    return report((each.checked for each in judged), *asked, beside=accounts(judged))


def judge_each(
    paths: Iterable[str],
    setting: Setting,
    *,
    stdin_name: str,
    statement: str | None,
    means: Means = _MEANS,
) -> Sequence[Judged]:
    """Check the files, each by what is set for it."""
    paths = list(paths)
    if not gc.isenabled():
        # The command goes without collections to start: what is imported stays, and none looks
        # through it. A program that imports privlint has its own ways, which are left alone.
        gc.freeze()
    if len(paths) >= MANY and not setting.options.wants_data_maps:
        # A few files pay neither for other processes nor for a cache; and what the page draws of
        # a register is neither packed nor remembered.
        from privlint.running.many import judge_many  # noqa: PLC0415

        return judge_many(paths, setting, means, stdin_name=stdin_name, statement=statement)
    gc.enable()
    judged = []
    for path in paths:
        name = stdin_name if path == STANDARD_INPUT else path
        terms = setting.terms(name)
        done = in_time(path, terms, means.seconds, stdin_name=stdin_name, statement=statement)
        judged.append(Judged(name, released(done), setting.config_for(name), terms))
    return judged


def report(checked: Iterable[Checked | Kept], *terms: Terms, beside: Accounts = _NOTHING) -> Report:
    """Put what was found in each file, on some terms, into one report."""
    checked = tuple(checked)
    cards = {rule.card.code: rule.card for each in terms for rule in each.rules}
    whole = [one for one in checked if isinstance(one, Checked)]
    inputs: Sequence[Input]
    findings: Sequence[Finding]
    suppressed: Sequence[Finding]
    if len(whole) == len(checked):
        first = [asked for one in whole for asked in one.inputs]
        inputs = tuple(first)
        findings = (*(finding for one in whole for finding in one.findings), *beside.findings)
        suppressed = tuple(finding for one in whole for finding in one.settled.suppressed)
    else:
        # Only where they are many is it packed: of each is made what is asked for, and when.
        from privlint.running.kept import Inputs, later  # noqa: PLC0415

        kept = [one for one in checked if not isinstance(one, Checked)]
        inputs = Inputs(kept)
        alike = {id(one.head): one for one in kept}.values()
        first = [asked for one in alike for asked in one.inputs]
        findings, suppressed = later(kept, beside.findings)
    return Report(
        inputs=inputs,
        findings=findings,
        rules=tuple(cards[code] for code in sorted(cards)),
        rules_not_run=_not_run([asked for asked in first if asked.is_checked]),
        knowledge_checked=terms[0].knowledge.checked,
        suppressed=suppressed,
        beside=beside.beside,
    )


def _not_run(checked: Sequence[Input]) -> tuple[NotRun, ...]:
    """Return the rules that asked nothing of any of the inputs, with why not of the first."""
    if not checked:
        return ()
    first, *others = checked
    never = {one.card.code for one in first.not_run}
    for asked in others:
        never &= {one.card.code for one in asked.not_run}
    return tuple(one for one in first.not_run if one.card.code in never)
