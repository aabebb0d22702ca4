"""Where one complains: which bodies are named, as of which day."""

from __future__ import annotations

from datetime import date

import pytest

from ..conftest import DAY
from .conftest import graded

NAMED = "complaint: {{authorities: [{{name: {}, contact: stated}}]}}\n"
IN_SWEDEN = "shop: {country: SE, sells_to: [SE]}\n"
IN_BRITAIN = "shop: {country: GB, sells_to: [GB, NL]}\ncontroller: {address: {country: GB}}\n"
ICO = "Information Commissioner's Office"

CASES = [
    ("nothing is said of complaints", DAY, "complaint: null", {"CPL001 error"}),
    ("no authority is named", DAY, "complaint: {authorities: null}", {"CPL002 warning"}),
    (
        "the authority of where one lives",
        DAY,
        "complaint: {authorities: null, described: [residence]}",
        {"CPL002 info"},
    ),
    ("the Belgian commission of old", DAY, NAMED.format("Privacycommissie"), {"CPL003 warning"}),
    (
        "the Belgian commission of old, right after its end",
        date(2018, 6, 1),
        NAMED.format("Privacycommissie"),
        {"CPL003 warning"},
    ),
    (
        "the Dutch authority of old",
        DAY,
        NAMED.format("College bescherming persoonsgegevens"),
        {"CPL003 warning"},
    ),
    (
        "the Swedish authority by the name that it had then",
        date(2020, 6, 1),
        IN_SWEDEN + NAMED.format("Datainspektionen"),
        set(),
    ),
    (
        "the Swedish authority by the name that it had",
        date(2021, 6, 1),
        IN_SWEDEN + NAMED.format("Datainspektionen"),
        {"CPL003 warning"},
    ),
    (
        "a body of another country that bears an old name",
        DAY,
        "complaint: {authorities: [{name: DSK, country: DE, contact: stated}]}",
        {"CPL004 warning"},
    ),
    (
        "a misspelt name",
        DAY,
        NAMED.format("Autoriteit Persoongegevens"),
        {"CPL003 info"},
    ),
    (
        "a British shop names the British authority in the transition",
        date(2020, 6, 1),
        IN_BRITAIN + NAMED.format(ICO),
        set(),
    ),
    (
        "a British shop names the British authority while transfers are still free",
        date(2021, 3, 1),
        IN_BRITAIN + NAMED.format(ICO),
        {"CPL004 warning"},
    ),
    (
        "an authority of a country that is in doubt",
        DAY,
        """
complaint: {authorities: [{name: GRA, country: GI, contact: stated}]}
shop: {sells_to: null}
""",
        set(),
    ),
    (
        "the British authority, and a body for consumers",
        DAY,
        f"""
complaint:
  authorities: [{{name: {ICO}, contact: stated}}, {{name: FOD Economie, country: BE}}]
""",
        {"CPL004 warning"},
    ),
    (
        "the British authority beside the Belgian one, which alone has a link",
        DAY,
        f"""
complaint:
  authorities: [{{name: {ICO}}}, {{name: Gegevensbeschermingsautoriteit, contact: stated}}]
""",
        set(),
    ),
    ("a body for consumers", DAY, NAMED.format("FOD Economie"), {"CPL006 error"}),
    (
        "a body for consumers, and the authority of where one lives",
        DAY,
        "complaint: {authorities: [{name: FOD Economie}], described: [residence]}",
        {"CPL006 warning"},
    ),
    (
        "an authority, and not how to reach it",
        DAY,
        "complaint: {authorities: [{name: Autoriteit Persoonsgegevens}]}",
        {"CPL005 info"},
    ),
]


@pytest.mark.parametrize(
    ("what", "day", "patch", "codes"), CASES, ids=[what for what, _, _, _ in CASES]
)
def test_an_authority_is_judged_by_the_name_it_had_on_the_day(
    what: str, day: date, patch: str, codes: set[str]
) -> None:
    """A body that cannot help is found, by one rule alone."""
    assert {code for code in graded(patch, as_of=day) if code.startswith("CPL")} == codes, what
