"""The cards of the rules, for a terminal, for the documentation and for programs."""

from __future__ import annotations

import json

import pytest

from privlint.catalogue import cards, find
from privlint.knowledge.facts import Knowledge
from privlint.reporters.cards import FORMATS, LISTS, as_list
from privlint.reporters.layout import Layout
from privlint.rule import Card, Certainty, Severity

from ..conftest import DAY

SOURCES = Knowledge.load().as_of(DAY).source

CARD = Card(
    code="TST001",
    name="a-test-of-cards",
    family="testing",
    title="A card is not told in full",
    rationale="The first paragraph.\n\nThe second paragraph, " + "with many words " * 10,
    wrong_when="Wrong when nobody reads it.",
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 5(1)(a)", "GDPR 12(1)"),
    remedy="Tell it in full.",
    since="2020-01-01",
    until="2021-12-31",
    jurisdictions=frozenset({"NL", "BE"}),
    compliant="\n        a: 1\n        b: {c: 2}\n    ",
    violating="\n        a: 2  # <- TST001\n    ",
)

EVERYTHING = ["a-test-of-cards", "TST001", "warning", "GDPR 5(1)(a)", "Tell it in full."]


def test_a_card_in_the_terminal_tells_everything() -> None:
    """What it finds, why, when it is wrong, by which law, since when, and both examples."""
    text = FORMATS["text"]([CARD], Layout(60), SOURCES)
    for told in (*EVERYTHING, "The first paragraph.", "Wrong when nobody reads it."):
        assert told in text
    assert "in force: 2020-01-01 to 2021-12-31" in text
    assert "countries: BE, NL (shops established there)" in text
    assert "certainty: likely: rests on what is known of others" in text
    assert "Flagged\n  a: 2  # <- TST001" in text
    assert "Not flagged\n  a: 1\n  b: {c: 2}" in text
    assert max(map(len, text.splitlines())) <= 60


def test_what_always_holds_is_not_told() -> None:
    """A rule that is in force from the first day of the GDPR everywhere says nothing of it."""
    (card,) = find("RET001")
    text = FORMATS["text"]([card], Layout(), SOURCES)
    assert "in force" not in text
    assert "countries" not in text


def test_a_card_in_markdown_has_headings_links_and_code_blocks() -> None:
    """It can be put into documentation as it is."""
    text = FORMATS["markdown"]([CARD, CARD], Layout(), SOURCES)
    assert text.count("## TST001 a-test-of-cards\n") == 2
    assert "- **law**: [GDPR 5(1)(a)](https://eur-lex.europa.eu/" in text
    assert "- **in force**: from 2020-01-01 to 2021-12-31\n" in text
    assert "- **countries**: BE, NL (shops established there)\n" in text
    assert "### What it finds\n\nA card is not told in full.\n" in text
    assert "### When it is wrong\n\nWrong when nobody reads it.\n" in text
    assert "### What to do\n\nTell it in full.\n" in text
    assert "```yaml\na: 1\nb: {c: 2}\n```" in text


def test_law_is_linked_where_its_address_is_known() -> None:
    """Guidance without one stands as it is cited."""
    text = FORMATS["markdown"]([CARD.replace(law=("WP260 annex",))], Layout(), SOURCES)
    assert "- **law**: WP260 annex\n" in text


def test_the_law_of_a_market_is_told_as_such() -> None:
    """A rule that is asked of those who sell there says so, in both forms."""
    by_market = CARD.replace(by_market=True)
    for form in ("text", "markdown"):
        text = " ".join(FORMATS[form]([by_market], Layout(), SOURCES).split())
        assert "BE, NL (shops established there, and those that sell there)" in text


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_text_of_a_statement_is_shown_where_an_example_has_one(form: str) -> None:
    """A rule on the wording of a statement is shown with wording."""
    card = CARD.replace(violating_text="\n    1. Old\n    words\n", compliant_text="New words")
    text = FORMATS[form]([card], Layout(), SOURCES).replace("\n  ", "\n")
    assert "Flagged, with this text" in text
    assert "1. Old\nwords\n" in text
    assert "Not flagged, with this text" in text
    assert "New words" in text


def test_a_list_tells_each_card_in_short() -> None:
    """How grave and how sure it is, where it holds, and what it finds; on lines that fit."""
    text = as_list([CARD, CARD.replace(certainty=Certainty.CERTAIN)], Layout(40))
    assert text == (
        "TST001 a-test-of-cards (warning, likely, BE, NL)\n  A card is not told in full\n"
        "TST001 a-test-of-cards (warning, BE, NL)\n  A card is not told in full\n"
    )


def test_a_card_in_json_has_all_its_fields() -> None:
    """As JSON has them: words for severity and certainty, lists for what is several."""
    (told,) = json.loads(FORMATS["json"]([CARD], Layout(), SOURCES))
    assert told["code"] == "TST001"
    assert told["severity"] == "warning"
    assert told["certainty"] == "likely"
    assert told["jurisdictions"] == ["BE", "NL"]
    assert told["law"] == ["GDPR 5(1)(a)", "GDPR 12(1)"]
    assert told["compliant"] == "a: 1\nb: {c: 2}"
    assert {"name", "title", "rationale", "remedy", "violating", "since", "until"} <= set(told)


@pytest.mark.parametrize(("number", "counted"), [(0, "0 rules"), (1, "1 rule"), (2, "2 rules")])
def test_the_table_has_a_line_for_each_rule_and_counts_them(number: int, counted: str) -> None:
    """Code, severity, how sure it is if not certain, name, what it finds, and where."""
    *lines, last = LISTS["table"]([CARD] * number, Layout()).splitlines()
    line = "TST001  warning  likely  a-test-of-cards  A card is not told in full (BE, NL)"
    assert lines == [line] * number
    assert last == counted


def test_the_markdown_table_has_a_row_for_each_rule() -> None:
    """With as many cells as it has columns, whatever the cards say."""
    head, rule, *rows = LISTS["markdown"](cards(), Layout()).splitlines()
    assert len(rows) == len(cards())
    assert {line.count("|") for line in (head, rule, *rows)} == {8}


@pytest.mark.parametrize("name", FORMATS)
def test_every_card_there_is_can_be_told(name: str) -> None:
    """No rule has a card that a format cannot hold, and none is told on a wide line."""
    text = FORMATS[name](cards(), Layout(), SOURCES)
    assert all(card.code in text for card in cards())
    assert text.endswith("\n")
    if name == "text":
        prose = [line for line in text.splitlines() if not line.startswith("  ")]
        assert [line for line in prose if len(line) > 80] == []


def test_colour_adds_nothing_but_colour() -> None:
    """Without the marks of the painter it is the same text."""
    painted = Layout(80, lambda text, _: f"\x02{text}\x03")
    told = [
        (form([CARD], painted, SOURCES), form([CARD], Layout(), SOURCES))
        for form in FORMATS.values()
    ]
    lists = (*LISTS.values(), as_list)
    told += [(form([CARD], painted), form([CARD], Layout())) for form in lists]
    for colourful, plain in told:
        assert colourful.replace("\x02", "").replace("\x03", "") == plain
