"""Cookies and content of others (Art. 5(3) ePrivacy Directive, Art. 7 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Mutant, mutant, on, operator
from mutations.reading import basis_ids, cited, purposes, recipients

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_ITEM: Where = ("cookies", "items", 0)
_CONSENT = {"basis": "consent"}
_ADVERTISING: dict[str, Any] = {
    "kind": "marketing",
    "party": "first",
    "purpose": "show advertising elsewhere to those who visited the shop",
    "serves": ["advertising"],
    "duration": {"period": "P90D"},
    "third_party_access": False,
    "legal_basis": [_CONSENT],
}
_ASKED: dict[str, Any] = {"mechanism": "cookie_tool", "refuse": "equal", "granular": True}


def _told(sheet: Sheet, *items: dict[str, Any]) -> Sheet:
    """Tell all of some cookies in the statement itself, with the choice that people have."""
    quiet = sheet.drop_all([("embeds",), *_about_cookies(sheet)])
    cookies = {
        "items": list(items),
        "consent": [_ASKED],
        "withdrawal": {"how": ["cookie_tool"]},
    }
    return quiet.put(cookies, "cookies")


def _about_cookies(sheet: Sheet) -> list[Where]:
    """Return the page on cookies that the statement names, and sentences on what they do."""
    documents = sheet.at("statement", "documents") or {}
    pages: list[Where] = [
        ("statement", "documents", name)
        for name, told in documents.items()
        if told["kind"] == "cookie_policy"
    ]
    on_cookies = ("cookies", "consent_by_use", "service_requires_consent", "analytics", "no_ads")
    claims = [claim["claim"] for claim in sheet.many("claims")]
    said: list[Where] = [
        ("claims", n) for n, claim in enumerate(claims) if any(word in claim for word in on_cookies)
    ]
    return [*pages, *said]


@operator()
def advertising_cookies(sheet: Sheet) -> Iterator[Mutant]:
    """All is told of a cookie that follows people; then one thing is told no more."""
    ground = _told(sheet, _ADVERTISING).fresh()
    cookies: Where = ("cookies",)
    without = {
        "how long they stay": (("duration",), "COO003"),
        "who else can read them": (("third_party_access",), "COO003"),
        "what they are for": (("purpose", "serves"), "COO010"),
    }
    for words, (keys, code) in without.items():
        if code == "COO010" and purposes(sheet, "marketing", "profiling"):
            continue  # the purpose itself tells what such cookies are for
        after = ground.drop_all((*_ITEM, key) for key in keys)
        yield mutant(f"advertising cookies: {words} is not said", ground, after, on(code, *cookies))
    varies = ground.put({"criterion": "varies"}, *_ITEM, "duration")
    words = "advertising cookies stay for a time that differs"
    yield mutant(words, ground, varies, on("COO003", *cookies))
    for mechanism in ("browser_settings", "continued_use", "informing_banner", "opt_out", "none"):
        after = ground.put([{"mechanism": mechanism}], "cookies", "consent")
        words = f"advertising cookies, and the choice is: {mechanism}"
        yield mutant(words, ground, after, on("COO002", *cookies))
    refused = ground.put({**_ASKED, "refuse": "not_possible"}, "cookies", "consent", 0)
    yield mutant("advertising cookies cannot be refused", ground, refused, on("COO005", *cookies))
    fixed = ground.no(*_ITEM, "refusable")
    words = "an advertising cookie is said not to be refusable"
    yield mutant(words, ground, fixed, on("COO005", *cookies))
    harder = ground.put({**_ASKED, "refuse": "harder"}, "cookies", "consent", 0)
    words = "advertising cookies are refused with more trouble than accepted"
    yield mutant(words, ground, harder, on("COO005", *cookies))
    wall = ground.put({**_ASKED, "wall": True}, "cookies", "consent", 0)
    words = "nobody gets in without advertising cookies"
    yield mutant(words, ground, wall, on("CON006", *cookies))


@operator()
def price_of_the_service(sheet: Sheet) -> Iterator[Mutant]:
    """The service is said to need a consent that it could do without (Art. 7(4))."""
    ground = _told(sheet, _ADVERTISING).fresh()
    n = len(ground.many("claims"))
    after = ground.put({"claim": "service_requires_consent"}, "claims", n)
    words = "the service needs consent to advertising cookies, it is said"
    yield mutant(words, ground, after, on("CON006", "claims", n))
    blunt = ground.put([{"mechanism": "browser_settings"}], "cookies", "consent").fresh()
    after = blunt.put({"claim": "site_requires_cookies"}, "claims", n)
    words = "nothing can be ordered without the advertising cookies, it is said"
    yield mutant(words, blunt, after, on("CON006", "claims", n))


@operator()
def cookie_on_interest(sheet: Sheet) -> Iterator[Mutant]:
    """What needs consent is said to rest on interests."""
    ground = _told(sheet, _ADVERTISING).drop("cookies", "consent").fresh()
    interest = {
        "basis": "legitimate_interests",
        "interest": "to reach visitors with fitting offers",
    }
    after = ground.put([interest], *_ITEM, "legal_basis")
    expected = [on("LIN003", *_ITEM)]
    if not sheet.at("rights", "object"):
        expected.append(on("RIG005", "rights"))
    yield mutant("advertising cookies rest on interests", ground, after, *expected)


@operator()
def choice_that_cannot_be_changed(sheet: Sheet) -> Iterator[Mutant]:
    """Consent to cookies was given once, and where to take it back is told no more."""
    bare = [("rights", "withdraw_consent", "how"), ("general", "legal_basis")]
    item = {**_ADVERTISING, "legal_basis": [{"basis": "consent"}]}
    ground = _told(sheet, item).drop_all(bare).fresh()
    after = ground.drop("cookies", "withdrawal")
    words = "where to take consent to cookies back is not said"
    measuring = [
        name for name in purposes(sheet, "analytics") if "consent" in basis_ids(sheet, name)
    ]
    if measuring and not sheet.at("rights", "withdraw_consent"):
        # Then the right itself is missing for the purpose that the cookies serve.
        expected = on("CON001", "purposes", measuring[0])
        yield mutant(words, ground, after, expected, moving=("CON001",))
    else:
        yield mutant(words, ground, after, on("COO011", "cookies"))
    browser = ground.put({"how": ["browser_settings"]}, "cookies", "withdrawal")
    words = "consent to cookies is taken back in the browser alone"
    yield mutant(words, ground, browser, on("COO011", "cookies"))


@operator()
def called_necessary(sheet: Sheet) -> Iterator[Mutant]:
    """A cookie is called strictly necessary, and serves what the shop wants."""
    needed = {
        "kind": "strictly_necessary",
        "party": "first",
        "purpose": "remember the basket",
        "serves": ["cart"],
        "duration": {"until": "session_ends"},
        "third_party_access": False,
    }
    ground = _told(sheet, needed)
    yield mutant("one cookie remembers the basket", sheet, ground, moving=("CON001",))
    ground = ground.fresh()
    for use in ("advertising", "social", "personalisation"):
        after = ground.put(["cart", use], *_ITEM, "serves")
        words = f"a necessary cookie serves {use} as well"
        yield mutant(words, ground, after, on("COO004", *_ITEM))
    for use in ("authentication", "security"):
        after = ground.put(["cart", use], *_ITEM, "serves")
        yield mutant(f"a necessary cookie serves {use} as well", ground, after)


@operator()
def no_word_on_cookies(sheet: Sheet) -> Iterator[Mutant]:
    """Nothing is said of cookies, and a service is used that is known to set some."""
    quiet = sheet.drop_all([("cookies",), *_about_cookies(sheet)])
    tool = {
        "name": "Hotjar",
        "kind": "named",
        "vendor": "hotjar",
        "country": "MT",
        "role": "processor",
        "does": "records visits",
    }
    if "embeds" in sheet.data or any(
        told.get("vendor") == "google-analytics" for told in recipients(sheet).values()
    ):
        return
    ground = quiet.fresh()
    after = ground.put(cited(tool), "recipients", "hotjar").add("hotjar", "general", "recipients")
    words = "visits are recorded by a known tool, and no cookie is told of"
    yield mutant(words, ground, after, on("COO001"))


@operator()
def maker_of_the_tool(sheet: Sheet) -> Iterator[Mutant]:
    """The maker of the measuring tool may use what it measures for itself."""
    tool = {"name": "Example Counter", "kind": "named", "country": "IE", "does": "measures visits"}
    ground = sheet.put(cited(tool), "recipients", "counter").add("counter", "general", "recipients")
    n = len(sheet.many("cookies", "analytics"))
    place: Where = ("cookies", "analytics", n)
    ground = ground.put({"tool": "counter", "shared_for_own_purposes": False}, *place)
    ground = ground.fresh()
    after = ground.yes(*place, "shared_for_own_purposes")
    words = "the maker of the counter may use the figures for itself"
    yield mutant(words, ground, after, on("COO006", *place))
    decides = after.fresh().put("controller", "recipients", "counter", "role")
    words = "the maker of the counter is said to decide for itself"
    yield mutant(
        words, after.fresh(), decides, mended=(on("COO006", *place, "shared_for_own_purposes"),)
    )


@operator()
def content_of_others(sheet: Sheet) -> Iterator[Mutant]:
    """Content of others loads with the page, with consent or without (Art. 5(3) ePrivacy)."""
    n = len(sheet.many("embeds"))
    place: Where = ("embeds", n)
    video = {
        "what": "video",
        "loads": "with_page",
        "purpose": "show how it works",
        "legal_basis": [_CONSENT],
    }
    ground = sheet.put(video, *place)
    yield mutant("a video of others loads once the visitor agreed", sheet, ground)
    ground = ground.fresh()
    after = ground.drop(*place, "legal_basis")
    words = "a video of others loads with the page"
    asked = any(way["mechanism"] == "cookie_tool" for way in sheet.many("cookies", "consent"))
    if asked:  # of all that is loaded
        yield mutant(words, ground, after)
        return
    yield mutant(words, ground, after, on("COO008", *place))
    click = after.fresh().put("on_click", *place, "loads")
    words = "a video of others loads after a click"
    yield mutant(words, after.fresh(), click, mended=(on("COO008", *place, "legal_basis"),))


@operator()
def plug_in_disclaimed(sheet: Sheet) -> Iterator[Mutant]:
    """The shop answers for nothing that buttons in its own pages collect (CJEU C-40/17)."""
    buttons = {"what": "share_buttons", "loads": "with_page", "legal_basis": [_CONSENT]}
    if any(
        claim["claim"] == "not_responsible_for_third_party_cookies"
        for claim in sheet.many("claims")
    ):
        return
    ground = sheet.add(buttons, "embeds").fresh()
    n = len(sheet.many("claims"))
    after = ground.put({"claim": "not_responsible_for_third_party_cookies"}, "claims", n)
    words = "the shop answers for nothing that the buttons collect"
    yield mutant(words, ground, after, on("COO007", "claims", n))


@operator()
def readers_measured(sheet: Sheet) -> Iterator[Mutant]:
    """Who opens a message is measured, with a consent that names it or without."""
    for name, purpose in (sheet.at("purposes") or {}).items():
        marketing = purpose.get("marketing")
        if not marketing or marketing.get("tracking") or "channels" not in marketing:
            continue
        for what in ("opens", "clicks"):
            place: Where = ("purposes", name, "marketing")
            ground = sheet.put([{"what": what, "consent": True}], *place, "tracking")
            yield mutant(f"`{name}`: {what} are measured with consent", sheet, ground)
            ground = ground.fresh()
            after = ground.drop(*place, "tracking", 0, "consent")
            words = f"`{name}`: {what} are measured"
            yield mutant(words, ground, after, on("COO009", *place))
