"""Citations of the GDPR, held against its text."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from privlint.catalogue import catalogue
from privlint.knowledge.load import sources

from ..conftest import SHARED

TEXT = SHARED / "reference" / "gdpr.json"

CITATION = re.compile(r"GDPR ((?:recital )?\d.*)")
RANGE = re.compile(r"(?P<stem>.*?)(?P<first>\(\w+\)|\d+)-(?P<last>\(\w+\)|\d+)")

NAMED = [
    ("13(1)(f)", ["13(1)(f)"]),
    ("46(2)(b), 47", ["46(2)(b)", "47"]),
    ("13-14", ["13", "14"]),
    ("14(1)-(3)", ["14(1)", "14(3)"]),
    ("recital 26", ["recital 26"]),
]


@cache
def provisions() -> frozenset[str]:
    """Return every article, paragraph, point and recital: `13`, `13(1)`, `13(1)(f)`, `recital 26`.

    Skips where the text is not at hand.
    """
    if not TEXT.exists():
        pytest.skip(f"{TEXT.name} is not at hand")
    text = json.loads(TEXT.read_text(encoding="utf-8"))
    known = {f"recital {recital['number']}" for recital in text["recitals"]}
    for article in _articles(text["chapters"]):
        known.add(article["number"])
        for paragraph in article["contents"]:
            at = f"{article['number']}({paragraph['number']})"
            known |= {at, *(f"{at}({point['number']})" for point in paragraph["subpoints"])}
    return frozenset(known)


def _articles(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the articles of chapters, whether or not these are divided into sections."""
    found = []
    for part in parts:
        found += [part] if part["type"] == "article" else _articles(part["contents"])
    return found


def named(point: str) -> list[str]:
    """Return the provisions that the point of a citation names; of a range, its ends."""
    found = []
    for one in point.split(", "):
        ends = RANGE.fullmatch(one)
        found += (
            [one]
            if ends is None
            else [f"{ends['stem']}{ends['first']}", f"{ends['stem']}{ends['last']}"]
        )
    return found


def cited(node: Any) -> set[str]:
    """Return what is cited of the GDPR in data of any depth."""
    if isinstance(node, dict):
        return {point for value in node.values() for point in cited(value)}
    if isinstance(node, list | tuple):
        return {point for value in node for point in cited(value)}
    found = CITATION.fullmatch(node) if isinstance(node, str) else None
    return set() if found is None else {found[1]}


@pytest.mark.parametrize(("point", "provisions"), NAMED)
def test_a_point_names_provisions(point: str, provisions: list[str]) -> None:
    """A point can be one provision, several, or a range."""
    assert named(point) == provisions


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.card.code)
def test_what_a_rule_cites_of_the_gdpr_exists(rule: Any) -> None:
    """No rule cites an article, a paragraph, a point or a recital that the GDPR does not have."""
    points = {one for point in cited(rule.card.law) for one in named(point)}
    assert points <= provisions()


@pytest.mark.parametrize("name", sorted(sources()))
def test_what_a_data_file_cites_of_the_gdpr_exists(name: str) -> None:
    """Bases, rights, safeguards and national law point to provisions that exist."""
    points = {one for point in cited(sources()[name]) for one in named(point)}
    assert points <= provisions()
