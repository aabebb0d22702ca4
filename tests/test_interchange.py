"""The page on other formats names places that a register has, and fillers that are dropped."""

from __future__ import annotations

import re
from typing import Any

from privlint import tilt
from privlint.knowledge.facts import Knowledge
from privlint.schema.store import schema

from .conftest import DAY, ROOT

PAGE = (ROOT / "docs" / "interchange.md").read_text(encoding="utf-8")
PLACE = re.compile(r"`([a-z_]+(?:\.(?:[a-z0-9_]+|\*))+)`")


def part(place: str) -> Any:
    """Return what the schema of registers says of a place. Raises `KeyError`."""
    root = schema("register")
    found: Any = root
    for step in place.split("."):
        found = follow(root, found)
        found = found["additionalProperties"] if step == "*" else found["properties"][step]
    return found


def follow(root: Any, found: Any) -> Any:
    """Follow references, and lists to what they hold."""
    while "$ref" in found or "items" in found:
        found = found["items"] if "items" in found else root["$defs"][found["$ref"].split("/")[-1]]
    return found


def test_every_place_in_the_table_exists() -> None:
    """The first column is of the register's own format."""
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    places = [place for row in rows for place in PLACE.findall(row)]
    assert len(places) > 50
    for place in places:
        assert part(place), place


def test_every_filler_is_named() -> None:
    """A reader of TILT knows what is no fact."""
    for filler in (tilt.NOT_STATED, tilt.COUNTRY, tilt.DAY, tilt.LANGUAGE, tilt.NOT_APPOINTED):
        assert f"`{filler}`" in PAGE
    assert f"`{tilt.VERSION}`" in PAGE
    assert ".invalid" in tilt.EMAIL
    assert ".invalid" in tilt.URL


def test_every_kind_of_data_is_called_by_one_name() -> None:
    """What a kind is called in English stands for no other: it is how TILT names it."""
    facts = Knowledge.load().as_of(DAY)
    names = []
    for word in facts.vocabulary("category"):
        known = facts.category(word)
        assert known is not None, word
        names.append(facts.words(known)["en"][0].casefold())
    assert len(set(names)) == len(names)


def test_the_words_are_those_of_the_register() -> None:
    """Every word that has a counterpart elsewhere is one that a register can use, and all have."""
    facts, defs = Knowledge.load().as_of(DAY), schema("register")["$defs"]
    basis = set(defs["legal_basis"]["properties"]["basis"]["enum"]) - {"unnamed"}
    assert set(facts.vocabulary("category")) == set(defs["category"]["enum"])
    assert set(facts.vocabulary("purpose")) == set(defs["purpose"]["properties"]["kind"]["enum"])
    assert set(facts.vocabulary("basis")) == basis
    assert set(facts.vocabulary("subject")) == set(defs["data_subjects"]["items"]["enum"])
    for word in facts.vocabulary("safeguard"):
        assert word in defs["transfer"]["properties"]["safeguard"]["enum"]
