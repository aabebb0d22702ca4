"""How easily a statement is read: the Flesch formula of its language.

Pyphen finds the syllables, in dictionaries that it brings along. (textstat, which has the same
formulas, fetches a word list from the network when it is asked about English.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.exporters.statement.blocks import Bullets, Paragraph, Terms, texts
from privlint.record import Record

if TYPE_CHECKING:
    from privlint.exporters.statement.blocks import Page, Text

_WORD = re.compile(r"[^\W\d_]+(?:[\u2019'-][^\W\d_]+)*")
_END = re.compile(r"[.!?:](?=\s|$)")
_FEWEST = 50
"""Words below which the formula says nothing."""


class Formula(Record):
    """How syllables and sentences weigh in a language."""

    name: str
    base: float
    by_sentence: float
    by_syllable: float


FORMULAS = {
    "en": Formula("Flesch", 206.835, 1.015, 84.6),
    "nl": Formula("Flesch-Douma", 206.835, 0.93, 77.0),
    "fr": Formula("Flesch-Kandel-Moles", 207.0, 1.015, 73.6),
    "de": Formula("Flesch-Amstad", 180.0, 1.0, 58.5),
}

_GRADES = (
    *((80, "easy"), (65, "fairly easy"), (50, "standard"), (30, "fairly difficult")),
    (float("-inf"), "difficult"),
)


def reading_level(page: Page) -> str:
    """Tell how easily the sentences read that are worded here; those of the register are not ours.

    Words, not sentences, stand in tables, so they are not counted.
    """
    try:
        from pyphen import Pyphen  # noqa: PLC0415 - an optional extra
    except ImportError:
        return "reading level: not measured; pip install 'privlint[reading]' to have it measured"
    prose = [block for block in page.blocks if isinstance(block, Paragraph | Bullets | Terms)]
    sentences = [found for text in texts(prose) for found in _sentences(_worded(text))]
    words = [word for sentence in sentences for word in sentence]
    formula = FORMULAS[page.lang]
    if len(words) < _FEWEST:
        return f"reading level: not measured; there are only {len(words)} words of prose"
    hyphens = Pyphen(lang=page.lang)
    syllables = sum(len(hyphens.positions(word)) + 1 for word in words) / len(words)
    length = len(words) / len(sentences)
    score = formula.base - formula.by_sentence * length - formula.by_syllable * syllables
    grade = next(word for least, word in _GRADES if score >= least)
    return f"reading level: {formula.name} {score:.0f} ({grade}), {length:.0f} words a sentence"


def _worded(text: Text) -> str:
    return "".join(span.text if span.kind == "plain" else " " for span in text)


def _sentences(text: str) -> list[list[str]]:
    found = [_WORD.findall(sentence) for sentence in _END.split(text)]
    return [words for words in found if len(words) > 2]  # noqa: PLR2004 - a label is no sentence
