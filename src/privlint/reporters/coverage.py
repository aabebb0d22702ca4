"""What the law and the literature ask for, item by item, with the rules that ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.reporters.address import page
from privlint.reporters.cards import table
from privlint.reporters.rule_pages import NOTICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from privlint.rule import Card

_INTRODUCTION = """\
# Coverage

What the law asks a statement to tell and what the literature checks, item by item: the rules that
ask for it or, where none does, why not. A rule that is named here asks for the item where it can;
whether the statement then says enough, a reader decides.
"""

_BEYOND = """\
## Beyond these lists

Rules that no item above names. They rest on other provisions, on guidance, or on the plain duty to
be fair and clear. The rules on the [quality of the register](rules/register_quality.md) and the
findings of privlint itself are not among them.
"""

_NO_LAW_OF_ITS_OWN = "register_quality"


def render(coverage: Sequence[Mapping[str, Any]], cards: Iterable[Card]) -> str:
    """Return the page. `coverage` are the lists of `coverage.yaml`, `cards` those of the rules."""
    by_code = {card.code: card for card in cards}
    sections = [_section(one, by_code) for one in coverage]
    beyond = [
        (f"[{card.code}]", card.title, ", ".join(card.law)) for card in _beyond(coverage, by_code)
    ]
    sections.append(_BEYOND + "\n" + table(("rule", "what it finds", "law"), beyond))
    targets = "".join(f"[{code}]: rules/{page(card)}\n" for code, card in by_code.items())
    return "\n".join([NOTICE, _INTRODUCTION, _summary(coverage), *sections, targets])


def _summary(coverage: Sequence[Mapping[str, Any]]) -> str:
    rows = []
    for one in coverage:
        items, asked = len(one["items"]), sum(bool(item["rules"]) for item in one["items"])
        rows.append([one["title"], str(items), str(asked), str(items - asked)])
    return table(("list", "items", "asked for by rules", "told why not"), rows)


def _section(one: Mapping[str, Any], cards: Mapping[str, Card]) -> str:
    rows = (
        [item["id"], item["item"], _rules(item["rules"], cards), item.get("reason", "")]
        for item in one["items"]
    )
    head = f"## {one['title']}\n\nSource: {one['source'].rstrip('.')}.\n\n"
    return head + table(("item", "what is asked", "rules", "note"), rows)


def _rules(codes: Iterable[str], cards: Mapping[str, Card]) -> str:
    """Name rules as links, whose targets stand at the end of the page."""
    return ", ".join(f"[{code}]" if code in cards else code for code in codes)


def _beyond(coverage: Iterable[Mapping[str, Any]], cards: Mapping[str, Card]) -> Iterator[Card]:
    """Yield the cards that no item names."""
    named = {code for one in coverage for item in one["items"] for code in item["rules"]}
    for code, card in cards.items():
        if code not in named and card.family != _NO_LAW_OF_ITS_OWN:
            yield card
