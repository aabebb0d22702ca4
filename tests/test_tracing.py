"""The thread between a register and its text holds, or it is said where it breaks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from privlint.register.build import build
from privlint.source.reader import read
from privlint.source.text import Text
from privlint.tracing import Trace, trace

DUTCH = """\
Privacyverklaring van De Proefwinkel

1. Bestellingen
Wij gebruiken uw naam en adres om uw bestelling te bezorgen.
- Naam: tot de bestelling is afgerond
- E-mail: tot u zich afmeldt

2. Rechten
U mag uw gegevens inzien. Hartelijk dank voor uw
bezoek aan onze winkel.
"""

FRENCH = """\
Déclaration de confidentialité

1. Commandes
Nous utilisons votre nom et l'adresse pour livrer la commande.

2. Vos droits
Vous pouvez consulter vos données.
"""

GERMAN = """\
Datenschutzerklärung

1. Bestellungen
Wir verwenden Ihren Namen, um die Bestellung auszuführen (Straße, Ort).

2. Ihre Rechte
Sie können Auskunft über Ihre Daten verlangen.
"""

ENGLISH = """\
Privacy statement

1. Orders
We use your name and address to deliver the order.

2. Your rights
You can see what we hold on you.
"""


def traced(text: str, sections: dict[str, str], **register: Any) -> Trace:
    """Trace a small register to a text."""
    statement = {"sections": sections, **register.pop("statement", {})}
    data = {
        "privlint": 1,
        "shop": {"name": "Test", "country": "BE"},
        "statement": statement,
        **register,
    }
    document = read(json.dumps(data).encode())
    made = build(document.data, document.written)
    return trace(made, Text(text, made.statement.sections))


def names(found: Trace) -> list[str]:
    """Return the names of the faults, those about the register as a whole left out."""
    whole = {"statement-not-recorded", "passage-uncited"}
    return [card.name for card, _ in found.faults if card.name not in whole]


DUTCH_SECTIONS = {"1": "1. Bestellingen", "2": "2. Rechten"}


@pytest.mark.parametrize(
    ("text", "sections", "quote"),
    [
        (DUTCH, DUTCH_SECTIONS, "uw naam en adres om uw bestelling"),
        (FRENCH, {"1": "1. Commandes", "2": "2. Vos droits"}, "votre nom et l\u2019adresse"),
        (GERMAN, {"1": "1. Bestellungen", "2": "2. Ihre Rechte"}, "Strasse Ort"),
        (ENGLISH, {"1": "1. Orders", "2": "2. Your rights"}, "your name, and ADDRESS"),
    ],
    ids=["Dutch", "French", "German", "English"],
)
def test_a_quote_is_found_by_its_letters_and_digits(
    text: str, sections: dict[str, str], quote: str
) -> None:
    """Case, punctuation, apostrophes and the German ß do not stand between quote and text."""
    found = traced(text, sections, dpo={"status": "appointed", "cite": cite("1", quote)})
    assert names(found) == []


def cite(section: str, *quotes: str) -> dict[str, Any]:
    """Write a cite."""
    return {"section": section, "quote": list(quotes)} if quotes else {"section": section}


@pytest.mark.parametrize(
    ("where", "expected", "message"),
    [
        (cite("1", "uw telefoonnummer"), "quote-not-found", "the quote is not in the text"),
        (cite("2", "uw naam en adres"), "quote-not-found", "section `1`, not in `2`"),
        (cite("1", "Naa"), "quote-not-found", "the quote is not in the text"),
        (cite("1", "bestelling"), "quote-ambiguous", "more than once in `1` (lines 4, 5)"),
        (cite("3", "uw naam"), "section-unknown", "no section `3`"),
    ],
)
def test_a_cite_that_does_not_hold_is_a_fault(
    where: dict[str, Any], expected: str, message: str
) -> None:
    """What is not there, stands elsewhere, is half a word, or stands twice, is told apart."""
    found = traced(DUTCH, DUTCH_SECTIONS, dpo={"status": "appointed", "cite": where})
    assert names(found) == [expected]
    (flag,) = (flag for card, flag in found.faults if card.name == expected)
    assert message in flag.message
    assert flag.where[:2] == ("dpo", "cite")


def test_what_stands_before_the_first_heading_is_the_preamble() -> None:
    """The preamble needs no heading of its own."""
    quote = cite("preamble", "De Proefwinkel")
    found = traced(DUTCH, DUTCH_SECTIONS, dpo={"status": "appointed", "cite": quote})
    assert names(found) == []


def test_headings_stand_in_the_order_of_the_text() -> None:
    """A heading that is not there, or out of order, is reported at its line of the register."""
    sections = {"2": "2. Rechten", "1": "1. Bestellingen", "9": "9. Cookies"}
    found = traced(DUTCH, sections)
    places = [flag.where for card, flag in found.faults if card.name == "heading-not-found"]
    assert places == [("statement", "sections", "2"), ("statement", "sections", "9")]


def test_a_passage_is_a_line_with_the_lines_that_go_on_with_it() -> None:
    """A sentence that runs on is one passage; list items are each their own."""
    found = traced(DUTCH, DUTCH_SECTIONS)
    texts = [found.text.excerpt(cited.passage) for cited in found.passages]
    assert texts[-1].endswith("voor uw bezoek aan onze winkel.")
    assert len([text for text in texts if text.startswith("- ")]) == 2


def test_every_passage_is_accounted_for_or_reported() -> None:
    """Cited, said to hold no facts, or listed as cited by nothing."""
    found = traced(
        DUTCH,
        DUTCH_SECTIONS,
        statement={"passages_without_facts": [cite("2", "Hartelijk dank")]},
        dpo={"status": "appointed", "cite": cite("1", "Naam: tot de", "E-mail: tot u")},
    )
    assert [found.text.excerpt(passage)[:9] for passage in found.uncited] == [
        "Privacyve",
        "Wij gebru",
    ]
    (flag,) = (flag for card, flag in found.faults if card.name == "passage-uncited")
    assert "2 of 7 passages are cited by nothing (text line 1, 4)" in flag.message


def test_a_section_without_a_quote_accounts_for_one_passage_only() -> None:
    """A cite of a whole section says nothing of which of its passages is meant."""
    one = traced(ENGLISH, {"1": "1. Orders", "2": "2. Your rights"}, complaint={"cite": cite("2")})
    assert [one.text.excerpt(p) for p in one.uncited] == [
        "Privacy statement",
        "We use your name and address to deliver the order.",
    ]
    many = traced(DUTCH, DUTCH_SECTIONS, complaint={"cite": cite("1")})
    assert len(many.uncited) == 5


def test_a_changed_text_is_noticed_and_a_change_of_layout_is_not() -> None:
    """The digest is that of letters and digits."""
    digest = traced(DUTCH, DUTCH_SECTIONS).text.digest
    recorded = {"sha256": digest}
    windows = "\ufeff" + DUTCH.replace("\n", "\r\n")
    assert names(traced(windows.lstrip("\ufeff"), DUTCH_SECTIONS, statement=recorded)) == []
    changed = DUTCH.replace("adres", "geboortedatum")
    assert names(traced(changed, DUTCH_SECTIONS, statement=recorded)) == ["statement-changed"]
