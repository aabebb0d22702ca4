"""The GDPR ends where its text ends, and rules cite nothing beyond."""

from __future__ import annotations

import json
from typing import Any

import pytest

from privlint.catalogue import cards
from privlint.knowledge.anatomy import no_such_provision
from privlint.knowledge.facts import Facts, Knowledge

from ..conftest import DAY, SHARED

FACTS: Facts = Knowledge.load().as_of(DAY)
TEXT = SHARED / "reference" / "gdpr.json"


@pytest.mark.parametrize(
    "citation",
    [
        "GDPR 13(2)(f)",
        "GDPR 99",
        "GDPR 4(26)",
        "GDPR 57(1)(v)",
        "GDPR 16",
        "GDPR 14(1)-(3)",
        "GDPR recital 173",
        "GDPR",
        "WP260 annex",
        "",
    ],
)
def test_what_there_is_goes_nowhere_beyond(citation: str) -> None:
    """The last article, paragraph, point and recital exist; other texts are not looked at."""
    assert no_such_provision(citation, FACTS) is None


@pytest.mark.parametrize(
    ("citation", "message"),
    [
        ("GDPR 100", "the GDPR has no article 100"),
        ("GDPR 0", "the GDPR has no article 0"),
        ("GDPR 13(5)", "GDPR 13 has 4 paragraphs"),
        ("GDPR 13(0)", "GDPR 13 has 4 paragraphs"),
        ("GDPR 16(1)", "GDPR 16 has no numbered paragraphs"),
        ("GDPR 13(2)(g)", "GDPR 13(2) has the points (a) to (f)"),
        ("GDPR 13(3)(a)", "GDPR 13(3) has no points with letters"),
        ("GDPR recital 174", "the GDPR has 173 recitals"),
    ],
)
def test_what_there_is_not_is_told_with_where_the_text_ends(citation: str, message: str) -> None:
    """So that a slip of the pen is seen."""
    assert no_such_provision(citation, FACTS) == message


def test_rules_cite_nothing_that_there_is_not() -> None:
    """Every provision of the GDPR that a card names exists."""
    told = {law: no_such_provision(law, FACTS) for card in cards() for law in card.law}
    assert {law: beyond for law, beyond in told.items() if beyond} == {}


def test_the_articles_are_those_of_the_text() -> None:
    """Every paragraph and every point that the published text numbers."""
    if not TEXT.exists():
        pytest.skip(f"{TEXT.name} is not at hand")
    text = json.loads(TEXT.read_text(encoding="utf-8"))
    for article in _articles(text["chapters"]):
        known = FACTS.gdpr_article(article["number"])
        assert known is not None
        numbered = [part for part in article["contents"] if part.get("number")]
        assert known.paragraphs == len(numbered)
        for part in numbered:
            points = [point for point in part["subpoints"] if point.get("number")]
            assert (known.points or {}).get(part["number"], 0) == len(points), article["number"]
    recitals = FACTS.gdpr_article("recital")
    assert recitals is not None
    assert recitals.paragraphs == len(text["recitals"])


def _articles(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Find the articles in chapters and their sections."""
    found = []
    for part in parts:
        found += [part] if part["type"] == "article" else _articles(part["contents"])
    return found
