"""Legitimate interests (Art. 6(1)(f), 13(1)(d), 21 GDPR), and the household (Art. 2(2)(c))."""

from __future__ import annotations

from collections.abc import Iterator

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import bases, basis_ids, purposes
from mutations.sheet import Sheet, Where, dotted

_EMPTY = ("commercial interests", "our business interests", "our legitimate interest")
_TELLING = "to recognise orders that nobody means to pay"


def _interests(sheet: Sheet) -> Iterator[Where]:
    """Yield every basis that is a legitimate interest, whatever it carries."""
    for where in sheet.holds("basis"):
        if sheet.at(*where) == "legitimate_interests":
            yield where[:-1]


@operator()
def interest_not_named(sheet: Sheet) -> Iterator[Mutant]:
    """Interests are leant on, and which is told no more."""
    named = [where for where in _interests(sheet) if sheet.at(*where, "interest")]
    for where in named:
        # Another interest of the same purpose tells it; of cookies another article asks.
        alone = [other[:2] for other in named].count(where[:2]) == 1
        if alone and where[0] in ("purposes", "embeds"):
            after = sheet.drop(*where, "interest")
            words = f"the interest at {dotted(where)} is not named"
            yield mutant(words, sheet, after, on("LIN001", *where), moving=("LIN002",))


def _weighable(sheet: Sheet) -> Iterator[str]:
    """Yield the purposes that could rest on interests: nothing of them asks for another basis."""
    for name, purpose in purposes(sheet).items():
        if purpose.get("marketing") or purpose.get("kind") in ("analytics", "profiling"):
            continue
        if basis_ids(sheet, name) == {"contract"} or not bases(sheet, name):
            yield name


@operator()
def interest_instead(sheet: Sheet) -> Iterator[Mutant]:
    """A purpose rests on interests; which is told in words that say something, or nothing."""
    if sheet.at("general", "legal_basis"):
        return
    for name in _weighable(sheet):
        place: Where = ("purposes", name, "legal_basis")
        bare = sheet.drop_all(bases(sheet, name))
        told = {"basis": "legitimate_interests", "interest": _TELLING, "whose": ["controller"]}
        after = bare.put([told], *place)
        words = f"`{name}` rests on an interest that is named"
        mended = (on("BAS001", "purposes", name),)
        yield mutant(words, sheet, after, *_no_objection(sheet), mended=mended, moving=_MOVED)
        ground = after.fresh()
        silent = ground.drop(*place, 0, "interest")
        words = f"`{name}` rests on an interest that is not named"
        yield mutant(words, ground, silent, on("LIN001", *place, 0))


_MOVED = ("BAS008", "CON001", "DAT010")


def _no_objection(sheet: Sheet) -> Iterator[Found]:
    """Yield the right to object, where interests are weighed now and it is not told."""
    if not sheet.at("rights", "object"):
        yield on("RIG005", "rights")


@operator()
def interest_of_any_business(sheet: Sheet) -> Iterator[Mutant]:
    """An interest is named in words that fit any business."""
    for where in _interests(sheet):
        if where[0] != "purposes":
            continue
        for empty in _EMPTY:
            after = sheet.put(empty, *where, "interest")
            words = f"the interest at {dotted(where)} is: {empty}"
            yield mutant(words, sheet, after, on("LIN002", *where), moving=("LIN002",))


@operator()
def called_private(sheet: Sheet) -> Iterator[Mutant]:
    """The shop calls what it does with messages private use."""
    n = len(sheet.many("claims"))
    after = sheet.put({"claim": "household_exemption"}, "claims", n)
    yield mutant(
        "messages to the shop are private, it is said", sheet, after, on("LIN004", "claims", n)
    )
    for name in purposes(sheet, "contact"):
        for m, group in enumerate(sheet.many("purposes", name, "data")):
            if not group.get("called") and name not in _claimed(sheet):
                after = sheet.put("household", "purposes", name, "data", m, "called")
                words = f"the data {m} of `{name}` are called private"
                yield mutant(words, sheet, after, on("LIN004", "purposes", name, "data", m))


def _claimed(sheet: Sheet) -> set[str]:
    """Return the purposes of which it is said already: one sentence, one finding."""
    claims = [claim for claim in sheet.many("claims") if claim["claim"] == "household_exemption"]
    return {name for claim in claims for name in claim.get("about", ())}
