"""A statement's text is divided at its headings, and quotes are found by letters and digits."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint.source.text import PREAMBLE, Text, fold

STATEMENT = """\
Privacyverklaring

1. Bestellingen
Wij bewaren uw naam
en uw adres. Eén jaar lang.
- uw naam
- uw e-mail

1.1 Bezorging
Wij delen uw naam met de bezorger.

2. Rechten
Inzage\tartikel 15
"""

HEADINGS = {"1": "1. Bestellingen", "1.1": "1.1 Bezorging", "2": "2. Rechten"}


@pytest.fixture
def text() -> Text:
    """Return the text, divided."""
    return Text(STATEMENT, HEADINGS)


def shown(text: Text, quote: str, section: str | None = None) -> list[str]:
    """Return what is found of a quote, as it stands in the text."""
    return [text.source[match.start : match.end] for match in text.find(quote, section)]


def test_the_text_is_divided_into_sections_and_passages(text: Text) -> None:
    """A passage is a paragraph, a list item or a table row; a heading is one of its section."""
    assert [(p.section, p.line, p.is_heading, text.excerpt(p)) for p in text.passages] == [
        (PREAMBLE, 1, False, "Privacyverklaring"),
        ("1", 3, True, "1. Bestellingen"),
        ("1", 4, False, "Wij bewaren uw naam en uw adres. Eén jaar lang."),
        ("1", 6, False, "- uw naam"),
        ("1", 7, False, "- uw e-mail"),
        ("1.1", 9, True, "1.1 Bezorging"),
        ("1.1", 10, False, "Wij delen uw naam met de bezorger."),
        ("2", 12, True, "2. Rechten"),
        ("2", 13, False, "Inzage artikel 15"),
    ]
    assert text.missing_headings == ()


def test_a_section_is_known_by_its_id_or_by_one_below_it(text: Text) -> None:
    """Section 1 is there with all that stands below it, and section 11 is another."""
    assert text.has_section("1")
    assert text.has_section("1.1")
    assert text.has_section(PREAMBLE)
    assert not text.has_section("1.2")
    assert not text.has_section("11")
    assert [p.line for p in text.section("1")] == [3, 4, 6, 7]
    assert text.section("3") == ()


@pytest.mark.parametrize(
    ("quote", "section", "found"),
    [
        ("Wij bewaren", None, ["Wij bewaren"]),
        ("wij BEWAREN", None, ["Wij bewaren"]),
        ("uw naam en uw adres", None, ["uw naam\nen uw adres"]),
        ("ADRES, eén jaar", None, ["adres. Eén jaar"]),
        ("uw naam", None, ["uw naam", "uw naam", "uw naam"]),
        ("uw naam", "1", ["uw naam", "uw naam", "uw naam"]),
        ("uw naam", "1.1", ["uw naam"]),
        ("uw naam", "2", []),
        ("email", None, ["e-mail"]),
        ("art 15", None, []),
        ("artikel 1", None, []),
        ("ewaren", None, []),
        ("", None, []),
        ("...", None, []),
        ("uw telefoon", None, []),
    ],
)
def test_a_quote_is_found_as_whole_words(
    text: Text, quote: str, section: str | None, found: list[str]
) -> None:
    """Layout, case and punctuation do not matter, half a word is none."""
    assert shown(text, quote, section) == found


def test_a_match_touches_the_passages_it_runs_through(text: Text) -> None:
    """A quote across two list items belongs to both."""
    (match,) = text.find("jaar lang. uw naam")
    assert [passage.line for passage in text.passages_of(match)] == [4, 6]
    assert text.passage_at(match.start).line == 4


def test_headings_that_are_not_there_are_named() -> None:
    """A heading that the text lacks, or does not have in that order, is missing."""
    assert Text(STATEMENT, {"2": "2. Rechten", "1": "1. Bestellingen"}).missing_headings == ("2",)
    assert Text(STATEMENT, {"1": "1. Bestelling"}).missing_headings == ("1",)
    assert Text("", HEADINGS).missing_headings == ("1", "1.1", "2")


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_accents_are_the_same_in_every_form_of_unicode(form: str) -> None:
    """A text whose accents are characters of their own, as some systems save it, is the same."""
    source = "Uw privégegevens blijven één jaar in het café bewaard."
    text = Text(unicodedata.normalize(form, source), {})  # type: ignore[arg-type]
    assert text.digest == Text(source, {}).digest
    for quote in ("Uw privégegevens", "één jaar", "café"):
        (found,) = shown(text, quote)
        assert unicodedata.normalize("NFC", found) == quote
    assert shown(text, "Uw privegegevens") == []
    assert shown(text, "caf") == []
    assert text.find(unicodedata.normalize("NFD", "één jaar"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("STRASSE", "straße"),
        ("\ufb01nancieel", "financieel"),
        ("e-mail adres", "emailadres"),
        ("\u201cquote\u201d \u2013 \u2026", "quote"),
        ("m²", "m2"),
        ("a\u00a0b", "ab"),
    ],
)
def test_what_is_compared_are_letters_and_digits_in_one_case(one: str, other: str) -> None:
    """Ligatures are their letters, and what is neither letter nor digit does not count."""
    assert fold(one) == fold(other)


def test_another_letter_is_another_text() -> None:
    """Accents count: a quote is taken letter for letter."""
    assert fold("een") != fold("één")


def test_the_digest_is_that_of_the_words() -> None:
    """A new layout leaves the digest alone, a new word does not."""
    digest = Text("De winkel bewaart uw naam.", {}).digest
    assert Text("De winkel\r\n  bewaart *uw* naam", {}).digest == digest
    assert Text("De winkel bewaart uw namen.", {}).digest != digest


@given(st.text(), st.lists(st.text(max_size=8), max_size=3))
def test_any_text_is_divided_without_loss(source: str, headings: list[str]) -> None:
    """Passages follow each other, and hold every letter and digit of the text."""
    text = Text(source, {str(number): heading for number, heading in enumerate(headings)})
    ends = [0, *(passage.end for passage in text.passages)]
    assert all(end <= p.start for end, p in zip(ends, text.passages, strict=False))
    held = "".join(fold(source[p.start : p.end]) for p in text.passages)
    assert held == fold(source)


@given(st.text(min_size=1), st.data())
def test_every_whole_line_of_a_text_is_found_in_it(source: str, data: st.DataObject) -> None:
    """A quote that was copied from the text is found there."""
    lines = [line for line in source.splitlines() if fold(line)]
    if lines:
        quote = data.draw(st.sampled_from(lines))
        assert Text(source, {}).find(quote)
