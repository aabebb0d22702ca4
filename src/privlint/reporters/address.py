"""Where a rule is told of: the page and the heading, in the folder and at the home of privlint."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from privlint.catalogue import cards
from privlint.version import HOME

if TYPE_CHECKING:
    from privlint.rule import Card


def page(card: Card) -> str:
    """Return where a card is told, from the folder `docs/rules`: page and heading."""
    return f"{card.family}.md#{card.code.lower()}-{card.name}"


def address(card: Card) -> str | None:
    """Return the address of a card's page; rules of a house have none at the home of privlint."""
    return f"{HOME}/blob/main/docs/rules/{page(card)}" if card.code in _ours() else None


@cache
def _ours() -> frozenset[str]:
    return frozenset(card.code for card in cards())
