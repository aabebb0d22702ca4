"""A report in another language says the same, and is found again by the same names."""

from __future__ import annotations

from collections import Counter

import pytest

from privlint.report import Late
from privlint.reporters import REPORTERS, render
from privlint.reporters.layout import Layout
from privlint.rule import Card
from privlint.translation.catalogues import SOURCE, catalogue, languages
from privlint.translation.reports import Translator
from privlint.translation.words import Translated

from ..conftest import ROOT, Golden
from ..test_shops import GOLDEN, report
from .extraction import cards

SHOP = "kleine-toppers"
DUTCH = Layout(words=Translated("nl"))


@pytest.mark.parametrize("name", ["concise", "full"])
def test_a_shop_is_told_in_dutch(name: str, golden: Golden) -> None:
    """Read as its owner reads it; a change is seen in review."""
    text = render(name, Translator("nl").report(report(SHOP)), DUTCH).replace(f"{ROOT}/", "")
    golden.check(GOLDEN / "dutch" / f"{SHOP}.{name}.txt", text)


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_can_be_written_in_dutch(name: str) -> None:
    """And holds the Dutch message."""
    found = Translator("nl").report(report(SHOP))
    assert "nergens staat een rechtsgrond voor" in render(name, found, DUTCH)
    assert "nothing gives a legal basis" not in render(name, found, DUTCH)


def test_what_is_found_is_the_same() -> None:
    """Place, rule, severity, law and name by ids: only words differ."""
    found = report(SHOP)
    dutch = Translator("nl").report(found)
    for one, other in zip(found.findings, dutch.findings, strict=True):
        assert one.message != other.message
        assert one.order[:3] == other.order[:3]
        same = {"message": one.message, "card": one.card, "related": one.related, "fix": one.fix}
        assert other.replace(**same) == one
        assert [place.span for place in one.related] == [place.span for place in other.related]
        assert one.card.name == other.card.name


def test_the_findings_of_many_files_are_translated_when_their_turn_comes() -> None:
    """They are counted without reading one."""
    asked: list[int] = []

    def read() -> tuple[()]:
        asked.append(1)
        return ()

    found = report(SHOP).replace(findings=Late((read,), Counter()))
    dutch = Translator("nl").report(found)
    assert len(dutch.findings) == 0
    assert not asked
    assert [*dutch.findings] == []
    assert asked


def test_an_untranslated_text_of_a_card_stays_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that lacks it loses nothing."""
    monkeypatch.setattr(catalogue("cards", "nl"), "_catalog", {"": ""})
    card = cards()[0]
    assert Translator("nl").card(card) == card


def test_a_translated_text_of_a_card_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its code and part, so that two rules can say the same thing differently."""
    card = cards()[0]
    key = f"{card.code} title\x04{card.title}"
    monkeypatch.setattr(catalogue("cards", "nl"), "_catalog", {"": "", key: "Titel"})
    told = Translator("nl").card(card)
    assert told.title == "Titel"
    assert told.replace(title=card.title) == card


def test_the_card_of_a_house_rule_stays_as_its_author_wrote_it() -> None:
    """Its texts are in no catalogue, whatever it is called."""
    card: Card = cards()[0].replace(code="ACM001")
    assert Translator("nl").card(card) == card


def test_english_is_the_source_and_comes_first() -> None:
    """It has no catalogue."""
    assert languages()[0] == SOURCE
    assert "nl" in languages()


def test_numbers_and_counts_are_dutch() -> None:
    """A point stands between thousands; one thing and several differ."""
    words = Translated("nl")
    assert words.count("{n} error", "{n} errors", 1) == "1 fout"
    assert words.count("{n} error", "{n} errors", 1234) == "1.234 fouten"
    assert words.term("data", "name") == "naam"
    assert words.term("until", "contract_end") == "de overeenkomst eindigt"
    assert words.term("data", "unheard_of") == "unheard of"
    assert words.part("7 years") == "7 jaar"
    assert words.part("in their own words") == "in their own words"
