"""Data of the right shape become nodes that know where they stand and what was said."""

from __future__ import annotations

from datetime import date

import pytest

from privlint.register import (
    CategoryEntry,
    Cite,
    DataGroup,
    LegalBasis,
    Purpose,
    Register,
    Retention,
    RetentionEntry,
)
from privlint.register.build import build
from privlint.schema.shape import misshapen
from privlint.source.reader import read

from ..conftest import ROOT, SMALL

PLAIN = ROOT / "tests" / "registers" / "plain.yaml"


def built(text: str) -> Register:
    """Build the small register with more in it."""
    document = read((SMALL + text).encode())
    assert [flag.message for flag in misshapen(document)] == []
    return build(document.data, document.written)


def test_silence_is_nothing_and_an_empty_list_is_an_answer() -> None:
    """An absent key is not stated; `recipients: []` says that nobody receives the data."""
    register = built("purposes: {a: {data: [{recipients: []}, {source: observed}]}}\n")
    asked, silent = register.purposes["a"].data
    assert asked.recipients == silent.recipients == ()
    assert "recipients" in asked.stated
    assert "recipients" not in silent.stated
    assert register.dpo is None
    assert register.claims == ()
    assert register.recipients == {}


def test_every_node_knows_where_it_stands_and_what_holds_it() -> None:
    """From a leaf one finds the purpose, and the place in the file."""
    register = built(
        "purposes: {a: {data: [{categories: [name, {is: email, words: mail}]}]}}\n"
        "general: {data: [{categories: [phone]}]}\n"
    )
    (first, second, third) = register.all(CategoryEntry)
    assert first.where == ("purposes", "a", "data", 0, "categories", 0)
    assert first.within(Purpose) is register.purposes["a"]
    assert first.within(DataGroup).within(Register) is register
    assert second.where == ("purposes", "a", "data", 0, "categories", 1)
    assert second.words == "mail"
    assert third.where == ("general", "data", 0, "categories", 0)
    assert third.within(Purpose) is None


def test_a_bare_word_is_the_entry_that_it_stands_for() -> None:
    """`name` and `{is: name}` are the same category, at the same place."""
    short = built("purposes: {a: {data: [{categories: [name]}]}}\n").all(CategoryEntry)[0]
    long = built("purposes: {a: {data: [{categories: [{is: name}]}]}}\n").all(CategoryEntry)[0]
    assert short.id == long.id == "name"
    assert short.where == long.where
    assert short.stated == long.stated == {"is"}


@pytest.mark.parametrize(
    ("text", "wheres"),
    [
        ("{period: P1Y}", [("general", "retention")]),
        ("[{period: P1Y}]", [("general", "retention", 0)]),
        (
            "[{period: P1Y, when: otherwise}, {until: unsubscribe}]",
            [("general", "retention", 0), ("general", "retention", 1)],
        ),
        (
            "{whichever: first, entries: [{period: P1Y}, {until: unsubscribe}]}",
            [("general", "retention", "entries", 0), ("general", "retention", "entries", 1)],
        ),
    ],
)
def test_retention_is_one_entry_or_a_list_and_rules_see_entries(
    text: str, wheres: list[tuple[str | int, ...]]
) -> None:
    """However it is written, a retention holds entries, each at its own place."""
    register = built(f"general: {{retention: {text}}}\n")
    (retention,) = register.all(Retention)
    assert [entry.where for entry in register.all(RetentionEntry)] == wheres
    assert list(retention.entries) == register.all(RetentionEntry)


def test_one_stands_for_a_list_of_one() -> None:
    """Where the format takes one or several, a rule always sees several."""
    one = built("dpo: {status: appointed, cite: {section: 1, quote: een}}\n").all(Cite)
    assert [(cite.section, cite.quote) for cite in one] == [("1", ("een",))]
    many = built(
        "dpo: {status: appointed, cite: [{section: 1, quote: [een, twee]}, {section: 2}]}\n"
    ).all(Cite)
    assert [(cite.section, cite.quote) for cite in many] == [("1", ("een", "twee")), ("2", ())]


@pytest.mark.parametrize(
    ("section", "kept"),
    [
        ("1.10", "1.10"),
        ("1", "1"),
        ('"1.10"', "1.10"),
        ("IV.2", "IV.2"),
        ("1e1", "1e1"),
        ("&s 1.10", "1.10"),
    ],
)
def test_digits_are_kept_as_they_were_written(section: str, kept: str) -> None:
    """A section, a postcode or a number of a company is no number to count with."""
    register = built(f"dpo: {{status: appointed, cite: {{section: {section}}}}}\n")
    assert register.all(Cite)[0].section == kept


def test_digits_are_kept_through_an_alias() -> None:
    """What an alias stands for is what was written at its anchor."""
    register = built(
        "controller: {cite: {section: &s 1.10}, address: {postcode: 9140}}\n"
        "dpo: {status: appointed, cite: {section: *s}}\n"
    )
    assert [cite.section for cite in register.all(Cite)] == ["1.10", "1.10"]
    assert register.controller is not None
    assert register.controller.address is not None
    assert register.controller.address.postcode == "9140"


def test_an_alias_gives_each_of_its_places_a_node_of_its_own() -> None:
    """Two purposes that share a basis have two bases, each at its own place."""
    register = built(
        "purposes:\n  a: {legal_basis: &b [{basis: contract}]}\n  c: {legal_basis: *b}\n"
    )
    assert [basis.where for basis in register.all(LegalBasis)] == [
        ("purposes", "a", "legal_basis", 0),
        ("purposes", "c", "legal_basis", 0),
    ]


def test_a_day_is_a_day() -> None:
    """What the format calls a day can be compared with one."""
    document = read(b'privlint: 1\nshop: {name: S, country: BE}\nstatement: {date: "2024-02-29"}\n')
    assert build(document.data, document.written).statement.date == date(2024, 2, 29)


def test_nodes_are_indexed_by_class() -> None:
    """A rule gets every node of its class, whatever holds it; the order of keys changes nothing."""
    document = read(PLAIN.read_bytes())
    data = document.data
    register = build(data, document.written)
    turned = build({key: data[key] for key in reversed(data)}, document.written)
    wheres = [basis.where for basis in register.all(LegalBasis)]
    assert wheres == [basis.where for basis in turned.all(LegalBasis)]
    assert len(wheres) == len(register.purposes)
    assert register.all(Register) == [register]


def test_a_node_that_was_made_by_hand_is_silent_where_nothing_was_given() -> None:
    """Tests and converters can make nodes without a file."""
    entry = RetentionEntry(period="P1Y")  # type: ignore[call-arg]
    assert entry.until is None
    assert entry.of == ()
    assert entry.stated == {"period"}
    with pytest.raises(AttributeError, match=r"RetentionEntry\.period cannot be changed"):
        entry.period = "P2Y"  # type: ignore[misc]
