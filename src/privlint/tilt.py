"""What stands in a TILT document for what a register does not say, and how texts are put there.

TILT (the Transparency Information Language) asks for a great deal that a statement may be silent
on. What is written then is a word that nobody can take for a fact; whoever reads it back drops it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_STATED = "not stated"
NOT_APPOINTED = "none appointed"
"""The name of a data protection officer that the statement says there is not."""
NOT_NAMED = "appointed, not named"
COUNTRY = "ZZ"
LANGUAGE = "ae"
"""Avestan: TILT has a list of languages, and no statement is written in one that died out."""
EMAIL = "not-stated@not-stated.invalid"
URL = "https://not-stated.invalid/"
DAY = "0001-01-01"
VERSION = 999_999_999
REFERENCE = "ZZ"
"""The legal basis that is meant, and not named."""

COMPLAINT = "complaint to a supervisory authority"
KEPT = "kept"
"""What is said of data where the statement's own words are not at hand."""

FREE = frozenset(
    {
        "article",
        "condition",
        "conditions",
        "consequence",
        "does",
        "exceptions",
        "for_",
        "importer",
        "interest",
        "law",
    }
    | {"also", "legal_name", "significance", "when"}
)
"""The fields whose notes hold words of the statement; the others hold words of a vocabulary."""

FILLERS = frozenset({NOT_STATED, COUNTRY, EMAIL, URL, DAY, VERSION, REFERENCE})

RIGHTS = {
    "accessAndDataPortability": ("access",),
    "rightToInformation": ("information", "access"),
    "rightToRectificationOrDeletion": ("rectification", "erasure"),
    "rightToDataPortability": ("portability",),
    "rightToWithdrawConsent": ("withdraw_consent",),
}
"""The parts of a document that tell of rights, and the rights of the register they stand for."""

_ADDRESS = re.compile(
    r"(?:([^,\[\]]+), )?(?:(\d[\dA-Z -]*\d|\d+ [A-Z]{2}) )?([^,\d\[\]]+)(?:, ([A-Z]{2}))?"
)
_ARTICLE = re.compile(r"[A-Za-z]+|\d+")

Address = tuple["str | None", "str | None", "str | None", "str | None"]
"""Street, postcode, city and country."""


def is_word(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text is read as a word of a vocabulary, or as nothing."""
    return text in FILLERS or text.replace(" ", "_") in words


def reference(article: str) -> str:
    """Write an article as TILT asks for it: `GDPR 6(1)(b)` is `GDPR-6-1-b`."""
    law, *points = _ARTICLE.findall(article)
    return "-".join((law.upper(), *points))


def one_line(address: Address) -> str:
    """Write an address on one line."""
    street, postcode, city, country = address
    place = " ".join(part for part in (postcode, city) if part)
    return ", ".join(part for part in (street, place, country) if part)


def parts_of(line: str) -> Address | None:
    """Divide an address that is written on one line; `None` where that is not sure."""
    found = _ADDRESS.fullmatch(line)
    return None if found is None else (found[1], found[2], found[3], found[4])
