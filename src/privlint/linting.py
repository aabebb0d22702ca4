"""The line: read, shape, build, judge, locate, settle. One file in, its findings out."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from privlint import form
from privlint.finding import Finding, Place, locate
from privlint.judging import Crash, judge
from privlint.register.build import build
from privlint.report import Input
from privlint.schema.shape import misshapen
from privlint.source.document import LineTable
from privlint.source.reader import Limits, ReadError, read
from privlint.suppression.settle import settle

if TYPE_CHECKING:
    from privlint.knowledge.facts import Facts, Knowledge
    from privlint.register import Register
    from privlint.rule import Card, Rule
    from privlint.source.document import Document, Span

STATEMENT = "statement"
"""The `as_of` that stands for the statement's own date."""


class Terms(NamedTuple):
    """On what terms registers are judged: by which rules, as of which day, within which limits."""

    rules: tuple[Rule, ...]
    knowledge: Knowledge
    as_of: date | str
    """A day, or `STATEMENT`: then `today` serves for a statement that bears no date."""
    today: date
    limits: Limits = Limits()


class Checked(NamedTuple):
    """One input with what was found in it."""

    input: Input
    findings: tuple[Finding, ...]


def lint(path: str, source: bytes, terms: Terms) -> Checked:
    """Check the bytes of one register; `path` is only what the findings call it."""
    digest = hashlib.sha256(source).hexdigest()
    try:
        document = read(source, terms.limits)
    except ReadError as error:
        lines = LineTable(source.decode("utf-8", "replace").removeprefix("\ufeff"))
        card = form.OF_REASON[error.reason]
        places = tuple(Place(span, label) for label, span in error.related)
        fault = _fault(path, card, error.message, error.span, places)
        return Checked(Input(path, False, sha256=digest, lines=lines), (fault,))  # noqa: FBT003
    faults = misshapen(document)
    if faults:
        found = locate(((form.CARDS["misshapen"], flag) for flag in faults), document, path)
        refused = Input(path, False, sha256=digest, lines=document.lines)  # noqa: FBT003
        return Checked(refused, settle(found))
    register = build(document)
    facts = _facts(register, terms)
    judged = judge(register, facts, terms.rules)
    found = locate(judged.raised, document, path)
    return Checked(_input(path, document, facts, digest, judged.crashes), settle(found))


def unreadable(path: str, name: str, message: str, span: Span) -> Checked:
    """Report an input that gave no bytes to check; `name` is that of a card of `form`."""
    fault = _fault(path, form.CARDS[name], message, span)
    return Checked(Input(path, False), (fault,))  # noqa: FBT003


def _facts(register: Register, terms: Terms) -> Facts:
    day = terms.as_of
    if not isinstance(day, date):
        day = register.statement.date or terms.today
    return terms.knowledge.as_of(day)


def _input(
    path: str, document: Document, facts: Facts, digest: str, crashes: tuple[Crash, ...]
) -> Input:
    return Input(path, True, facts.day, digest, document.lines, crashes)  # noqa: FBT003


def _fault(
    path: str, card: Card, message: str, span: Span, related: tuple[Place, ...] = ()
) -> Finding:
    return Finding(path, span, card, message, (), card.severity, card.certainty, related)
