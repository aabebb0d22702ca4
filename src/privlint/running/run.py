"""Check many registers on the same terms, and report on them as one."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from privlint import form
from privlint.finding import fault
from privlint.linting import Checked, lint
from privlint.report import Input, NotRun, Report
from privlint.running.discovery import STANDARD_INPUT
from privlint.running.inputs import Refusal, load
from privlint.running.statements import text_finder
from privlint.source.document import FILE_START

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.terms import Terms


def run(
    paths: Iterable[str],
    terms: Terms,
    *,
    stdin_name: str = "<stdin>",
    statement: str | None = None,
) -> Report:
    """Check the files, in their order; `stdin_name` is what findings call standard input.

    `statement` is the file with the statement's text, or a folder with one for each register.
    """
    gc.freeze()
    gc.enable()
    checked = [
        # What was read is let go of at once: the report needs no more than what was found.
        check(path, terms, stdin_name=stdin_name, statement=statement).replace(
            document=None, trace=None
        )
        for path in paths
    ]
    return report(checked, terms)


def report(checked: Iterable[Checked], terms: Terms) -> Report:
    """Put what was found in each file into one report."""
    checked = tuple(checked)
    inputs = tuple(asked for one in checked for asked in one.inputs)
    return Report(
        inputs=inputs,
        findings=tuple(finding for one in checked for finding in one.findings),
        rules=tuple(rule.card for rule in terms.rules),
        rules_not_run=_not_run([asked for asked in inputs if asked.is_checked]),
        knowledge_checked=terms.knowledge.checked,
    )


def check(
    path: str, terms: Terms, *, stdin_name: str = "<stdin>", statement: str | None = None
) -> Checked:
    """Check one file, whatever it turns out to be."""
    source = load(path, terms.limits.size)
    name = stdin_name if path == STANDARD_INPUT else _display(path)
    if isinstance(source, Refusal):
        found = fault(name, form.INPUTS[source.name], source.message, FILE_START)
        return Checked((Input(name, is_checked=False),), (found,))
    return lint(name, source, terms, text_finder(path, statement, terms.limits.size))


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
