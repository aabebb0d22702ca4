"""The line: read, shape, build, judge, locate, settle. One file in, its findings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint import form
from privlint.finding import Finding, Place, fault, locate
from privlint.judging import judge
from privlint.record import Record
from privlint.register.build import build, release
from privlint.report import Input
from privlint.rule import Card, Flag
from privlint.schema.shape import misshapen
from privlint.source.document import Document, LineTable
from privlint.source.reader import ReadError, read
from privlint.source.statement import StatementError
from privlint.suppression.settle import Settled, ordered, settle
from privlint.terms import STATEMENT, Terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from privlint.data_map import DataMap
    from privlint.knowledge.facts import Facts
    from privlint.register import Register
    from privlint.source.text import Text
    from privlint.tracing import Trace


class Checked(Record):
    """One register as read, with what was found in it, and its trace where its text was at hand."""

    inputs: tuple[Input, ...]
    """The register, and the text of its statement where that could not be read."""
    settled: Settled
    document: Document | None = None
    trace: Trace | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those that count."""
        return self.settled.findings


def lint(
    path: str, source: bytes, terms: Terms, text_of: Callable[[Register], Text | None] | None = None
) -> Checked:
    """Check the bytes of one register; `path` is only what the findings call it.

    `text_of` returns the text of the register's statement, `None` where none is at hand; it may
    raise `StatementError`.
    """
    asked = Input(path, is_checked=False, sha256=_digest(source) if terms.wants_digests else None)
    try:
        document = read(source, terms.limits)
    except ReadError as error:
        lines = LineTable(source.decode("utf-8", "replace").removeprefix("\ufeff"))
        places = tuple(Place(span, label) for label, span in error.related)
        found = fault(path, form.OF_REASON[error.reason], error.message, error.span, places)
        return Checked((asked.replace(lines=lines),), Settled((found,)))
    asked = asked.replace(lines=document.lines)
    if wrong := misshapen(document):
        faults = locate(((form.INPUTS["misshapen"], flag) for flag in wrong), document, path)
        return Checked((asked,), Settled(ordered(faults)))
    register = build(document.data, document.written)
    facts = terms.facts(register.statement.date)
    text, missing, unread = _text(register, text_of)
    judged = judge(register, facts, terms.rules, text, terms.jurisdictions)
    trace = _trace(register, text)
    beside = (*form.staleness(facts), *(trace.faults if trace is not None else ()))
    wanted = (pair for pair in beside if pair[0].name in terms.beside)
    raised = locate((*judged.raised, *unread, *wanted), document, path, facts)
    raised += _styled(document, path, terms)
    ran = terms.ran((*judged.not_run, *judged.crashes), has_text=trace is not None)
    settled = settle(raised, document, path, terms.allowed, ran)
    asked = asked.replace(is_checked=True, as_of=facts.day, crashes=judged.crashes)
    is_undated = terms.as_of == STATEMENT and register.statement.date is None
    drawn = _data_map(register, facts) if terms.wants_data_maps else None
    release(register)
    checked = asked.replace(is_undated=is_undated, not_run=judged.not_run, data_map=drawn)
    return Checked((checked, *missing), settled, document, trace)


def _text(
    register: Register, text_of: Callable[[Register], Text | None] | None
) -> tuple[Text | None, tuple[Input, ...], tuple[tuple[Card, Flag], ...]]:
    """Return the statement's text; where it cannot be read, its file and what is wrong with it."""
    try:
        return text_of(register) if text_of is not None else None, (), ()
    except StatementError as error:
        flag = Flag(("statement", "text"), str(error))
        unread = (form.TRACES["statement-unreadable"], flag)
        return None, (Input(error.path, is_checked=False),), (unread,)


def _trace(register: Register, text: Text | None) -> Trace | None:
    if text is None:
        return None
    # Most registers are checked without their text: only those that have it pay for the tracer.
    from privlint.tracing import trace  # noqa: PLC0415

    return trace(register, text)


def _data_map(register: Register, facts: Facts) -> DataMap:
    # Only one format draws it.
    from privlint.data_map import data_map  # noqa: PLC0415

    return data_map(register, facts)


def _styled(document: Document, path: str, terms: Terms) -> tuple[Finding, ...]:
    if form.OPTIONAL.keys().isdisjoint(terms.beside):
        return ()
    # Only those who ask for it pay for what looks at style.
    from privlint.key_order import out_of_order  # noqa: PLC0415
    from privlint.schema.store import schema  # noqa: PLC0415

    order = tuple(schema("register")["properties"])
    found = out_of_order(document, path, order, terms.limits)
    return () if found is None else (found,)


def _digest(source: bytes) -> str:
    # OpenSSL takes longer to load than a register takes to check.
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(source).hexdigest()
