"""Whether the rule of a package is made as `privlint.rule.rule` makes them: no schema holds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.house_rules.load import CONTROL
from privlint.register.node import Node
from privlint.rule import Certainty, Severity, StatementText

if TYPE_CHECKING:
    from privlint.rule import Card, Rule

_TEXTS = (
    "code", "name", "family", "title", "rationale", "wrong_when", "remedy", "since",
    "compliant", "violating", "compliant_text", "violating_text",
)  # fmt: skip
_NEEDED = ("code", "name", "family", "title", "remedy", "compliant", "violating")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNTRY = re.compile(r"[A-Z]{2}")


def unsound(rule: Rule) -> str:
    """Say what is wrong with a rule, as the end of a sentence; nothing where it is sound."""
    card = rule.card
    for field in _TEXTS:
        value = getattr(card, field)
        if not isinstance(value, str):
            return f"has a `{field}` that is no text"
        if CONTROL.search(value):
            return f"has control characters in its `{field}`"
        if field in _NEEDED and not value.strip():
            return f"has no `{field}`" + (": write a docstring" if field == "title" else "")
    return _unsound_kind(rule) or _unsound_law(card)


def _unsound_kind(rule: Rule) -> str:
    if not isinstance(rule.card.severity, Severity):
        return "has a `severity` that is no Severity"
    if not isinstance(rule.card.certainty, Certainty):
        return "has a `certainty` that is no Certainty"
    if (rule.card.certainty, rule.card.severity) == (Certainty.ASK, Severity.ERROR):
        return "only asks, and is an error: `warning` or `info`"
    if not isinstance(rule.judges, type) or not issubclass(rule.judges, Node | StatementText):
        return "judges what is no class of the register's nodes"
    return "" if callable(rule.check) else "has no function that judges"


def _unsound_law(card: Card) -> str:
    law = card.law
    if not isinstance(law, tuple) or not law or not all(isinstance(one, str) for one in law):
        return "has a `law` that is no tuple of citations"
    if any(CONTROL.search(one) or not one.strip() for one in law):
        return "has a `law` with empty citations, or with control characters"
    if not all(isinstance(one, str) and _COUNTRY.fullmatch(one) for one in card.jurisdictions):
        return "has `jurisdictions` that are no country codes such as ('NL',)"
    days = (card.since, *([] if card.until is None else [card.until]))
    if not all(isinstance(day, str) and _DAY.fullmatch(day) for day in days):
        return "has a `since` or `until` that is no day: YYYY-MM-DD"
    return ""
