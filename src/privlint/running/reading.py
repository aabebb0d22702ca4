"""Read one register for something else than judging it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.linting import lint
from privlint.record import Record
from privlint.register.build import build
from privlint.running.checking import check, refused
from privlint.running.inputs import Refusal
from privlint.running.revisions import load_blob
from privlint.terms import Terms

if TYPE_CHECKING:
    from datetime import date

    from privlint.knowledge.facts import Facts, Knowledge
    from privlint.linting import Checked
    from privlint.register import Register
    from privlint.source.document import Document


class Read(Record):
    """A register as read, with what is known on the day as of which it is read."""

    path: str
    document: Document
    register: Register
    facts: Facts


class RefusedError(Exception):
    """A register that cannot be read, or has not the shape of one."""

    def __init__(self, checked: Checked, terms: Terms) -> None:
        """Hold what `check` finds."""
        self.checked = checked
        self.terms = terms
        super().__init__(checked.inputs[0].path)


def reading_terms(knowledge: Knowledge, as_of: date | str, today: date) -> Terms:
    """Return terms on which nothing is asked but whether it is a register."""
    return Terms(rules=(), beside=frozenset(), knowledge=knowledge, as_of=as_of, today=today)


def read_register(path: str, terms: Terms, *, stdin_name: str = "<stdin>") -> Read:
    """Read a register, whatever file it is. Raises `RefusedError`."""
    return _read(check(path, terms, stdin_name=stdin_name), terms)


def read_blob(name: str, terms: Terms) -> Read:
    """Read a register that git has as `REVISION:PATH`. Raises `RefusedError`."""
    source = load_blob(name, terms.limits.size)
    if isinstance(source, Refusal):
        return _read(refused(name, source, stdin_name=name), terms)
    return _read(lint(name, source, terms), terms)


def _read(checked: Checked, terms: Terms) -> Read:
    document = checked.document
    if document is None:
        raise RefusedError(checked, terms)
    register = build(document.data, document.written)
    facts = terms.facts(register.statement.date)
    return Read(checked.inputs[0].path, document, register, facts)
