"""The statement as a text: its language, the laws it names, its faults and its wording."""

from __future__ import annotations

import time

import pytest

from privlint.knowledge.facts import Knowledge

from ..conftest import DAY
from .conftest import found, graded

TWO = "shop: {languages: [nl, fr]}\nstatement: {language: nl"
FAULTS = "faults: [{{fault: {0}, about: one}}, {{fault: {0}, about: two}}]"

CASES = [
    ("nothing is written down of a version in French", f"{TWO}}}", {"FRM003 info"}),
    ("there is a version in French", f"{TWO}, other_languages: [fr]}}", set()),
    (
        "there is one in English, not in French",
        f"{TWO}, other_languages: [en]}}",
        {"FRM003 warning"},
    ),
    ("there is no other version", f"{TWO}, other_languages: []}}", {"FRM003 warning"}),
    (
        "this is the English version of a statement in Dutch and French",
        "shop: {languages: [nl, fr]}\nstatement: {language: en, other_languages: [fr, nl]}",
        set(),
    ),
    (
        "neither version is in the language of the customers",
        "shop: {languages: [fr]}\nstatement: {language: en, other_languages: [nl]}",
        {"FRM003 error"},
    ),
    (
        "nobody knows in which language it is",
        "shop: {languages: [nl, fr]}\nstatement: {language: null}",
        set(),
    ),
    ("the old Belgian act", "statement: {laws: [{name: de Privacywet}]}", {"FRM006 warning"}),
    (
        "the new Belgian act is called the same",
        "statement: {laws: [{name: de Privacywet van 30 juli 2018}, {name: de nieuwe Privacywet}]}",
        set(),
    ),
    ("passages cannot be understood", FAULTS.format("unclear"), {"FRM008 warning"}),
    ("slips change what is said", FAULTS.format("typo"), {"FRM008 info"}),
    ("things are announced, and not told", FAULTS.format("promise_not_kept"), {"FRM011 info"}),
    ("a fact outside the shop is wrong", FAULTS.format("wrong_fact"), set()),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES)
def test_only_a_fault_of_the_text_is_found(what: str, patch: str, codes: set[str]) -> None:
    """What is a question, or a slip that readers see through, is no error."""
    assert what
    assert graded(patch) == codes
    assert found(patch) == {code.split()[0] for code in codes}


ENDLESS = [
    "[" * 50_000,
    "[naam " * 10_000,
    "[" + "x" * 50_000,
    "{{ a" * 10_000,
    "kan " + "en" * 25_000 + "1",
    "in bepaalde van " * 4_000,
    "in bepaalde van " + "a" * 50_000,
]


@pytest.mark.parametrize("text", ENDLESS, ids=lambda text: text[:8])
def test_no_text_takes_for_ever(text: str) -> None:
    """The patterns for wording walk through a text once, whatever it holds."""
    facts, start = Knowledge.load().as_of(DAY), time.process_time()
    for language in ("nl", "fr", "de", "en"):
        facts.qualifiers(text, language)
    facts.placeholders(text)
    assert time.process_time() - start < 2
