"""What Dutch and Belgian law ask of their own shops, and of who sells there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Mutant, mutant, on, operator
from mutations.reading import cited

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where


def _is_in(sheet: Sheet, country: str) -> bool:
    return bool(sheet.at("shop", "country") == country)


@operator()
def number_of_the_company(sheet: Sheet) -> Iterator[Mutant]:
    """The number in the trade register, or the enterprise number, is told no more."""
    ground = sheet.put(
        "0123.456.789" if _is_in(sheet, "BE") else "12345678", "controller", "company_number"
    )
    ground = ground.drop_all([("controller", "vat_number")]).fresh()
    after = ground.drop("controller", "company_number")
    code = "BEL001" if _is_in(sheet, "BE") else "NLD001"
    yield mutant("the number of the company is not told", ground, after, on(code, "controller"))
    if _is_in(sheet, "BE"):
        vat = after.fresh().put("BE0123456789", "controller", "vat_number")
        words = "the VAT number, which holds the enterprise number, is told"
        yield mutant(words, after.fresh(), vat, mended=(on("BEL001", "controller"),))


@operator()
def calls(sheet: Sheet) -> Iterator[Mutant]:
    """People are called to advertise: with consent, or on something else."""
    consent = {"basis": "consent", "withdrawal": {"how": ["phone", "email"], "any_time": True}}
    way: dict[str, Any] = {
        "channel": "phone",
        "opt_out": "a word during the call",
        "legal_basis": [consent],
    }
    purpose = {
        "title": "Call people about offers",
        "kind": "other",
        "legal_basis": [consent],
        "data_subjects": ["prospects"],
        "marketing": {"channels": [way], "audience": ["prospects"]},
        "data": [
            {
                "categories": ["name", "phone"],
                "source": "data_subject",
                "retention": {"until": "objection"},
                "recipients": [],
            }
        ],
    }
    ground = sheet.put(cited(purpose), "purposes", "calls").fresh()
    place: Where = ("purposes", "calls", "marketing", "channels", 0)
    interest = {"basis": "legitimate_interests", "interest": "to win back those who bought before"}
    after = ground.put([interest], *place, "legal_basis")
    after = after.put([interest], "purposes", "calls", "legal_basis")
    markets = {sheet.at("shop", "country"), *sheet.many("shop", "sells_to")}
    expected = [on("NLD003", *place)] if "NL" in markets else []
    if not sheet.at("rights", "object") and not sheet.at("rights", "object_direct_marketing"):
        expected.append(on("RIG005", "rights"))
    yield mutant("people are called on the shop's own interest", ground, after, *expected)


@operator()
def measuring_without_consent(sheet: Sheet) -> Iterator[Mutant]:
    """Visits are measured without consent, which Dutch law allows if it does no harm."""
    counter = {
        "kind": "analytics",
        "party": "first",
        "purpose": "count visits",
        "serves": ["statistics"],
        "duration": {"period": "P30D"},
        "third_party_access": False,
    }
    quiet = sheet.drop_all([("embeds",)])
    ground = quiet.put(
        {"items": [counter], "analytics": [{"ip_truncated": True}]}, "cookies"
    ).fresh()
    n = len(sheet.many("claims"))
    claim: Where = ("claims", n)
    after = ground.put({"claim": "analytics_without_consent"}, *claim)
    words = "visits are counted without consent, it is said"
    if _is_in(sheet, "BE"):
        yield mutant(words, ground, after, on("BEL002", *claim))
        law = ground.put([{"basis": "contract"}], "cookies", "items", 0, "legal_basis")
        words = "counting visits is said to be part of the contract"
        yield mutant(words, ground, law, on("BEL002", "cookies"))
        return
    yield mutant(words, ground, after)
    after = after.fresh()
    for more, codes in (("combined", ()), ("shared_for_own_purposes", ("COO006",))):
        harm = after.yes("cookies", "analytics", 0, more)
        words = f"visits are counted without consent, and: {more}"
        also = (on(code, "cookies", "analytics", 0) for code in codes)  # and by whom is not told
        yield mutant(words, after, harm, on("NLD002", *claim), *also)


@operator()
def counting_by_settings(sheet: Sheet) -> Iterator[Mutant]:
    """Who does not change the browser is counted: Dutch law lets that be, Belgian law does not."""
    counter = {
        "kind": "analytics",
        "party": "first",
        "purpose": "count visits",
        "serves": ["statistics"],
        "duration": {"period": "P30D"},
        "third_party_access": False,
        "legal_basis": [{"basis": "consent"}],
    }
    tool = {"mechanism": "cookie_tool", "refuse": "equal"}
    told = {"items": [counter], "consent": [tool], "withdrawal": {"how": ["cookie_tool"]}}
    quiet = sheet.drop_all([("embeds",), ("cookies",)])
    ground = quiet.put(told, "cookies").fresh()
    for mechanism in ("browser_settings", "continued_use", "informing_banner"):
        after = ground.put([{"mechanism": mechanism}], "cookies", "consent")
        expected = [on("COO002", "cookies")] if _is_in(sheet, "BE") else []
        words = f"visits are counted; the choice is: {mechanism}"
        yield mutant(words, ground, after, *expected)
    interest = {"basis": "legitimate_interests", "interest": "to see which pages are read"}
    bare = ground.drop("cookies", "consent").fresh()
    after = bare.put([interest], "cookies", "items", 0, "legal_basis")
    expected = [on("LIN003", "cookies", "items", 0)] if _is_in(sheet, "BE") else []
    if not sheet.at("rights", "object"):
        expected.append(on("RIG005", "rights"))
    words = "visits are counted on the shop's own interest"
    yield mutant(words, bare, after, *expected)


@operator()
def calls_to_customers(sheet: Sheet) -> Iterator[Mutant]:
    """Since July 2026 not even customers may be called in the Netherlands without consent."""
    permit = {"basis": "soft_opt_in"}
    way = {"channel": "phone", "opt_out": "a word during the call", "legal_basis": [permit]}
    group = {
        "categories": ["name", "phone"],
        "source": "data_subject",
        "retention": {"until": "objection"},
        "recipients": [],
    }
    purpose = {
        "title": "Call customers about offers",
        "kind": "other",
        "legal_basis": [permit],
        "data_subjects": ["customers"],
        "marketing": {"channels": [way], "audience": ["customers"], "own_similar_products": True},
        "data": [group],
    }
    after = sheet.put(cited(purpose), "purposes", "calls")
    markets = {sheet.at("shop", "country"), *sheet.many("shop", "sells_to")}
    place: Where = ("purposes", "calls", "marketing")
    expected = [on("NLD003", *place)] if "NL" in markets else []
    words = "customers are called without consent"
    yield mutant(words, sheet, after, *expected, moving=("MKT003",))
