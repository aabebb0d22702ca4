"""Check one file: read it, find the text of its statement, and run the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint import form
from privlint.finding import fault
from privlint.linting import Checked, lint
from privlint.report import Input
from privlint.running.discovery import STANDARD_INPUT
from privlint.running.inputs import Refusal, load
from privlint.running.statements import Look, text_finder
from privlint.source.document import FILE_START
from privlint.suppression.settle import Settled

if TYPE_CHECKING:
    from privlint.terms import Terms


def check(
    path: str,
    terms: Terms,
    *,
    stdin_name: str = "<stdin>",
    statement: str | None = None,
    looked_at: list[Look] | None = None,
) -> Checked:
    """Check one file, whatever it turns out to be; the files beside it are noted in `looked_at`."""
    source = load(path, terms.limits.size)
    if isinstance(source, Refusal):
        return refused(path, source, stdin_name=stdin_name)
    finder = text_finder(path, statement, terms.limits.size, looked_at)
    return lint(named(path, stdin_name), source, terms, finder)


def check_source(
    path: str, source: bytes, terms: Terms, *, stdin_name: str, statement: str | None
) -> Checked:
    """Check the bytes of a file, which need not be those on disk."""
    finder = text_finder(path, statement, terms.limits.size)
    return lint(named(path, stdin_name), source, terms, finder)


def refused(path: str, why: Refusal, *, stdin_name: str) -> Checked:
    """Return what is told of a file that gives no bytes."""
    return faulty(named(path, stdin_name), why.name, why.message)


def faulty(name: str, card: str, message: str) -> Checked:
    """Return what is told of a file that could not be checked, by the name of the card."""
    found = fault(name, form.INPUTS[card], message, FILE_START)
    return Checked((Input(name, is_checked=False),), Settled((found,)))


def named(path: str, stdin_name: str) -> str:
    """Return what findings call a file."""
    return stdin_name if path == STANDARD_INPUT else display(path)


def display(path: str) -> str:
    """Write a path so that every format can hold it, whatever bytes its name has."""
    shown = path.removeprefix("./")
    return shown if shown.isascii() else shown.encode("utf-8", "backslashreplace").decode()


def released(checked: Checked) -> Checked:
    """Let go of what was read: the report needs no more than what was found."""
    return checked.replace(document=None, trace=None)
