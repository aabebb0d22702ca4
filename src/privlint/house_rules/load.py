"""Read the rules of a file, written as YAML; nothing in it is run as code."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from privlint.house_rules.query import Found, QueryError, ask, check_query
from privlint.record import Record
from privlint.register import Register
from privlint.register.view import Seen, where_of
from privlint.rule import GDPR_APPLIES, Card, Certainty, Flag, Rule, Severity, flag
from privlint.schema.shape import HOUSE_RULES, misshapen
from privlint.source.reader import ReadError, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.knowledge.facts import Facts
    from privlint.source.document import Document, Span
    from privlint.where import Where

_FAMILY = "house"
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_SILENT = "not stated"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey, or what makes text read differently from what it says."""


class Fault(Record):
    """What is wrong in a file of rules, and where."""

    path: str
    """Empty for the rules of an installed package, which have no lines."""
    span: Span
    message: str


class HouseRulesError(Exception):
    """Rules that cannot be used."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Hold all that is wrong with them, in the order of the file."""
        self.faults = tuple(faults)
        self.lines = tuple(
            f"{one.path}:{one.span.start_line}:{one.span.start_column}: {one.message}"
            if one.path
            else one.message
            for one in self.faults
        )
        super().__init__("\n".join(self.lines))


def load(path: str, source: bytes) -> tuple[Rule, ...]:
    """Make rules of the bytes of a file; `path` is what errors call it.

    Raises `HouseRulesError`.
    """
    try:
        document = read(source)
    except ReadError as error:
        raise HouseRulesError([Fault(path, error.span, error.message)]) from None
    wrong = misshapen(document, HOUSE_RULES) or tuple(_unaskable(document))
    if wrong:
        raise HouseRulesError(
            Fault(path, document.locate(one.where, key=one.at_key), one.message) for one in wrong
        )
    family = document.data.get("family", _FAMILY)
    return tuple(_rule(code, family, told) for code, told in document.data["rules"].items())


def line_of(source: bytes, code: str, example: str) -> int | None:
    """Return the line, from 1, on which the text of an example starts in a file of rules.

    `None` where the file has no such rule.
    """
    document = read(source)
    if code not in document.data["rules"]:
        return None
    span = document.locate(("rules", code, example))
    opening = document.lines.line(span.start_line)[span.start_column - 1 :]
    return span.start_line + opening.startswith(("|", ">"))


def _unaskable(document: Document) -> Iterator[Flag]:
    """Yield selectors and conditions that are no JSONPath, and what no rule of the law could be."""
    for code, told in document.data["rules"].items():
        yield from _hidden(code, told)
        if told.get("until", _NEVER) < told.get("since", GDPR_APPLIES):
            yield Flag(("rules", code, "until"), "`until` lies before the rule asks anything")
        if (told["severity"], told.get("certainty")) == ("error", "ask"):
            message = "a rule that only asks is never an error: `warning` or `info`"
            yield Flag(("rules", code, "severity"), message)
        asked = (("select", told["select"], None), ("condition", "$", told.get("condition")))
        for key, select, condition in asked:
            try:
                check_query(select, condition)
            except QueryError as error:
                message = f"`{key}` is not understood at its character {error.offset + 1}: {error}"
                yield Flag(("rules", code, key), message)


_NEVER = "9999-12-31"


def _hidden(code: str, told: dict[str, Any]) -> Iterator[Flag]:
    """Yield the texts with characters that nobody sees and a terminal obeys."""
    for key, value in told.items():
        texts = value if isinstance(value, list) else [value]
        found = next(filter(None, map(CONTROL.search, map(str, texts))), None)
        if found is not None:
            message = f"the character U+{ord(found[0]):04X} is not allowed in `{key}`"
            yield Flag(("rules", code, key), message)


def _line(text: str) -> str:
    """Write a text on one line, as docstrings of rules are."""
    return " ".join(text.split())


def _rule(code: str, family: str, told: dict[str, Any]) -> Rule:
    card = Card(
        code=code,
        name=told["name"],
        family=family,
        title=_line(told["title"]).rstrip("."),
        rationale=told["rationale"].strip(),
        wrong_when=told.get("wrong_when", "").strip(),
        severity=Severity[told["severity"].upper()],
        certainty=Certainty[told.get("certainty", "certain").upper()],
        law=tuple(map(_line, told["law"])),
        remedy=_line(told["remedy"]),
        since=told.get("since", GDPR_APPLIES),
        until=told.get("until"),
        jurisdictions=frozenset(told.get("jurisdictions", ())),
        # An example starts on a line of its own, as those in code do.
        compliant=f"\n{told['compliant']}",
        violating=f"\n{told['violating']}",
    )

    message = _line(told["message"])

    def judgement(register: Register, facts: Facts) -> Iterator[Flag]:
        view = _view(register)
        for found in ask(view, told["select"], told.get("condition"), facts.day):
            place: Where = where_of(view, found.location)
            yield flag(place, _filled(message, found, view), at=told.get("at"))

    return Rule(card, Register, judgement)


@lru_cache(maxsize=1)
def _view(register: Register) -> Seen:
    """Write a register out once for all rules of a house."""
    return Seen(register)


def _filled(message: str, found: Found, register: Seen) -> str:
    """Put what was found into a message."""
    part: Any = register
    known: dict[str, Any] = {}
    for step in found.location:
        part = part[step]
        if isinstance(part, dict) and "id" in part:
            known["id"] = part["id"]
    known |= found.value if isinstance(found.value, dict) else {"value": found.value}
    return _PLACEHOLDER.sub(lambda key: _said(known.get(key[1])), message)


def _said(value: Any) -> str:
    if isinstance(value, list) and not any(isinstance(one, dict | list) for one in value):
        return ", ".join(map(_said, value))
    if value is None or isinstance(value, dict | list):
        return _SILENT
    return str(value).lower() if isinstance(value, bool) else str(value)
