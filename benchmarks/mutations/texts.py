"""The statement's own text: small invented texts, and what is wrong with one (Art. 12(1) GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mutations.mutant import Mutant, mutant, on, operator

if TYPE_CHECKING:
    from mutations.sheet import Sheet

_TEXT = """\
Onze winkel en uw gegevens

Wij leveren wat u bestelt. Daarvoor gebruiken wij uw naam en uw adres.

De bezorger krijgt uw naam en uw adres van ons. De bank krijgt uw rekeningnummer.

Wij bewaren uw bestelling twee jaar na de levering. Daarna wissen wij die.
"""

_LEFT_OPEN = """
Wij kunnen uw gegevens eventueel ook delen met bepaalde bedrijven.

In sommige gevallen bewaren wij ze mogelijk langer, meestal voor onderzoek, etc.

Doorgaans gebruiken wij ze soms ook voor andere doelen.
"""

_TO_FILL_IN = ("[bedrijfsnaam]", "[adres]", "[e-mailadres]")

_PROMISES = {
    "no_ads": "Onze winkel toont geen advertenties.",
    "other_bases_possible": "Wij kunnen ons ook op andere rechtsgronden beroepen.",
    "no_sharing": "Wij delen uw gegevens nooit met derden.",
    "ai_chatbot": "Vragen beantwoordt onze chatbot.",
}


@operator()
def text_of_the_statement(sheet: Sheet) -> Iterator[Mutant]:
    """A plain text says what is done; then a passage more leaves it open, or was not filled in."""
    ground = sheet._replace(text=_TEXT)
    yield mutant("the text is at hand and says what is done", sheet, ground)
    after = sheet._replace(text=_TEXT + _LEFT_OPEN)
    words = "passages of the text leave open what is done"
    yield mutant(words, ground, after, on("FRM004", "statement"))
    for blank in _TO_FILL_IN:
        after = sheet._replace(text=f"{_TEXT}\nVragen? Schrijf naar {blank}.\n")
        words = f"the text holds {blank}"
        yield mutant(words, ground, after, on("FRM009", "statement"))
    filled = sheet._replace(text=f"{_TEXT}\nVragen? Schrijf naar Dorpsstraat 1, Gent.\n")
    yield mutant("the text holds an address", ground, filled)


@operator()
def promise_not_written_down(sheet: Sheet) -> Iterator[Mutant]:
    """The text promises something that the register does not hold."""
    ground = sheet._replace(text=_TEXT)
    held = {claim["claim"] for claim in sheet.many("claims")}
    for claim, sentence in _PROMISES.items():
        after = sheet._replace(text=f"{_TEXT}\n{sentence}\n")
        expected = [] if claim in held else [on("REG005", *after.nearest(("claims",)))]
        yield mutant(f"the text says: {sentence}", ground, after, *expected)
