"""On which legal basis data are used (Art. 6(1), 13(1)(c), (d), 13(2)(e) GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import (
    bases,
    basis_ids,
    cookies_for_good,
    entries,
    groups,
    is_impersonal,
    kinds_of,
    purposes,
)

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_NOT_FOR_A_SALE = ("analytics", "service_improvement", "marketing", "profiling", "fraud_prevention")
"""Kinds of purpose without which an order can be delivered (EDPB 2/2019, 48 to 57)."""


@operator()
def no_basis(sheet: Sheet) -> Iterator[Mutant]:
    """The legal basis of one purpose is gone, and none is given for everything."""
    if sheet.at("general", "legal_basis"):
        return
    for name in purposes(sheet):
        if bases(sheet, name):
            after = sheet.drop_all(bases(sheet, name))
            expected = [on("BAS001", "purposes", name), *_source_untold(sheet, name)]
            words = f"on what `{name}` rests is not said"
            yield mutant(words, sheet, after, *expected, moving=_TOLD_TWICE)


def _source_untold(sheet: Sheet, purpose: str) -> Iterator[Found]:
    """Yield the data that come from somebody else: only a law excuses that nobody is named."""
    if basis_ids(sheet, purpose) == {"legal_obligation"}:
        for group in groups(sheet, "purposes", purpose):
            if "third_party" in sheet.many(*group, "source"):
                yield on("DAT010", *group)


_TOLD_TWICE = ("CON001", "DAT010", "LIN002", "MKT003")
"""What is shown at one of several purposes, and where that one has changed at the next."""


@operator()
def no_basis_at_all(sheet: Sheet) -> Iterator[Mutant]:
    """No legal basis is given anywhere."""
    every = [where for name in purposes(sheet) for where in bases(sheet, name)]
    after = sheet.drop_all([*every, ("general", "legal_basis")])
    claims = [claim["claim"] for claim in sheet.many("claims")]
    expected = list(cookies_for_good(after))
    if "consent_for_all_website_data" not in claims:  # or one sentence is the ground of all
        expected.append(on("BAS001", "purposes"))
    for name in purposes(sheet):
        expected += _source_untold(sheet, name)
    words = "no legal basis is given for any purpose"
    yield mutant(words, sheet, after, *expected, moving=_TOLD_TWICE)


@operator()
def basis_in_a_list(sheet: Sheet) -> Iterator[Mutant]:
    """The basis of one purpose stands in a list at the top, with another one."""
    if sheet.at("general", "legal_basis"):
        return
    listed = [
        {"basis": "contract", "when": "possibly"},
        {"basis": "vital_interests", "when": "possibly"},
    ]
    for name in purposes(sheet):
        if basis_ids(sheet, name) & {"consent", "legitimate_interests"} or not bases(sheet, name):
            continue
        after = sheet.drop_all(bases(sheet, name)).put(listed, "general", "legal_basis")
        expected = on("BAS003", "general", "legal_basis")
        silent = tuple(
            on("BAS001", "purposes", other) for other in purposes(sheet) if not bases(sheet, other)
        )
        words = f"the basis of `{name}` is one of a list at the top"
        yield mutant(words, sheet, after, expected, mended=silent)


@operator()
def ground_of_its_own(sheet: Sheet) -> Iterator[Mutant]:
    """A purpose rests on a ground that is none of the six."""
    for name in purposes(sheet):
        if name in _household(sheet):
            continue  # the odd ground is the household exemption then
        for where in bases(sheet, name)[:1]:
            told = {"basis": "unnamed", "reason": "the shop finds it practical"}
            before = sheet.drop_all(bases(sheet, name)[1:]).fresh()
            after = before.put(told, *where)
            expected = [on("BAS002", *where), *_source_untold(before, name)]
            if purposes(sheet)[name].get("kind") == "analytics":
                expected += cookies_for_good(after)
            words = f"`{name}` rests on what the shop finds practical"
            yield mutant(words, before, after, *expected, moving=_TOLD_TWICE)


def _household(sheet: Sheet) -> set[str]:
    claims = [claim for claim in sheet.many("claims") if claim["claim"] == "household_exemption"]
    return {name for claim in claims for name in claim.get("about", ())}


@operator()
def other_bases(sheet: Sheet) -> Iterator[Mutant]:
    """Other bases than those named may apply."""
    n = len(sheet.many("claims"))
    after = sheet.put({"claim": "other_bases_possible"}, "claims", n)
    yield mutant("other legal bases may apply", sheet, after, on("BAS004", "claims", n))


@operator()
def duty_without_law(sheet: Sheet) -> Iterator[Mutant]:
    """The law that obliges is not named any more, at the basis nor at the period."""
    for name in purposes(sheet):
        for where in bases(sheet, name):
            if not sheet.at(*where, "law"):
                continue
            holders: list[Where] = [("purposes", name), *groups(sheet, "purposes", name)]
            laws = [(*entry, "law") for holder in holders for entry in entries(sheet, *holder)]
            after = sheet.drop_all([*laws, (*where, "law")])
            expected = on("BAS005", "purposes", name)
            yield mutant(f"the law that obliges to `{name}` is not named", sheet, after, expected)


@operator()
def duty_claimed(sheet: Sheet) -> Iterator[Mutant]:
    """A purpose is said to be a legal duty, of a law that is named or not."""
    for name, purpose in purposes(sheet).items():
        if purpose.get("kind") == "legal_requests" or basis_ids(sheet, name) != {"contract"}:
            continue
        if _has_law(sheet, name):
            continue  # what is said of storage names it for such data
        for where in bases(sheet, name)[:1]:
            duty = {"basis": "legal_obligation", "law": "an example act"}
            after = sheet.drop_all(bases(sheet, name)[1:]).put(duty, *where)
            words = f"`{name}` is a duty under a law that is named"
            yield mutant(words, sheet, after, moving=_TOLD_TWICE)
            after = after.drop(*where, "law")
            expected = on("BAS005", "purposes", name)
            words = f"`{name}` is a duty, of which law is not said"
            yield mutant(words, sheet, after, expected, moving=_TOLD_TWICE)


def _has_law(sheet: Sheet, purpose: str) -> bool:
    """Tell whether a law is named for keeping such data, whatever they are used for."""
    kept = [sheet.at(*where) for where in entries(sheet, "general")]
    return any(entry.get("law") and _kinds(entry) & kinds_of(sheet, purpose) for entry in kept)


def _kinds(entry: dict[str, Any]) -> set[str]:
    return {told["is"] if isinstance(told, dict) else told for told in entry.get("of", ())}


@operator()
def contract_for_more_than_the_sale(sheet: Sheet) -> Iterator[Mutant]:
    """The contract is to carry what the order can do without."""
    for name, purpose in purposes(sheet, *_NOT_FOR_A_SALE).items():
        if purpose.get("marketing") or basis_ids(sheet, name) == {"contract"}:
            continue
        if is_impersonal(sheet, name):
            continue  # figures about nobody need no basis
        after = sheet.drop_all(bases(sheet, name))
        after = after.put([{"basis": "contract"}], "purposes", name, "legal_basis")
        expected = [on("BAS006", "purposes", name)]
        if purpose["kind"] == "analytics":
            expected += cookies_for_good(after)
        mended = (on("BAS001", "purposes", name),)
        words = f"`{name}` rests on the contract"
        yield mutant(words, sheet, after, *expected, mended=mended, moving=_TOLD_TWICE)


@operator()
def account_demanded(sheet: Sheet) -> Iterator[Mutant]:
    """Nobody can order without an account, or everybody can."""
    free = sheet.put({"required": False, "guest_checkout": True}, "account").fresh()
    after = free.put({"required": True}, "account")
    yield mutant("an order needs an account", free, after, on("BAS007", "account"))


@operator()
def need_not_told(sheet: Sheet) -> Iterator[Mutant]:
    """Whether data must be given for an order is not said any more, nor what happens if not."""
    every = list(sheet.holds("provision"))
    buying = [name for name in purposes(sheet) if "contract" in basis_ids(sheet, name)]
    if every and buying:
        after = sheet.drop_all(every)
        expected = on("BAS008", "purposes", buying[0])
        yield mutant("whether data must be given is not said", sheet, after, expected)
    for where in every:
        for n, told in enumerate(sheet.many(*where)):
            if told.get("consequence"):
                after = sheet.drop(*where, n, "consequence")
                expected = on("BAS008", *where)
                yield mutant("what happens without the data is not said", sheet, after, expected)
            else:
                after = sheet.put("there will be no delivery", *where, n, "consequence")
                mended = (on("BAS008", *where, n),)
                yield mutant("what happens without the data is said", sheet, after, mended=mended)


@operator()
def marked_in_the_form(sheet: Sheet) -> Iterator[Mutant]:
    """The statement points to the form, where the fields that are needed are marked."""
    for name in purposes(sheet):
        if "contract" in basis_ids(sheet, name):
            after = sheet.put([{"where": "form"}], "purposes", name, "provision")
            yield mutant(f"the form marks what `{name}` needs", sheet, after)
