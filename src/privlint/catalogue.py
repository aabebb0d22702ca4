"""The catalogue: every rule there is, found once, sorted by code, never changed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from privlint import form, rules
from privlint.loading import modules_below
from privlint.nearest import did_you_mean
from privlint.record import Record
from privlint.rule import Card, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

ALL = "ALL"

FORMER = {
    "BEL004": "RET008",
    "be-tax-retention-now-seven": "RET008",
    "DAT004": "CST004",
    "anonymous-analytics-claim": "CST004",
    "REG004": "TRC005",
    "source-hash-missing-or-changed": "TRC005",
}
"""Codes and names of rules that another took over: they mean that one, and are never reused."""


class UnknownSelectorError(ValueError):
    """A code, prefix, name or family that no rule answers to."""

    def __init__(self, selector: str, own: Iterable[Rule]) -> None:
        """Name what was asked for, and what it may have meant."""
        told = cards(own)
        codes = [card.code for card in told]
        names = dict.fromkeys(name for card in told for name in (card.family, card.name))
        meant = did_you_mean(selector, codes if any(map(str.isdigit, selector)) else names)
        message = f"no rule answers to `{selector}`{meant}"
        if any(_closeness(card, selector) for card in form.INPUTS.values()):
            message = f"`{selector}` is no choice: what cannot be checked is always told"
        if any(_closeness(card, selector) for card in form.SUPPRESSIONS.values()):
            message = f"`{selector}` is no choice: what is wrong with an ignore is always told"
        super().__init__(message)


@cache
def catalogue() -> tuple[Rule, ...]:
    """Return every rule, sorted by code; found by walking `privlint.rules`."""
    found: list[Rule] = []
    for module in modules_below(rules.__path__[0], rules.__name__):
        found += [one for one in vars(module).values() if isinstance(one, Rule)]
    return tuple(sorted(found, key=lambda rule: rule.card.code))


def cards(own: Iterable[Rule] = ()) -> tuple[Card, ...]:
    """Return every card, sorted by code: those of the rules and those of the line itself.

    `own` are rules of a house, beside those of the catalogue.
    """
    rules = (rule.card for rule in (*catalogue(), *own))
    line = (form.INPUTS, form.BESIDE, form.SUPPRESSIONS)
    told = [*(card for cards in line for card in cards.values()), *rules]
    return tuple(sorted(told, key=lambda card: card.code))


class Selection(Record):
    """What a run is asked to look for."""

    rules: tuple[Rule, ...]
    beside: frozenset[str]
    """The names of the cards of `form.BESIDE`."""
    mandatory: frozenset[str] = frozenset()
    """The codes that no ignore silences."""


def select(
    wanted: Iterable[str],
    unwanted: Iterable[str] = (),
    own: Iterable[Rule] = (),
    mandatory: Iterable[str] = (),
) -> Selection:
    """Return what selectors name: codes, prefixes of codes, names, families, `ALL`.

    They choose among the rules of the catalogue and `own`, those of a house. The closer selector
    wins over the wider, so that `--ignore RET --select RET001` keeps one rule. What is mandatory
    is asked whatever else is said, and what makes an input impossible to check cannot be chosen
    away. `ALL` does not choose what is optional. Raises `UnknownSelectorError`.
    """
    chosen, dropped, forced = tuple(wanted), tuple(unwanted), tuple(mandatory)
    rules = (*catalogue(), *own)
    selectable = (*form.BESIDE.values(), *(rule.card for rule in rules))
    for selector in (*chosen, *dropped, *forced):
        if not any(_closeness(card, selector) for card in selectable):
            raise UnknownSelectorError(selector, own)

    def is_selected(card: Card) -> bool:
        least = _EVERY if card.name in form.OPTIONAL else 0
        is_wanted = _weight(card, chosen) > max(least, _weight(card, dropped))
        return is_wanted or (bool(forced) and _weight(card, forced) > least)

    return Selection(
        rules=tuple(rule for rule in rules if is_selected(rule.card)),
        beside=frozenset(name for name, card in form.BESIDE.items() if is_selected(card)),
        mandatory=frozenset(
            card.code for card in selectable if _weight(card, forced) > 0 and is_selected(card)
        ),
    )


def find(selector: str, own: Iterable[Rule] = ()) -> tuple[Card, ...]:
    """Return the cards that a selector names. Raises `UnknownSelectorError`."""
    found = tuple(card for card in cards(own) if _weight(card, (selector,)) > 0)
    if not found:
        raise UnknownSelectorError(selector, own)
    return found


def named(selector: str, own: Iterable[Rule] = ()) -> Card | None:
    """Return the card that goes by a code or a name, one of former days too; `None` if none."""
    code = renamed(selector) or selector.upper().replace("-", "")
    known = _by_code_and_name(tuple(own))
    return known.get(code) or known.get(selector.lower())


@cache
def _by_code_and_name(own: tuple[Rule, ...]) -> dict[str, Card]:
    told = cards(own)
    return {card.name: card for card in told} | {card.code: card for card in told}


def citing(provision: str, own: Iterable[Rule] = ()) -> tuple[Card, ...]:
    """Return the cards whose law cites a provision, a part of it, or what it is a part of."""
    # Its patterns cost two milliseconds at the start, and `check` asks for no provision.
    from privlint.citations import meet  # noqa: PLC0415

    return tuple(card for card in cards(own) if any(meet(law, provision) for law in card.law))


def renamed(selector: str) -> str | None:
    """Return the code of the rule that took over one of this code or name, if one did."""
    return FORMER.get(selector.upper().replace("-", "")) or FORMER.get(selector.lower())


def about(family: str) -> str:
    """Return in a line what a family of rules is about; empty for the cards of the line itself."""
    is_folder = any(rule.card.family == family for rule in catalogue())
    return (import_module(f"{rules.__name__}.{family}").__doc__ or "") if is_folder else ""


def _weight(card: Card, selectors: tuple[str, ...]) -> int:
    """Return how closely the closest of the selectors names a card: 0 is not at all."""
    return max((_closeness(card, selector) for selector in selectors), default=0)


_EVERY = 1
_EXACT = 100
_FAMILY = 50


def _closeness(card: Card, selector: str) -> int:
    code = renamed(selector) or selector.upper().replace("-", "")
    if selector.lower() == card.name or code == card.code:
        return _EXACT
    if selector.lower().replace("-", "_") == card.family:
        return _FAMILY
    if code and card.code.startswith(code):
        return 1 + len(code)
    return _EVERY if selector.upper() == ALL else 0
