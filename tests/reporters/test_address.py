"""Every rule of privlint has a page that can be linked to; those of a house have none."""

from __future__ import annotations

import re

import pytest

from privlint.catalogue import cards
from privlint.reporters.address import address, page
from privlint.rule import Card

from ..conftest import ROOT


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.code)
def test_the_page_has_the_heading(card: Card) -> None:
    """The anchor is the one that GitHub makes of the heading."""
    file, anchor = page(card).split("#")
    headings = re.findall(
        r"^## (.*)$", (ROOT / "docs" / "rules" / file).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert anchor in {heading.lower().replace(" ", "-") for heading in headings}
    assert address(card) == (
        f"https://github.com/privlint/privlint/blob/main/docs/rules/{page(card)}"
    )


def test_a_rule_of_a_house_has_no_address() -> None:
    """Its page is not at the home of privlint."""
    card, *_ = cards()
    fields = {**card.as_dict(), "code": "ACM001", "family": "acme"}
    assert address(Card(**fields)) is None
