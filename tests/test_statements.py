"""The five registers are faithful to the published texts, where these are at hand."""

from __future__ import annotations

import re

import pytest

from privlint.register.build import build
from privlint.source.reader import read
from privlint.source.statement import decode_statement
from privlint.source.text import Text
from privlint.tracing import trace

from .conftest import ROOT, SHARED

STATEMENTS = SHARED / "statements"
POLICIES = sorted((ROOT / "policies").glob("*.yaml"))
LONGEST_QUOTE = 12

EACH = pytest.mark.parametrize("name", [path.stem for path in POLICIES])


def text_of(name: str) -> str:
    """Return the published text of a shop's statement, or skip."""
    path = STATEMENTS / f"{name}.txt"
    if not path.exists():
        pytest.skip("the statements are not part of the project, and not beside it here")
    return decode_statement(path.read_bytes(), path.name)


def test_there_are_five_shops() -> None:
    """The first five registers are there."""
    assert len(POLICIES) == 5


@EACH
def test_every_quote_is_in_the_text_and_every_passage_accounted_for(name: str) -> None:
    """No quote, section or heading that is not there, and nothing of the text left out."""
    document = read((ROOT / "policies" / f"{name}.yaml").read_bytes())
    register = build(document.data, document.written)
    traced = trace(register, Text(text_of(name), register.statement.sections))
    assert [f"{card.name}: {flag.message}" for card, flag in traced.faults] == []
    assert traced.uncited == ()
    assert traced.quotes > 50


def words(text: str) -> list[str]:
    """Return the words of a text, as they are counted."""
    return re.findall(r"\w+", text.lower())


@EACH
def test_nothing_in_the_project_holds_more_than_twelve_words_in_a_row(name: str) -> None:
    """Registers hold facts in words of their own, and short quotes."""
    statement = words(text_of(name))
    longer = LONGEST_QUOTE + 1
    runs = {tuple(statement[n : n + longer]) for n in range(len(statement) - LONGEST_QUOTE)}
    folders = ("tests", "docs", "src", "schemas", "benchmarks")
    within = (path for folder in folders for path in (ROOT / folder).rglob("*.*"))
    for path in [*POLICIES, *within, *ROOT.glob("*.md")]:
        if path.suffix not in {".yaml", ".py", ".md", ".txt", ".json"}:
            continue
        written = words(path.read_text(encoding="utf-8"))
        found = [
            written[n : n + longer]
            for n in range(len(written) - LONGEST_QUOTE)
            if tuple(written[n : n + longer]) in runs
        ]
        assert found == [], path
