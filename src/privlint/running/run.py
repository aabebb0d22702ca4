"""Check many registers on the same terms, and report on them as one."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from privlint import form
from privlint.finding import fault
from privlint.linting import Checked, lint
from privlint.report import Input, NotRun, Report
from privlint.running.accounts import Accounts, Judged, accounts
from privlint.running.discovery import STANDARD_INPUT
from privlint.running.inputs import Refusal, load
from privlint.running.statements import text_finder
from privlint.source.document import FILE_START
from privlint.suppression.settle import Settled
from privlint.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.running.setting import Setting

_NOTHING = Accounts()


def run(
    paths: Iterable[str],
    terms: Terms | Setting,
    *,
    stdin_name: str = "<stdin>",
    statement: str | None = None,
) -> Report:
    """Check the files, in their order; `stdin_name` is what findings call standard input.

    `terms` are the same for all, or what is set for each. `statement` is the file with the
    statement's text, or a folder with one for each register.
    """
    gc.freeze()
    gc.enable()
    if isinstance(terms, Terms):
        done = [
            released(check(path, terms, stdin_name=stdin_name, statement=statement))
            for path in paths
        ]
        return report(done, terms)
    return reported(judge_each(paths, terms, stdin_name=stdin_name, statement=statement), terms)


def reported(judged: Sequence[Judged], setting: Setting) -> Report:
    """Put what was found in each file, by what is set for it, into one report."""
    used = {id(each.terms): each.terms for each in judged}.values()
    # Where all is excluded, the report still tells by what nothing was judged.
    asked = used or (setting.terms("."),)
    return report((each.checked for each in judged), *asked, beside=accounts(judged))


def judge_each(
    paths: Iterable[str], setting: Setting, *, stdin_name: str, statement: str | None
) -> list[Judged]:
    """Check the files, each by what is set for it."""
    judged = []
    for path in paths:
        name = stdin_name if path == STANDARD_INPUT else path
        terms = setting.terms(name)
        done = released(check(path, terms, stdin_name=stdin_name, statement=statement))
        judged.append(Judged(name, done, setting.config_for(name), terms))
    return judged


def released(checked: Checked) -> Checked:
    """Let go of what was read: the report needs no more than what was found."""
    return checked.replace(document=None, trace=None)


def report(checked: Iterable[Checked], *terms: Terms, beside: Accounts = _NOTHING) -> Report:
    """Put what was found in each file, on some terms, into one report."""
    checked = tuple(checked)
    inputs = tuple(asked for one in checked for asked in one.inputs)
    cards = {rule.card.code: rule.card for each in terms for rule in each.rules}
    return Report(
        inputs=inputs,
        findings=(
            *(finding for one in checked for finding in one.settled.findings),
            *beside.findings,
        ),
        rules=tuple(cards[code] for code in sorted(cards)),
        rules_not_run=_not_run([asked for asked in inputs if asked.is_checked]),
        knowledge_checked=terms[0].knowledge.checked,
        suppressed=tuple(finding for one in checked for finding in one.settled.suppressed),
        beside=beside.beside,
    )


def check(
    path: str, terms: Terms, *, stdin_name: str = "<stdin>", statement: str | None = None
) -> Checked:
    """Check one file, whatever it turns out to be."""
    source = load(path, terms.limits.size)
    if isinstance(source, Refusal):
        return refused(path, source, stdin_name=stdin_name)
    return check_source(path, source, terms, stdin_name=stdin_name, statement=statement)


def check_source(
    path: str, source: bytes, terms: Terms, *, stdin_name: str, statement: str | None
) -> Checked:
    """Check the bytes of a file, which need not be those on disk."""
    finder = text_finder(path, statement, terms.limits.size)
    return lint(_name(path, stdin_name), source, terms, finder)


def refused(path: str, why: Refusal, *, stdin_name: str) -> Checked:
    """Return what is told of a file that gives no bytes."""
    name = _name(path, stdin_name)
    found = fault(name, form.INPUTS[why.name], why.message, FILE_START)
    return Checked((Input(name, is_checked=False),), Settled((found,)))


def _name(path: str, stdin_name: str) -> str:
    return stdin_name if path == STANDARD_INPUT else _display(path)


def _display(path: str) -> str:
    """Write a path so that every format can hold it, whatever bytes its name has."""
    return path.removeprefix("./").encode("utf-8", "backslashreplace").decode()


def _not_run(checked: Sequence[Input]) -> tuple[NotRun, ...]:
    """Return the rules that asked nothing of any of the inputs, with why not of the first."""
    if not checked:
        return ()
    first, *others = checked
    never = {one.card.code for one in first.not_run}
    for asked in others:
        never &= {one.card.code for one in asked.not_run}
    return tuple(one for one in first.not_run if one.card.code in never)
