"""Read one register for something else than judging it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.register.build import build
from privlint.running.run import check
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
    checked = check(path, terms, stdin_name=stdin_name)
    document = checked.document
    if document is None:
        raise RefusedError(checked, terms)
    register = build(document.data, document.written)
    facts = terms.facts(register.statement.date)
    return Read(checked.inputs[0].path, document, register, facts)
