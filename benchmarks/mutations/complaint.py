"""Where one complains (Art. 13(2)(d), 77 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mutations.mutant import Mutant, mutant, on, operator

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_NAMED: Where = ("complaint", "authorities")
_OWN = {"NL": "Autoriteit Persoonsgegevens", "BE": "Gegevensbeschermingsautoriteit"}
_BEFORE_THE_GDPR = {
    "NL": ("College bescherming persoonsgegevens",),
    "BE": ("Privacycommissie", "Commissie voor de bescherming van de persoonlijke levenssfeer"),
}
_MISSPELT = {"NL": ("Autorieit Persoonsgegevens", "Autoriteit Bescherming Persoonsgegevens")}
_NOT_FOR_DATA = ("Autoriteit Consument & Markt", "FOD Economie")
_OUTSIDE = "Information Commissioner's Office"
_ELSEWHERE = "Commission Nationale de l'Informatique et des Libertés"


def _naming(sheet: Sheet, name: str) -> Sheet:
    """Name one body for complaints, with a way to reach it."""
    told = {"name": name, "contact": "stated", "url": "https://authority.example"}
    return sheet.put([told], *_NAMED)


@operator()
def nothing_on_complaints(sheet: Sheet) -> Iterator[Mutant]:
    """The right to complain is not told, or told without naming anybody."""
    after = sheet.drop("complaint")
    yield mutant("the right to complain is not told", sheet, after, on("CPL001"))
    told = {"words": "one can complain"}
    after = sheet.put(told, "complaint")
    yield mutant("one can complain, it is not said where", sheet, after, on("CPL002", "complaint"))
    described = sheet.put({**told, "described": ["residence", "work", "infringement"]}, "complaint")
    words = "one can complain to the authority where one lives"
    yield mutant(words, sheet, described, on("CPL002", "complaint"))


@operator()
def authority_named(sheet: Sheet) -> Iterator[Mutant]:
    """The body that is named for complaints is another one, or bears another name."""
    country = sheet.at("shop", "country")
    own = _naming(sheet, _OWN[country]).fresh()
    yield mutant("the shop's own authority is named, with its site", sheet, own)
    name: Where = (*_NAMED, 0)
    for former in _BEFORE_THE_GDPR[country]:
        after = own.put(former, *name, "name")
        yield mutant(f"the authority is called {former}", own, after, on("CPL003", *name))
    for misspelt in _MISSPELT.get(country, ()):
        after = own.put(misspelt, *name, "name")
        yield mutant(f"the authority is called {misspelt}", own, after, on("CPL003", *name))
    for other in _NOT_FOR_DATA:
        after = own.put(other, *name, "name")
        yield mutant(f"complaints go to {other}", own, after, on("CPL006", "complaint"))
    after = own.put(_OUTSIDE, *name, "name")
    yield mutant(f"complaints go to the {_OUTSIDE}", own, after, on("CPL004", "complaint"))
    after = own.put(_ELSEWHERE, *name, "name")
    # Where the shop sells is not said: it may well sell there.
    expected = [on("CPL004", "complaint")] if sheet.at("shop", "sells_to") else []
    yield mutant(f"complaints go to the {_ELSEWHERE}", own, after, *expected)
    both = own.add({"name": _ELSEWHERE, "contact": "stated"}, *_NAMED)
    yield mutant("an authority abroad is named beside the shop's own", own, both)


@operator()
def authority_out_of_reach(sheet: Sheet) -> Iterator[Mutant]:
    """The authority is named, and how to reach it is not said."""
    own = _naming(sheet, _OWN[sheet.at("shop", "country")]).fresh()
    after = own.put({"name": own.at(*_NAMED, 0, "name"), "contact": "named_only"}, *_NAMED, 0)
    yield mutant("how to reach the authority is not said", own, after, on("CPL005", *_NAMED, 0))


@operator("plain")
def authority_of_the_customers(sheet: Sheet) -> Iterator[Mutant]:
    """A shop that sells to the Netherlands may send its readers to the authority there."""
    after = _naming(sheet, _OWN["NL"])
    yield mutant("a Belgian shop that sells there names the Dutch authority", sheet, after)
