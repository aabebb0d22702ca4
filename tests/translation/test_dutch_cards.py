"""The cards in Dutch: every text of every card, the same law, the same keys."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

import privlint
from privlint.catalogue import cards

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

FOLDER = Path(privlint.__file__).parent / "locale" / "nl" / "LC_MESSAGES"
PARTS = ("title", "rationale", "wrong_when", "remedy")
OPENING = "Onjuist wanneer "

ENGLISH = {
    f"{card.code} {part}": str(getattr(card, part))
    for card in cards()
    for part in PARTS
    if getattr(card, part)
}
"""The texts of the cards, by the context under which the catalogue has them."""

KEY = re.compile(r"`[^`]*`")
CITED = re.compile(r"[A-Za-z]*\d\w*(?:[:./]\w+)*(?:\(\w+\))*|\((?:\d+|[a-z])\)")
"""A number as law and guidance are cited: `13(2)(f)`, `3:15d(1)(c)`, `C-634/21`, `(e)` alone."""

FOREIGN = re.compile(r"\b(?:GDPR|EEA|recitals?|CJEU|Directive|Act of|Wrong when)\b")


def catalogue() -> Catalog:
    """Read the catalogue."""
    with (FOLDER / "cards.po").open("rb") as file:
        return read_po(file, locale="nl", domain="cards")


@pytest.fixture(scope="module")
def entries() -> dict[str, Message]:
    """Return the entries of the catalogue by context."""
    return {str(entry.context): entry for entry in catalogue() if entry.id}


@pytest.fixture(scope="module")
def dutch(entries: dict[str, Message]) -> dict[str, str]:
    """Return the Dutch texts by context."""
    return {context: str(entry.string) for context, entry in entries.items()}


def cited(text: str) -> set[str]:
    """Return every article, recital, judgment, date and other number of an English text."""
    return set(CITED.findall(KEY.sub("", text)))


def cited_in_dutch(text: str) -> set[str]:
    """Return the same of a Dutch text, where `13(2)(f)` is "13, lid 2, onder f)"."""
    told = re.sub(r",? lid (\d+)", r"(\1)", text)
    told = re.sub(r",? onder (\w)\)", r"(\1)", told)
    return cited(re.sub(r" en (\w)\)", r" (\1)", told))


@pytest.mark.parametrize(
    ("english", "in_dutch"),
    [
        ("Art. 13(2)(f)", "art. 13, lid 2, onder f), AVG"),
        ("Art. 13(1)(c) and (e)", "art. 13, lid 1, onder c) en e), AVG"),
        ("Art. 28(10)", "art. 28, lid 10, AVG"),
        ("Art. 21(2) and (3)", "art. 21, lid 2 en lid 3, AVG"),
        ("art. 11.7a(3)(b) Tw", "art. 11.7a, lid 3, onder b), Tw"),
        ("art. 10/2 of the Act of 30 July 2018", "art. 10/2 van de wet van 30 juli 2018"),
        ("C-634/21, WP260, 13", "C-634/21, WP260, 13"),
    ],
)
def test_citations_are_recognised_in_both_languages(english: str, in_dutch: str) -> None:
    """So that the test below compares what it is meant to compare."""
    assert cited_in_dutch(in_dutch) == cited(english)


def test_a_wrong_paragraph_is_no_citation_of_the_right_one() -> None:
    """A slip within an article is seen, not only a wrong article."""
    assert cited_in_dutch("art. 13, lid 1, onder f), AVG") != cited("Art. 13(2)(f)")


def test_every_entry_is_translated(entries: dict[str, Message]) -> None:
    """None is empty, none is the English again, and none is only guessed."""
    left = {
        context
        for context, entry in entries.items()
        if not entry.string or entry.string == entry.id or entry.fuzzy
    }
    assert left == set()


def test_the_dutch_cites_what_the_english_cites(dutch: dict[str, str]) -> None:
    """No article, judgment, date or other number is lost, changed or added."""
    told = {context: cited_in_dutch(text) for context, text in dutch.items()}
    assert told == {context: cited(text) for context, text in ENGLISH.items()}


def test_keys_codes_and_commands_are_not_translated(dutch: dict[str, str]) -> None:
    """What stands in back-quotes is typed as it stands."""
    told = {context: sorted(KEY.findall(text)) for context, text in dutch.items()}
    assert told == {context: sorted(KEY.findall(text)) for context, text in ENGLISH.items()}


def test_doubts_have_one_opening(dutch: dict[str, str]) -> None:
    """As in English, a reader knows at the first words what kind of text it is."""
    doubts = {context: text for context, text in dutch.items() if context.endswith("wrong_when")}
    assert doubts
    assert {name for name, text in doubts.items() if not text.startswith(OPENING)} == set()


def test_the_dutch_is_shaped_as_the_english(dutch: dict[str, str]) -> None:
    """A sentence stays one, a title has no full stop, and paragraphs stay apart."""
    for context, text in dutch.items():
        paragraphs = text.split("\n\n")
        assert len(paragraphs) == len(ENGLISH[context].split("\n\n")), context
        assert text.endswith(".") == ENGLISH[context].endswith("."), context
        assert paragraphs == [" ".join(part.split()) for part in paragraphs], context
        assert text.count('"') % 2 == 0, context


def test_the_dutch_names_the_law_by_its_dutch_name(dutch: dict[str, str]) -> None:
    """AVG and not GDPR, overweging and not recital."""
    found = {name: FOREIGN.findall(KEY.sub("", text)) for name, text in dutch.items()}
    assert {name: words for name, words in found.items() if words} == {}
