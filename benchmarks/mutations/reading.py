"""What a register says, read from its keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mutations.mutant import Found, on
from mutations.sheet import Sheet, Where, many

_POINTING = (
    "recipients",
    "to",
    "held_by",
    "via",
    "provider",
    "tool",
    "by",
    "recipient",
    "about",
    "purposes",
    "details_in",
)
"""The keys under which an id can stand that means an entry elsewhere."""

_NO_REFERENCES: tuple[Where, ...] = (("purposes",), ("recipients",), ("general", "purposes"))


def purposes(sheet: Sheet, *kinds: str) -> dict[str, Any]:
    """Return the purposes, those of some kinds or all."""
    found: dict[str, Any] = sheet.at("purposes") or {}
    return {name: told for name, told in found.items() if not kinds or told.get("kind") in kinds}


def recipients(sheet: Sheet) -> dict[str, Any]:
    """Return the recipients."""
    return sheet.at("recipients") or {}


def groups(sheet: Sheet, *holder: str) -> list[Where]:
    """Return the places of the groups of data of a purpose, or of what is said for everything."""
    return [(*holder, "data", n) for n in range(len(sheet.many(*holder, "data")))]


def entries(sheet: Sheet, *holder: str | int) -> list[Where]:
    """Return the places of what is said on storage at one holder: one entry, a list, or several."""
    told = sheet.at(*holder, "retention")
    if told is None:
        return []
    if isinstance(told, list):
        return [(*holder, "retention", n) for n in range(len(told))]
    if "entries" in told:
        return [(*holder, "retention", "entries", n) for n in range(len(told["entries"]))]
    return [(*holder, "retention")]


def storage(sheet: Sheet, purpose: str) -> list[Where]:
    """Return the places of all that is said on storage at a purpose and at its data."""
    holders: list[Where] = [("purposes", purpose), *groups(sheet, "purposes", purpose)]
    return [entry for holder in holders for entry in entries(sheet, *holder)]


def bases(sheet: Sheet, purpose: str) -> list[Where]:
    """Return the places of the legal bases of a purpose: its own, of its data, of its channels."""
    channels = sheet.many("purposes", purpose, "marketing", "channels")
    holders: list[Where] = [
        ("purposes", purpose),
        *groups(sheet, "purposes", purpose),
        *(("purposes", purpose, "marketing", "channels", n) for n in range(len(channels))),
    ]
    return [
        (*holder, "legal_basis", n)
        for holder in holders
        if isinstance(sheet.at(*holder), dict)
        for n in range(len(sheet.many(*holder, "legal_basis")))
    ]


def basis_ids(sheet: Sheet, purpose: str) -> set[str]:
    """Return the legal bases that a purpose has."""
    return {sheet.at(*where, "basis") for where in bases(sheet, purpose)}


def kinds(sheet: Sheet, *holder: str | int) -> set[str]:
    """Return the kinds of data of a group."""
    told = sheet.many(*holder, "categories")
    return {entry["is"] if isinstance(entry, dict) else entry for entry in told}


def kinds_of(sheet: Sheet, purpose: str) -> set[str]:
    """Return the kinds of data of a purpose."""
    return set().union(*(kinds(sheet, *group) for group in groups(sheet, "purposes", purpose)))


def references(sheet: Sheet) -> Iterator[tuple[Where, str]]:
    """Yield each place where an id stands for an entry elsewhere, and the id."""
    for where in sheet.holds(*_POINTING):
        if where in _NO_REFERENCES or ("provision" in where and where[-1] == "by"):
            continue
        told = sheet.at(*where)
        for n, entry in enumerate(many(told)):
            at = (*where, n) if isinstance(told, list) else where
            if isinstance(entry, str):
                yield at, entry


def uses(sheet: Sheet, name: str) -> list[Where]:
    """Return the places that refer to an entry."""
    return [whole(where) for where, to in references(sheet) if to == name]


def whole(where: Where) -> Where:
    """Return the place of the whole reference, where it is written out with `to`."""
    return where[:-1] if where[-1] == "to" else where


def forget(sheet: Sheet, *names: str) -> Sheet:
    """Leave out every reference to some entries."""
    return sheet.drop_all(place for name in names for place in uses(sheet, name))


_NAMING = {"name", "kind", "vendor", "legal_name", "words", "cite", "note"}


def nobodies(sheet: Sheet) -> Iterator[str]:
    """Yield the recipients that nothing refers to, and of which no more is told than a name."""
    for name, told in recipients(sheet).items():
        if set(told) <= _NAMING and not uses(sheet, name):
            yield name


def cookies_for_good(sheet: Sheet) -> Iterator[Found]:
    """Yield where cookies rest on consent without a way back, if no purpose tells of that."""
    items = sheet.many("cookies", "items")
    asked = any(
        basis["basis"] == "consent" for item in items for basis in item.get("legal_basis", ())
    )
    if asked and not sheet.at("cookies", "withdrawal"):
        yield on("COO011", "cookies")


def cited(entry: dict[str, Any]) -> dict[str, Any]:
    """Add a cite to an entry: the shops' registers have one at nearly each."""
    return {**entry, "cite": {"section": "added"}}


def is_impersonal(sheet: Sheet, purpose: str) -> bool:
    """Tell whether all data of a purpose are called anonymous or not personal."""
    called = [set(sheet.many(*group, "called")) for group in groups(sheet, "purposes", purpose)]
    aside = {"anonymous", "aggregated", "not_personal"}
    return bool(called) and all(words and words <= aside for words in called)
