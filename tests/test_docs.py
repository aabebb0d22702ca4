"""The documentation is generated, complete, and true of the catalogue."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest

from privlint.catalogue import about, cards, catalogue
from privlint.citations import is_part, meet
from privlint.knowledge.facts import Facts, Knowledge
from privlint.knowledge.load import coverage
from privlint.reporters.coverage import render
from privlint.reporters.rule_pages import rule_pages

from .conftest import DAY, ROOT, Golden

DOCS = ROOT / "docs"
HEADINGS = ["### What it finds", "### Why", "### When it is wrong", "### What to do"]
LINK = re.compile(r"\](?:\(|: )(?!https?://)([^)#\s]*)(?:#([^)\s]*))?")
"""A link in place, or the target of one whose text stands elsewhere."""

LISTS = coverage()
ITEMS = [(one, item) for one in LISTS for item in one["items"]]
CARDS = {rule.card.code: rule.card for rule in catalogue()}

LITERATURE = {
    "completeness": [f"C{number}" for number in range(1, 24)],
    "contradictions": [f"c{number}" for number in range(1, 17)],
}
"""The lists whose items have the numbers of the paper."""

ARTICLES = ("12", "13", "14", "21", "22", "26", "27")
"""The articles of which every paragraph is covered, point by point where that matters."""


@cache
def facts() -> Facts:
    """Return the facts of the day on which the documentation is made."""
    return Knowledge.load().as_of(DAY)


def pages() -> dict[str, str]:
    """Return every generated page, by its path below `docs`."""
    told = rule_pages(cards(), facts(), about)
    ours = [rule.card for rule in catalogue()]
    return {
        **{f"rules/{name}": text for name, text in told.items()},
        "coverage.md": render(coverage(), ours),
    }


def test_the_documentation_is_fresh(golden: Golden) -> None:
    """`pytest --update-golden` would change nothing, and there is no page of a family of old."""
    for name, text in pages().items():
        golden.check(DOCS / name, text)
    written = {str(path.relative_to(DOCS)) for path in (DOCS / "rules").glob("*.md")}
    assert written == {name for name in pages() if name.startswith("rules/")}


def test_the_documentation_does_not_depend_on_the_day() -> None:
    """What rules cite is told of all days: a page changes when a rule or a source does."""
    another = Knowledge.load().as_of(date(2019, 1, 1))
    assert rule_pages(cards(), another, about) == rule_pages(cards(), facts(), about)


def test_every_card_has_a_heading_and_the_same_four_under_it() -> None:
    """Whoever knows one page knows them all."""
    told = pages()
    for card in cards():
        _, _, rest = told[f"rules/{card.family}.md"].partition(f"## {card.code} {card.name}\n")
        section = re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0]
        headings = [line for line in section.splitlines() if line.startswith("### ")]
        assert headings[:4] == HEADINGS, card.code
        assert headings[4:] in ([], ["### Examples"]), card.code
        assert f"- **severity**: {card.severity.word}\n" in section
        assert all(law in section for law in card.law)


def test_every_link_inside_the_documentation_arrives() -> None:
    """Each page and each heading that a link names is there."""
    told = pages()
    anchors = {name: {_anchor(line) for line in text.splitlines()} for name, text in told.items()}
    for name, text in told.items():
        folder = name.rpartition("/")[0]
        for path, anchor in LINK.findall(text):
            target = _resolved(folder, path) if path else name
            assert target in told, (name, path)
            assert not anchor or anchor in anchors[target], (name, anchor)


def _resolved(folder: str, path: str) -> str:
    while path.startswith("../"):
        folder, path = folder.rpartition("/")[0], path.removeprefix("../")
    return f"{folder}/{path}".lstrip("/")


def _anchor(line: str) -> str:
    """Return the anchor of a heading, as GitHub makes it."""
    text = re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower())
    return text.replace(" ", "-") if line.startswith("#") else ""


@pytest.mark.parametrize("item", [item for _, item in ITEMS], ids=lambda item: str(item["id"]))
def test_every_item_has_rules_or_a_reason(item: dict[str, Any]) -> None:
    """Nothing is left open without a word, and every rule named exists."""
    assert item["item"].strip()
    assert item["rules"] or item["reason"].strip()
    assert [code for code in item["rules"] if code not in CARDS and not _is_card(code)] == []
    assert len(item["rules"]) == len(set(item["rules"]))


def _is_card(code: str) -> bool:
    return any(card.code == code for card in cards())


def test_rules_named_for_a_provision_cite_it_or_the_reason_says_why_not() -> None:
    """A reader who follows the rule finds the article."""
    unexplained = [
        f"{item['id']}: {code}"
        for one, item in ITEMS
        if one.get("cited")
        for code in item["rules"]
        if code in CARDS
        and not any(meet(law, item["id"]) for law in CARDS[code].law)
        and code not in item.get("reason", "")
    ]
    assert unexplained == []


def test_every_paragraph_of_the_articles_is_an_item() -> None:
    """None of Art. 12, 13, 14, 21, 22, 26, 27 and 30(1) is left out."""
    wanted = [point for article in ARTICLES for point in _points(article)]
    wanted += [point for point in _points("30") if is_part(point, "GDPR 30(1)")]
    named = [item["id"] for _, item in ITEMS]
    assert [point for point in wanted if not any(is_part(point, name) for name in named)] == []


def _points(number: str) -> list[str]:
    article = facts().gdpr_article(number)
    assert article is not None
    found = []
    for paragraph in range(1, article.paragraphs + 1):
        provision = f"GDPR {number}({paragraph})"
        letters = "abcdefghijklmnopqrstuvwxyz"[: (article.points or {}).get(str(paragraph), 0)]
        found += [f"{provision}({letter})" for letter in letters] or [provision]
    return found


def test_every_provision_that_is_an_item_exists() -> None:
    """No list names a paragraph that the law does not have."""
    provisions = [item["id"] for one, item in ITEMS if one.get("cited")]
    assert [one for one in provisions if facts().source(one) is None] == []
    assert [one for one, number in Counter(provisions).items() if number > 1] == []


@pytest.mark.parametrize("name", LITERATURE)
def test_a_list_of_the_literature_is_whole(name: str) -> None:
    """23 criteria, 16 conditions, each once and in order."""
    (one,) = (one for one in LISTS if one["id"] == name)
    assert [item["id"] for item in one["items"]] == LITERATURE[name]


def test_the_transparency_requirements_are_21() -> None:
    """They have no numbers, so they are counted."""
    (one,) = (one for one in LISTS if one["id"] == "transparency")
    assert len({item["id"] for item in one["items"]}) == 21


def test_every_rule_is_named_in_a_list_or_stands_beyond_them() -> None:
    """Nobody has to guess what a rule is for; those on the register itself are left out."""
    page = pages()["coverage.md"]
    for card in CARDS.values():
        assert (
            card.family == "register_quality"
            or f"| [{card.code}]" in page
            or f", [{card.code}]" in page
        )
