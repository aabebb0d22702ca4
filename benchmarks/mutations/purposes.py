"""What data are used for, and which (Art. 13(1)(c), 5(1)(b), recital 39 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import (
    basis_ids,
    cookies_for_good,
    forget,
    groups,
    kinds,
    kinds_of,
    nobodies,
    purposes,
)

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_MESSAGES = ("contact", "customer_service")
"""Kinds of purpose for which people decide themselves what they send."""


@operator()
def no_purposes(sheet: Sheet) -> Iterator[Mutant]:
    """No purpose is told, nor what is said for everything; or there is an aim for everything."""
    after = forget(sheet, *purposes(sheet)).drop("purposes")
    bare = after.drop_all([("general",)])
    expected = [*_nobodies(bare), *cookies_for_good(bare)]
    words = "what the data are used for is not said"
    yield mutant(words, sheet, bare, on("PUR001"), *expected, moving=_TOLD_TWICE)
    aim = after.put(["to serve our customers"], "general", "purposes")
    expected = [*_nobodies(aim), *cookies_for_good(aim)]
    words = "one aim for everything is all that is told of purposes"
    yield mutant(
        words, sheet, aim, on("PUR002", "general", "purposes"), *expected, moving=_TOLD_TWICE
    )


def _nobodies(sheet: Sheet) -> Iterator[Found]:
    """Yield the recipients of which nothing but a name is left."""
    for name in nobodies(sheet):
        yield on("REG008", "recipients", name)


_TOLD_TWICE = ("CON001", "DAT003", "DAT010", "DAT011", "DAT012", "LIN002")
"""What can be shown at the purpose, and where that is gone at a claim, a list or a badge."""


@operator()
def vague_purpose(sheet: Sheet) -> Iterator[Mutant]:
    """A purpose is told in words that fit anything."""
    for name, purpose in purposes(sheet).items():
        if purpose.get("vague"):
            continue
        after = sheet.yes("purposes", name, "vague")
        expected = on("PUR002", "purposes", name)
        yield mutant(f"what `{name}` is told to be could be anything", sheet, after, expected)


@operator()
def no_categories(sheet: Sheet) -> Iterator[Mutant]:
    """Which data serve a purpose is not said any more."""
    for name, purpose in purposes(sheet).items():
        if purpose.get("kind") in _MESSAGES or not kinds_of(sheet, name):
            continue
        after = sheet
        for group in groups(sheet, "purposes", name):
            if kinds(sheet, *group):
                after = after.put("certain data", *group, "unnamed").drop(*group, "categories")
                after = after.drop_all([(*group, "words")])
        if any(where[:2] == ("purposes", name) for where in after.holds("of", "categories")):
            continue  # a period or a recipient of it still tells which data there are
        expected = [on("PUR003", "purposes", name), *_left_over(sheet, name)]
        for group in groups(sheet, "purposes", name):
            on_law = basis_ids(sheet, name) == {"legal_obligation"}  # Art. 14(5)(c)
            if "third_party" in sheet.many(*group, "source") and not on_law:  # Art. 14(1)(d)
                expected.append(on("DAT011", *group))
        yield mutant(
            f"which data serve `{name}` is not said", sheet, after, *expected, moving=_TOLD_TWICE
        )


def _left_over(sheet: Sheet, purpose: str) -> Iterator[Found]:
    """Yield what of the general list of data serves nothing without one purpose."""
    rest = set().union(*(kinds_of(sheet, name) for name in purposes(sheet) if name != purpose))
    for group in groups(sheet, "general"):
        if sheet.at(*group, "called"):
            continue  # it only says what is called personal
        if (kinds(sheet, *group) & kinds_of(sheet, purpose)) - rest:
            yield on("PUR004", *group)


@operator()
def data_without_purpose(sheet: Sheet) -> Iterator[Mutant]:
    """Data are said to be collected, and no purpose uses them."""
    for kind in ("vehicle", "camera_images", "marital_status"):
        if any(kind in kinds_of(sheet, name) for name in purposes(sheet)):
            continue
        told: dict[str, Any] = {"categories": [kind], "source": "data_subject", "recipients": []}
        told["retention"] = {"period": "P1Y", "from": "collection"}
        n = len(sheet.many("general", "data"))
        after = sheet.put(told, "general", "data", n)
        expected = on("PUR004", "general", "data", n)
        yield mutant(f"`{kind}` is collected, and nothing says what for", sheet, after, expected)


@operator()
def data_of_a_purpose_in_general(sheet: Sheet) -> Iterator[Mutant]:
    """What is said to be collected serves a purpose that names it."""
    n = len(sheet.many("general", "data"))
    for kind in sorted({min(kinds_of(sheet, name), default="") for name in purposes(sheet)} - {""}):
        told: dict[str, Any] = {"categories": [kind], "recipients": []}
        after = sheet.put(told, "general", "data", n)
        yield mutant(f"`{kind}` of a purpose is told among all data as well", sheet, after)


@operator()
def any_other_purpose(sheet: Sheet) -> Iterator[Mutant]:
    """The statement keeps the right to use personal data for what it does not name."""
    n = len(sheet.many("claims"))
    after = sheet.put({"claim": "any_other_purpose"}, "claims", n)
    expected = on("PUR005", "claims", n)
    yield mutant("data may serve any other purpose", sheet, after, expected)


@operator()
def whose_data(sheet: Sheet) -> Iterator[Mutant]:
    """Most purposes say whose data they use, and two do not any more."""
    told = sheet.drop_all([("general", "data_subjects")])
    for name in purposes(sheet):
        told = told.put(["customers"], "purposes", name, "data_subjects")
    told = told.fresh()
    names = list(purposes(sheet))
    for one, other in zip(names[::2], names[1::2], strict=False):
        after = told.drop_all(_whose(told, one) + _whose(told, other))
        expected = [on("REG006", "purposes")] if len(names) > _FEW else []
        words = f"whose data `{one}` and `{other}` use is not said"
        yield mutant(words, told, after, *expected)


_FEW = 4
"""Of so few purposes, two that are silent are no exception."""


def _whose(sheet: Sheet, name: str) -> list[Where]:
    holders: list[Where] = [("purposes", name), *groups(sheet, "purposes", name)]
    return [(*holder, "data_subjects") for holder in holders]
