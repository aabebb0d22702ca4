"""Messages in another language: recognised, said anew, and no word of a register is lost."""

from __future__ import annotations

import inspect
import json
import re
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint.catalogue import catalogue
from privlint.examples import merged, plain_path
from privlint.finding import Finding
from privlint.linting import lint
from privlint.rule import Rule
from privlint.source.reader import read
from privlint.source.text import Text
from privlint.translation.messages import FIXES, messages
from privlint.translation.templates import template

from ..conftest import ROOT, SMALL, terms
from ..test_shops import SHOPS, report

ENGLISH = re.compile(
    r"\b(the|and|nothing|nobody|says?|said|told|tells|kept|are|or|not|with|from|this|that|these|"
    r"those|how|who|which|needs?|does|do|for|it|its|may|be|can|only|where|rests?|data on)\b"
)
"""Words that no Dutch sentence has."""
QUOTED = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"]*\"|\([^()]*\)")
SECONDS = 5.0
"""What a hostile message may take; a thousandth is usual."""

every_rule = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.card.code)


def found_in_example(rule: Rule) -> tuple[Any, tuple[Finding, ...]]:
    """Check the violating example of a rule by all rules; return its data, and what is found."""
    fragment = read(inspect.cleandoc(rule.card.violating).encode()).data
    data = merged(read(plain_path().read_bytes()).data, fragment)
    source = json.dumps(data, ensure_ascii=False).encode()
    text = rule.card.violating_text
    found = lint("example.yaml", source, terms(), lambda register: _text(text, register))
    return data, found.findings


def _text(text: str, register: Any) -> Text | None:
    return Text(text, register.statement.sections) if text else None


def own_texts(data: Any) -> Iterator[str]:
    """Yield the texts of a register, which stay as they are."""
    if isinstance(data, dict):
        for value in data.values():
            yield from own_texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from own_texts(value)
    elif isinstance(data, str):
        yield data


def english(told: str, own: list[str]) -> list[str]:
    """Return the English words of a text that are those of no register, law, name or quote."""
    for text in own:
        told = told.replace(text, "")
    return ENGLISH.findall(QUOTED.sub("", told))


def told(finding: Finding) -> list[tuple[str, str]]:
    """Return the texts of a finding, each with what becomes of it in Dutch."""
    say = messages("nl", finding.card.code).say
    texts = [finding.message, *(place.label for place in finding.related)]
    pairs = [(text, say(text)) for text in texts]
    if finding.fix is not None:
        title = finding.fix.title
        pairs.append((title, messages("nl", FIXES).say(title)))
    return pairs


@every_rule
def test_what_an_example_finds_is_told_in_dutch(rule: Rule) -> None:
    """Message, labels and fix; only what the register itself says stays English."""
    data, findings = found_in_example(rule)
    assert rule.card.code in {finding.card.code for finding in findings}
    own = sorted({text for text in own_texts(data) if " " in text}, key=len, reverse=True)
    for finding in findings:
        for text, dutch in told(finding):
            assert dutch != text, text
            assert not english(dutch, own), dutch


@pytest.mark.parametrize("shop", SHOPS)
def test_what_is_found_on_a_shop_is_told_in_dutch(shop: str) -> None:
    """The registers of the five shops have English words of their own: those only."""
    data = read((ROOT / "policies" / f"{shop}.yaml").read_bytes()).data
    own = sorted({text for text in own_texts(data) if " " in text}, key=len, reverse=True)
    for finding in report(shop).findings:
        for text, dutch in told(finding):
            assert dutch != text, text
            assert not english(dutch, own), dutch


def test_english_would_be_noticed() -> None:
    """The tests above can fail: no message is Dutch before it is translated."""
    found = [finding for shop in SHOPS for finding in report(shop).findings]
    assert len(found) > 100
    assert all(english(finding.message, []) for finding in found if finding.card.code == "BAS001")


@pytest.mark.parametrize(
    ("code", "text", "dutch"),
    [
        ("ADM002", "a machine decides, and nothing tells the logic nor on which ground",
         "een machine beslist, en nergens staat volgens welke logica, noch op welke grond"),
        ("RET009", "`email`, `name` of `x`: kept for 1 year, and for 2 years elsewhere", None),
        ("RET009", "`email`, `name` of `x`: kept for 1 year here, and for 2 years elsewhere",
         "`email`, `name` van `x`: hier bewaard gedurende 1 jaar, en elders gedurende 2 jaar"),
        ("INP016", "`puposes` is not known at the top of the file; did you mean `purposes`?",
         "`puposes` is niet bekend op het hoogste niveau van het bestand; bedoelde u `purposes`?"),
        ("COO003", "nothing tells how long these stay: analytics cookies, `the` and `or`",
         "nergens staat hoe lang deze blijven staan: analytische cookies, `the` en `or`"),
    ],
)  # fmt: skip
def test_a_message_is_said_with_its_values(code: str, text: str, dutch: str | None) -> None:
    """What a rule inserts is translated too; what no template fits stays as it is."""
    assert messages("nl", code).say(text) == (text if dutch is None else dutch)


def test_words_of_a_register_stay_as_they_are() -> None:
    """Also where they read like those of a rule."""
    said = messages("nl", "FRM008").say(
        "a passage breaks off: the data are kept and the text stops (and 2 more)"
    )
    assert said == "een passage breekt af: the data are kept and the text stops (en nog 2)"
    said = messages("nl", "DAT010").say('"nothing says" does not say from whom the data come')
    assert said == '"nothing says" zegt niet van wie de gegevens komen'


def test_a_message_of_a_house_rule_stays_as_its_author_wrote_it() -> None:
    """Even where it reads like one of privlint."""
    text = "nothing says how long the data of `x` are kept"
    assert messages("nl", "ACM001").say(text) == text
    assert messages("nl", "RET001").say(text) != text


VALUES = ("{x}", "{", "}", "{0.__class__}", "%s", "a\nb\r\n", "`", "“", "\x00", "x" * 100_000)


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_a_hostile_value_is_carried_over(value: str) -> None:
    """Braces, line breaks, half a quote, and a hundred thousand letters."""
    text = f"is this decided by a machine? {value}"
    assert messages("nl", "ADM001").say(text) == f"beslist een machine hierover? {value}"


def test_hostile_values_do_not_hang() -> None:
    """Values that are made of the signs between which the values of others stand."""
    began = time.monotonic()
    for part in (": ", " (", ", ", " and ", "; ", " of `", " for ", "`", "a: (b) and c; "):
        for size in (50, 1_000, 100_000):
            value = (part * size)[:size]
            for code in ("FRM008", "INP016", "LIN004", "TRF001", "RET008"):
                said = messages("nl", code)
                said.say(f"a passage breaks off: {value}")
                said.say(value)
    assert time.monotonic() - began < SECONDS


@given(st.text(max_size=60))
def test_every_value_is_carried_over(value: str) -> None:
    """Whatever stands between quotes comes back between quotes."""
    text = f"nothing says how long the data of `{value}` are kept"
    said = messages("nl", "RET001").say(text)
    if not value.startswith("the "):
        assert said == f"nergens staat hoe lang de gegevens van `{value}` worden bewaard"


@given(st.lists(st.text("abc `:;,(", max_size=5), min_size=3, max_size=3))
def test_a_template_finds_the_values_that_made_a_text(values: list[str]) -> None:
    """Or others that make the same text: nothing is lost."""
    made = template("{a} is {b}, and `{c}` too")
    text = made.filled(dict(zip("abc", values, strict=True)))
    found = made.match(text)
    assert found is not None
    assert made.filled(found) == text


@cache
def _misshapen() -> tuple[Finding, ...]:
    source = SMALL.replace("statement:", "statment:").encode()
    return lint("shop.yaml", source, terms()).findings


def test_what_is_misshapen_is_told_in_dutch_with_its_fix() -> None:
    """The faults of the line itself have templates like rules."""
    pairs = [pair for finding in _misshapen() for pair in told(finding)]
    assert (
        "Write `statement` instead of `statment`",
        "Schrijf `statement` in plaats van `statment`",
    ) in pairs
    assert all(text != dutch for text, dutch in pairs)
