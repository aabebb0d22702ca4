"""The rights of the reader, and how they are used (Art. 12, 13(2)(b), 15 to 22 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import basis_ids, purposes, recipients

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_RIGHTS = {
    "access": "RIG001",
    "rectification": "RIG002",
    "erasure": "RIG002",
    "restriction": "RIG003",
    "portability": "RIG004",
    "object": "RIG005",
}
"""The rights that Art. 13(2)(b) lists, with the rule on each."""


def _applies(sheet: Sheet, right: str) -> bool:
    """Tell whether the data are used on a basis for which the right exists."""
    marketing = ("marketing", "newsletter")
    used = set().union(*(basis_ids(sheet, name) for name in purposes(sheet)))
    weighed = [
        name
        for name, purpose in purposes(sheet).items()
        if basis_ids(sheet, name) & {"legitimate_interests", "public_task"}
        and purpose.get("kind") not in marketing
    ]
    if right == "portability":
        return bool(used & {"consent", "contract"})
    return right != "object" or bool(weighed)


@operator()
def right_not_told(sheet: Sheet) -> Iterator[Mutant]:
    """One of the rights is told no more, or only mentioned in passing, or described."""
    for right, code in _RIGHTS.items():
        if not sheet.at("rights", right):
            continue
        crowded = list(_crowded(sheet)) if right == "object" else []
        expected = [on(code, "rights")] if _applies(sheet, right) else []
        after = sheet.drop("rights", right)
        yield mutant(f"the right `{right}` is not named", sheet, after, *expected, *crowded)
        passing = sheet.put({"status": "mentioned"}, "rights", right)
        expected = [on(code, "rights", right)] if _applies(sheet, right) else []
        yield mutant(f"the right `{right}` is only mentioned", sheet, passing, *expected, *crowded)
        described = sheet.put({"status": "described", "placement": "own_section"}, "rights", right)
        words = f"the right `{right}` is described without its name"
        yield mutant(words, sheet, described, mended=(on(code, "rights", right, "status"),))


def _crowded(sheet: Sheet) -> Iterator[Found]:
    """Yield the objection to advertising, if the section on objection was all that told of it."""
    placement = sheet.at("rights", "object_direct_marketing", "placement")
    if placement == "inside_other" and sheet.at("rights", "object", "placement") == "own_section":
        yield on("RIG006", "rights", "object_direct_marketing")


@operator()
def no_rights(sheet: Sheet) -> Iterator[Mutant]:
    """No right is told at all."""
    after = sheet.drop("rights")
    yield mutant("no right is told", sheet, after, on("RIG014"))


@operator()
def objection_among_others(sheet: Sheet) -> Iterator[Mutant]:
    """The right to object stands in a row with the others (Art. 21(4))."""
    right = sheet.at("rights", "object")
    if not right or right.get("status") == "mentioned" or not _applies(sheet, "object"):
        return
    for placement in ("in_list", "inside_other"):
        after = sheet.put(placement, "rights", "object", "placement")
        expected = on("RIG006", "rights", "object", "placement")
        yield mutant(f"the right to object stands {placement}", sheet, after, expected)


@operator()
def objection_to_advertising(sheet: Sheet) -> Iterator[Mutant]:
    """Objection to advertising always works, and now has a condition (Art. 21(2), (3))."""
    right: Where = ("rights", "object_direct_marketing")
    if not list(sheet.holds("marketing")):
        return
    told: dict[str, Any] = {"status": "named", "placement": "own_section", "how": ["email"]}
    ground = sheet.put(told, *right)
    yield mutant("one can object to advertising by e-mail", sheet, ground)
    ground = ground.fresh()
    expected = on("RIG007", *right)
    for condition in ("the reader gives reasons", "a copy of the identity card is sent along"):
        after = ground.put([condition], *right, "conditions")
        yield mutant(f"objection to advertising works if {condition}", ground, after, expected)
    after = ground.put({"first": "charged"}, *right, "fee")
    yield mutant("objection to advertising costs something", ground, after, expected)


@operator()
def time_for_an_answer(sheet: Sheet) -> Iterator[Mutant]:
    """The time in which requests are answered (Art. 12(3))."""
    exercise: Where = ("rights", "exercise")
    for period in ("P14D", "P30D", "P1M"):
        after = sheet.put(period, *exercise, "response")
        if after.data != sheet.data:
            yield mutant(f"requests are answered in {period}", sheet, after)
    for period in ("P6W", "P2M", "P90D"):
        after = sheet.put(period, *exercise, "response")
        expected = on("RIG008", *exercise, "response")
        yield mutant(f"requests are answered in {period}", sheet, after, expected)
    after = sheet.put("complete_request", *exercise, "response_from")
    expected = on("RIG008", *exercise, "response_from")
    yield mutant("the time runs from a complete request", sheet, after, expected)
    for right in _RIGHTS:
        if sheet.at("rights", right):
            after = sheet.put("P3M", "rights", right, "response")
            expected = on("RIG008", "rights", right)
            yield mutant(f"`{right}` is answered in three months", sheet, after, expected)


@operator()
def who_is_asking(sheet: Sheet) -> Iterator[Mutant]:
    """What somebody has to show who uses a right (Art. 12(6))."""
    where: Where = ("rights", "exercise", "identification")
    ways = [way for way in sheet.many(*where) if not way["method"].startswith("id_document")]
    for method in ("id_document_copy", "id_document_front_copy"):
        told = [*ways, {"method": method, "when": "always"}]
        after = sheet.put(told, *where)
        expected = on("RIG009", *where, len(ways))
        yield mutant(f"each request needs an {method}", sheet, after, expected)
    doubt = [*ways, {"method": "id_document_copy", "when": "on_doubt"}]
    mended = tuple(on("RIG009", *where, n, "when") for n in range(len(ways) + 1))
    words = "a copy of an identity document is asked for on reasonable doubt"
    yield mutant(words, sheet, sheet.put(doubt, *where), mended=mended)
    for method in ("known_email", "account_login", "code"):
        after = sheet.put([*ways, {"method": method, "when": "always"}], *where)
        if after.data != sheet.data:
            yield mutant(f"each request is checked by {method}", sheet, after)


@operator()
def price_of_a_right(sheet: Sheet) -> Iterator[Mutant]:
    """Requests are free; further copies of the same data need not be (Art. 12(5), 15(3))."""
    for right in _RIGHTS:
        if not sheet.at("rights", right):
            continue
        after = sheet.put({"first": "charged"}, "rights", right, "fee")
        expected = on("RIG010", "rights", right, "fee")
        yield mutant(f"`{right}` costs something", sheet, after, expected)
    if sheet.at("rights", "access"):
        after = sheet.put({"first": "free", "further": "charged"}, "rights", "access", "fee")
        if after.data != sheet.data:
            yield mutant("a second copy of the same data costs something", sheet, after)


@operator()
def threat(sheet: Sheet) -> Iterator[Mutant]:
    """Using a right is said to have a bad consequence."""
    for right in (*_RIGHTS, "withdraw_consent"):
        if sheet.at("rights", right):
            after = sheet.put("the account is closed at once", "rights", right, "detriment")
            expected = on("RIG012", "rights", right)
            yield mutant(f"who uses `{right}` loses the account", sheet, after, expected)


@operator()
def names_on_request(sheet: Sheet) -> Iterator[Mutant]:
    """Recipients are described by kind alone, and whether one can ask who they are."""
    after = sheet
    for name, recipient in recipients(sheet).items():
        if recipient.get("kind", "named") == "named" and not recipient.get("relation"):
            kind = {"kind": "category", "name": "parcel services", "does": "delivers parcels"}
            after = after.put(kind, "recipients", name)
    claims = [
        ("claims", n)
        for n, claim in enumerate(sheet.many("claims"))
        if claim["claim"] == "recipients_on_request"
    ]
    told: list[Where] = [("rights", "notification_to_recipients"), *claims]
    told += [("recipients", name, "named_on_request") for name in recipients(sheet)]
    before = after.fresh()
    silent = before.drop_all(told)
    if silent.data != before.data:
        words = "recipients are kinds, and nothing says that their names can be asked"
        yield mutant(words, before, silent, on("RIG013", "recipients"))
    else:
        n = len(sheet.many("claims"))
        asked = before.put({"claim": "recipients_on_request"}, "claims", n)
        words = "recipients are kinds, and their names can be asked"
        yield mutant(words, before, asked, mended=(on("RIG013", "recipients"),))


@operator()
def portability_of_consent_alone(sheet: Sheet) -> Iterator[Mutant]:
    """Portability is promised for consent, where a contract is a basis too (Art. 20(1)(a))."""
    where: Where = ("rights", "portability", "limited_to")
    used = set().union(*(basis_ids(sheet, name) for name in purposes(sheet)))
    if not sheet.at(*where[:2]) or "contract" not in used:
        return
    both = sheet.put(["consent", "contract"], *where).fresh()
    after = both.put(["consent"], *where)
    yield mutant("portability is for data on consent alone", both, after, on("RIG015", *where[:2]))


@operator()
def how_without_what(sheet: Sheet) -> Iterator[Mutant]:
    """How to make a request is told, and not for which right."""
    after = sheet.drop_all(("rights", right) for right in (*_RIGHTS, "object_direct_marketing"))
    words = "how to make requests is told, and no right of access and the like"
    yield mutant(words, sheet, after, on("RIG014", *after.nearest(("rights",))))
