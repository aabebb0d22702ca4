"""Every rule's examples hold, and every card tells all that a reader needs."""

from __future__ import annotations

import inspect
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from privlint.catalogue import catalogue
from privlint.judging import judge
from privlint.knowledge.facts import Facts, Knowledge
from privlint.register.build import build
from privlint.rule import Rule
from privlint.schema.shape import misshapen
from privlint.source.document import Document
from privlint.source.reader import read

from .conftest import DAY

PLAIN = Path(__file__).parent / "registers" / "plain.yaml"
MARK = re.compile(r"#\s*<-\s*([A-Z]{3}\d{3}(?:\s*,\s*[A-Z]{3}\d{3})*)")
CODE_LINES = 60

RULES = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.card.code)


@cache
def facts() -> Facts:
    """Return the facts of the day on which examples are judged."""
    return Knowledge.load().as_of(DAY)


def merged(target: Any, patch: Any) -> Any:
    """Apply a merge patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def laid_over_plain(fragment: Document | None) -> Document:
    """Return `plain.yaml` with a fragment laid over it, as a document of the right shape."""
    plain = read(PLAIN.read_bytes()).data
    data = plain if fragment is None else merged(plain, fragment.data)
    document = read(json.dumps(data, ensure_ascii=False).encode())
    assert [flag.message for flag in misshapen(document)] == []
    return document


def found(document: Document) -> list[tuple[str, Any]]:
    """Return the code and place of every flag that any rule raises."""
    judged = judge(build(document.data, document.written), facts(), catalogue())
    for crash in judged.crashes:
        raise crash.error
    return [(card.code, flag.where) for card, flag in judged.raised]


def fragment_of(text: str) -> Document:
    """Read the fragment of an example."""
    return read(inspect.cleandoc(text).encode())


def test_plain_register_is_clean() -> None:
    """No rule finds anything in the lawful register that the examples are laid over."""
    assert found(laid_over_plain(None)) == []


@RULES
def test_the_compliant_example_is_clean(rule: Rule) -> None:
    """No rule at all finds anything in the compliant example."""
    assert found(laid_over_plain(fragment_of(rule.card.compliant))) == []


@RULES
def test_the_violating_example_is_flagged_on_the_marked_lines(rule: Rule) -> None:
    """The rules named by the marks flag exactly the marked lines, and this rule is among them."""
    fragment = fragment_of(rule.card.violating)
    marked = {
        (code.strip(), number)
        for number, line in enumerate(fragment.text.splitlines(), start=1)
        for mark in MARK.findall(line)
        for code in mark.split(",")
    }
    flagged = {
        (code, fragment.locate(where).start_line)
        for code, where in found(laid_over_plain(fragment))
    }
    assert flagged == marked
    assert rule.card.code in {code for code, _ in marked}


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
