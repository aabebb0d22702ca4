"""Every rule's examples hold, and every card tells all that a reader needs."""

from __future__ import annotations

import inspect
import re
from functools import cache
from pathlib import Path

import pytest

from privlint.catalogue import catalogue
from privlint.examples import flags, marks
from privlint.knowledge.facts import Facts, Knowledge
from privlint.rule import Certainty, Rule, Severity

from .conftest import DAY

CODE_LINES = 60

RULES = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.card.code)


@cache
def facts() -> Facts:
    """Return the facts of the day on which examples are judged."""
    return Knowledge.load().as_of(DAY)


def test_plain_register_is_clean() -> None:
    """No rule finds anything in the lawful register that the examples are laid over."""
    assert flags("{}", "", catalogue(), facts()) == frozenset()


@RULES
def test_the_compliant_example_is_clean(rule: Rule) -> None:
    """No rule at all finds anything in the compliant example."""
    card = rule.card
    assert flags(card.compliant, card.compliant_text, catalogue(), facts()) == frozenset()


@RULES
def test_the_violating_example_is_flagged_on_the_marked_lines(rule: Rule) -> None:
    """The rules named by the marks flag exactly the marked lines, and this rule is among them."""
    card = rule.card
    wanted = marks(card.violating)
    assert flags(card.violating, card.violating_text, catalogue(), facts()) == wanted
    assert card.code in {code for _, code in wanted}


@RULES
def test_the_card_tells_everything(rule: Rule) -> None:
    """Code, name, function, file and family are one; law, remedy and doubts are told."""
    card = rule.card
    source = Path(inspect.getfile(rule.check))
    assert re.fullmatch(r"[A-Z]{3}\d{3}", card.code)
    assert card.name == rule.check.__name__.replace("_", "-") == source.stem.replace("_", "-")
    assert card.family == source.parent.name
    assert card.title[0].isupper()
    assert card.rationale, "say why it matters"
    assert card.wrong_when, "say when a finding would be wrong"
    assert card.remedy.endswith(".")
    assert (card.certainty, card.severity) != (Certainty.ASK, Severity.ERROR)
    assert card.law or card.family == "register_quality"


@RULES
def test_every_citation_resolves(rule: Rule) -> None:
    """Each law that a card cites is a source of the knowledge base."""
    assert [law for law in rule.card.law if facts().source(law) is None] == []


@RULES
def test_a_rule_is_short(rule: Rule) -> None:
    """The judgement of a rule has at most 60 lines."""
    assert len(inspect.getsource(rule.check).splitlines()) <= CODE_LINES + 40


def test_codes_and_names_are_unique() -> None:
    """No two rules share a code or a name."""
    cards = [rule.card for rule in catalogue()]
    assert len({card.code for card in cards}) == len({card.name for card in cards}) == len(cards)
