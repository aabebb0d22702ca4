"""What does not fit the format is said in plain words, where it stands, with what was meant."""

from __future__ import annotations

import json
import time
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint.schema.shape import misshapen
from privlint.schema.store import schema
from privlint.source.document import Document
from privlint.source.reader import read

from ..conftest import ROOT, SMALL

PLAIN = ROOT / "tests" / "registers" / "plain.yaml"
TWELVE = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"


def said(text: str) -> list[str]:
    """Return what is said of a register, each with its line and column."""
    document = read(text.encode())
    return sorted(
        f"{span.start_line}:{span.start_column} {flag.message}"
        for flag in misshapen(document)
        for span in [document.locate(flag.where, key=flag.at_key)]
    )


def of(data: dict[str, Any]) -> Document:
    """Return a small register with these entries."""
    small = read(SMALL.encode()).data
    return read(json.dumps({**small, **data}).encode())


def test_a_register_of_a_statement_that_says_nothing_has_the_right_shape() -> None:
    """The schema asks for nothing that a statement may lack: that is for the rules."""
    assert said(SMALL) == []
    assert misshapen(read(PLAIN.read_bytes())) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("dpoo: {}", "4:1 `dpoo` is not known at the top of the file; did you mean `dpo`?"),
        ("Dpo: {}", "4:1 `Dpo` is not known at the top of the file; did you mean `dpo`?"),
        ("zebra: {}", "4:1 `zebra` is not known at the top of the file"),
        (
            "dpo:\n  status: apointed",
            "5:11 `apointed` cannot stand for `dpo.status`; did you mean `appointed`?",
        ),
        (
            "dpo:\n  status: maybe",
            "5:11 `maybe` cannot stand for `dpo.status`; known are `appointed`, `not_appointed`",
        ),
        (
            "purposes: {a: {titel: b}}",
            "4:16 `titel` is not known in `purposes.a`; did you mean `title`?",
        ),
        (
            "purposes: {A b: {}}",
            "4:12 `A b` is no id: small letters, digits and underscores",
        ),
        ("purposes: []", "4:11 `purposes` should be a mapping, and is a list"),
        ("purposes: none", "4:11 `purposes` should be a mapping, and is text"),
        ("purposes: 3", "4:11 `purposes` should be a mapping, and is a number"),
        ("purposes: true", "4:11 `purposes` should be a mapping, and is `true`"),
        ("claims: {}", "4:9 `claims` should be a list, and is a mapping"),
        (
            "dpo:",
            "4:1 `dpo` has no value; write one, or leave the key out",
        ),
        (
            "dpo:\n  status:\n",
            "5:3 `dpo.status` has no value; write one, or leave the key out",
        ),
        (
            "minors: [{age: sixteen}]",
            "4:16 `minors.0.age` should be a whole number, and is text",
        ),
        ("minors: [{age: 16.5}]", "4:16 `minors.0.age` should be a whole number, and is a number"),
        (
            "todo: [dpo, dpo]",
            "4:1 `todo` lists `dpo` twice",
        ),
        (
            "purposes: {a: {data: [{categories: [nmae]}]}}",
            "4:37 `nmae` cannot stand for `purposes.a.data.0.categories.0`; did you mean `name`?",
        ),
        (
            "purposes: {a: {data: [{categories: [{is: name, word: x}]}]}}",
            "4:48 `word` is not known in `purposes.a.data.0.categories.0`; did you mean `words`?",
        ),
        (
            "general: {retention: {perod: P1Y}}",
            "4:23 `perod` is not known in `general.retention`; did you mean `period`?",
        ),
        (
            "controller: {address: {country: be}}",
            "4:33 `be` cannot stand for `controller.address.country`; did you mean `BE`?",
        ),
    ],
)
def test_a_fault_is_said_in_plain_words_at_its_place(text: str, message: str) -> None:
    """What is wrong, where in the register, and what may have been meant."""
    assert said(SMALL + text) == [message]


def test_what_does_not_fit_a_pattern_is_told_what_fits() -> None:
    """Nobody is shown a regular expression: the field's own description says what it takes."""
    (message,) = said(SMALL + "general: {retention: {period: 1 year}}")
    assert message == (
        "4:31 `1 year` does not fit `general.retention.period`: a length of time in ISO 8601: "
        "P7Y is seven years, P6M six months, P90D ninety days"
    )


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "{}",
            [
                f"1:1 `{key}` is missing at the top of the file"
                for key in ("privlint", "shop", "statement")
            ],
        ),
        ("[]", ["1:1 the file should be a mapping, and is a list"]),
        ("hello", ["1:1 the file should be a mapping, and is text"]),
        ("privlint: 1\nshop: {}\nstatement: {}\n", ["2:7 `country` is missing in `shop`"]),
    ],
)
def test_what_is_missing_stands_at_what_lacks_it(text: str, messages: list[str]) -> None:
    """The place is that of the entry which lacks the key."""
    found = said(text)
    assert [message for message in messages if message not in found] == []


@pytest.mark.parametrize("value", ['"1"', "2", "true", "1.5", "[]"])
def test_the_version_of_the_format_is_the_number_one(value: str) -> None:
    """A text in quotes is shown in quotes, so that one sees what differs."""
    (message,) = said(SMALL.replace("privlint: 1", f"privlint: {value}"))
    assert message == f"1:11 `privlint` can only be `1`, and is `{value}`"


@pytest.mark.parametrize(
    "day",
    [
        *("2026-02-30", "2025-02-29", "2026-13-01", "0000-01-01", "2026-1-1", "20260101"),
        *("2026-W01-1", "1 juni 2026", "2026-06-01 ", "2026-06-01\\n", "\u0662\u0660\u0662\u0666"),
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_refused_once(day: str) -> None:
    """One message for one mistake, whatever is wrong with the day."""
    (message,) = said(f'privlint: 1\nshop: {{country: BE, name: S}}\nstatement: {{date: "{day}"}}')
    assert "is no day of the calendar (YYYY-MM-DD)" in message
    assert message.startswith("3:19 ")


def test_a_quote_that_an_unquoted_comma_cuts_gets_a_message_of_its_own() -> None:
    """YAML makes a key of what follows the comma; the author meant one sentence."""
    cut = "dpo: {status: not_appointed, cite: {section: III, quote: geen afzonderlijk, een ander}}"
    assert said(SMALL + cut) == [
        "4:77 the quote is cut at a comma before `een ander`: put it in double quotes"
    ]


@pytest.mark.parametrize(
    ("quote", "fits"),
    [
        (TWELVE, True),
        (f"«{TWELVE}».", True),
        (TWELVE.replace("e", "é"), True),
        ("мы не передаём ваши данные никому и никогда за деньги", True),
        ("Één geëxporteerd financiële coördinatie", True),
        ("snake_case is one word", True),
        (f"{TWELVE} dertien", False),
        (TWELVE.replace(" ", ",") + ",dertien", False),
        ("l'a " * 7, False),
        ("...", False),
        (" ", False),
    ],
)
def test_a_quote_has_at_most_twelve_words(quote: str, fits: bool) -> None:  # noqa: FBT001
    """Words are counted alike in every script; a quote without a word is none."""
    cite = {"section": "1", "quote": quote}
    found = [flag.message for flag in misshapen(of({"dpo": {"status": "appointed", "cite": cite}}))]
    assert (found == []) is fits
    assert all("up to twelve words" in message for message in found)


def test_one_mistake_made_many_times_is_not_told_a_thousand_times() -> None:
    """A file that is no register at all gets its first hundred faults, and is told so."""
    began = time.process_time()
    faults = misshapen(of({f"purposes{number}": 1 for number in range(40_000)}))
    assert time.process_time() - began < 3
    assert len(faults) == 101
    assert faults[-1].message == "more does not fit; mend the first faults first"


@pytest.mark.parametrize("length", [61, 100_000])
def test_long_values_are_shortened(length: int) -> None:
    """A message fits on a screen, whatever was written."""
    (flag,) = misshapen(of({"dpo": {"status": "x" * length}}))
    assert f"`{'x' * 60}...`" in flag.message
    assert len(flag.message) < 200


FIELDS = st.sampled_from(
    [
        lambda text: {"statement": {"language": text}},
        lambda text: {"statement": {"date": text}},
        lambda text: {"statement": {"sha256": text}},
        lambda text: {"general": {"retention": {"period": text}}},
        lambda text: {"dpo": {"status": "appointed", "cite": {"section": "1", "quote": text}}},
        lambda text: {"purposes": {text: {}}},
        lambda text: {"todo": [text]},
        lambda text: {"recipients": {"a": {"name": "A", "vendor": text}}},
    ]
)
NEARLY = st.text("PTYMWDa1é\u0663_.- \n\u2028", max_size=8) | st.text(max_size=8)


@given(FIELDS, NEARLY)
def test_the_quick_validator_and_the_thorough_one_agree(field: Any, text: str) -> None:
    """Whatever the quick one refuses, the thorough one explains: nothing slips between the two."""
    data = {**read(SMALL.encode()).data, **field(text)}
    document = Document("", data, (0, 0, {}), {})
    is_valid = jsonschema_rs.Draft202012Validator(schema("register"), validate_formats=True)
    assert (misshapen(document) == ()) is is_valid.is_valid(data)
