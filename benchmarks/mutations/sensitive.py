"""Data that the law treats with more care, or that come from others (Art. 8 to 10, 14, 87 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import bases, cited, groups, kinds, kinds_of, purposes

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_USE: Where = ("purposes", "extra")
_GROUP: Where = (*_USE, "data", 0)
_SPECIAL = ("health", "religion", "political_opinion", "ethnic_origin", "biometric", "sexual_life")
_YES = {"how": ["account", "email"], "any_time": True, "earlier_processing_stays_lawful": True}
_CONSENT: dict[str, Any] = {"basis": "consent", "withdrawal": _YES}
_DUTY: dict[str, Any] = {"basis": "legal_obligation", "law": "an example act"}


def _using(sheet: Sheet, kind: str, basis: dict[str, Any], **group: Any) -> Sheet:
    """Let a purpose more use one kind of data."""
    told = {
        "categories": [kind],
        "source": "data_subject",
        "data_subjects": ["customers"],
        "retention": {"period": "P1Y", "from": "order"},
        "recipients": [],
        **group,
    }
    purpose = {"title": "Help at the customer's request", "kind": "other", "legal_basis": [basis]}
    return sheet.put(cited({**purpose, "data": [told]}), *_USE)


@operator()
def special_data(sheet: Sheet) -> Iterator[Mutant]:
    """Special categories are used, with a condition of Art. 9(2) or without."""
    for kind in _SPECIAL:
        condition = {**_CONSENT, "explicit": True, "article_9": "explicit_consent"}
        ground = _using(sheet, kind, condition)
        expected = list(_perhaps_a_dpo(sheet))
        yield mutant(f"`{kind}` is used on explicit consent", sheet, ground, *expected)
        ground = ground.fresh()
        after = ground.put([_CONSENT], *_USE, "legal_basis")
        words = f"`{kind}` is used, and no condition of Art. 9(2) is told"
        asked = any(basis.get("explicit") for basis in sheet.many("general", "legal_basis"))
        expected = [] if asked else [on("DAT001", *_GROUP)]
        yield mutant(words, ground, after, *expected)


def _perhaps_a_dpo(sheet: Sheet) -> Iterator[Found]:
    """Yield the question that goes to who uses special data and says to have no DPO."""
    if sheet.at("dpo", "status") == "not_appointed":
        yield on("DPO003", "dpo")


@operator()
def telling_goods(sheet: Sheet) -> Iterator[Mutant]:
    """What is sold may tell of the buyer what Art. 9 protects."""
    for sector in (
        "pharmacy",
        "erotic",
        "religious",
        "medical_aids",
        "political",
        "dietary",
        "lgbt",
    ):
        after = sheet.put([sector], "shop", "sectors")
        expected = [on("DAT002", "purposes")] if _tells_of_orders(sheet) else []
        if sector in ("pharmacy", "medical_aids"):
            expected += _perhaps_a_dpo(sheet)
        yield mutant(f"the shop sells: {sector}", sheet, after, *expected)
    after = sheet.put(["baby", "general"], "shop", "sectors")
    yield mutant("the shop sells goods for babies", sheet, after)


def _tells_of_orders(sheet: Sheet) -> bool:
    """Tell whether the statement says what the data of orders are used for."""
    if purposes(sheet, "orders"):
        return not any(basis.get("explicit") for basis in sheet.many("general", "legal_basis"))
    return any("order_data" in kinds_of(sheet, name) for name in purposes(sheet))


@operator()
def said_to_be_impersonal(sheet: Sheet) -> Iterator[Mutant]:
    """Addresses on the network are said to be no personal data."""
    n = len(sheet.many("claims"))
    for kind in ("ip_address", "cookie_id", "device_id"):
        if _is_called_so(sheet, kind):
            continue
        after = sheet.put({"claim": "browsing_not_personal", "of": [kind]}, "claims", n)
        words = f"`{kind}` is no personal data, it is said"
        yield mutant(words, sheet, after, on("DAT003", "claims", n))


def _is_called_so(sheet: Sheet, kind: str) -> bool:
    """Tell whether it is said of data of this kind already: one finding is enough."""
    every = [group for name in purposes(sheet) for group in groups(sheet, "purposes", name)]
    return any(kind in kinds(sheet, *group) and sheet.at(*group, "called") for group in every)


@operator()
def number_of_the_state(sheet: Sheet) -> Iterator[Mutant]:
    """The national number is asked for, with a law or without (Art. 87)."""
    ground = _using(sheet, "national_number", _DUTY)
    yield mutant("the national number is asked for under a law that is named", sheet, ground)
    ground = ground.fresh()
    after = ground.put([_CONSENT], *_USE, "legal_basis")
    words = "the national number is asked for, with consent"
    yield mutant(words, ground, after, on("DAT005", *_GROUP))


@operator()
def copy_of_a_card(sheet: Sheet) -> Iterator[Mutant]:
    """A copy of an identity document is kept, with a law or without."""
    ground = _using(sheet, "id_document_copy", _DUTY).put("account", *_USE, "kind")
    yield mutant("identity cards are copied under a law that is named", sheet, ground)
    ground = ground.fresh()
    after = ground.put([_CONSENT], *_USE, "legal_basis")
    code = "BEL003" if sheet.at("shop", "country") == "BE" else "DAT013"
    words = "identity cards are copied, and no other way is offered"
    yield mutant(words, ground, after, on(code, *_GROUP))


@operator()
def list_of_suspects(sheet: Sheet) -> Iterator[Mutant]:
    """Suspicions are kept, under a law that is named or not (Art. 10)."""
    ground = _using(sheet, "criminal", _DUTY)
    words = "suspicions are kept under a law that is named"
    yield mutant(words, sheet, ground, *_perhaps_a_dpo(sheet))
    ground = ground.fresh()
    after = ground.put([_CONSENT], *_USE, "legal_basis")
    words = "suspicions are kept, and no law is named"
    yield mutant(words, ground, after, on("DAT009", *_GROUP))


@operator()
def told_by_others(sheet: Sheet) -> Iterator[Mutant]:
    """Data come from others; from whom, or which data, is told or not (Art. 14)."""
    source = {
        "source": "third_party",
        "source_words": "the marketplace where the order was placed",
        "source_named": True,
    }
    ground = _using(sheet, "phone", _CONSENT, **source)
    yield mutant("a marketplace gives the telephone number", sheet, ground)
    ground = ground.fresh()
    after = ground.drop_all([(*_GROUP, "source_words"), (*_GROUP, "source_named")])
    words = "somebody gives the telephone number, it is not said who"
    yield mutant(words, ground, after, on("DAT010", *_GROUP))
    vague = ground.put("certain data", *_GROUP, "unnamed").drop(*_GROUP, "categories")
    expected = [on("DAT011", *_GROUP), on("PUR003", *_USE)]
    words = "a marketplace gives data, it is not said which"
    yield mutant(words, ground, vague, *expected)
    for own in ("observed", "inferred", "generated"):
        after = ground.put(own, *_GROUP, "source")
        after = after.drop_all([(*_GROUP, "source_words"), (*_GROUP, "source_named")])
        yield mutant(f"the telephone number is {own} by the shop itself", ground, after)


@operator()
def people_who_do_not_read_this(sheet: Sheet) -> Iterator[Mutant]:
    """Somebody else's address is given, and nothing is said to that person."""
    if any("gift_recipient" in kinds_of(sheet, name) for name in purposes(sheet)):
        return
    after = _using(sheet, "gift_recipient", _CONSENT)
    words = "addresses of those who get gifts are used"
    yield mutant(words, sheet, after, on("DAT012", *_GROUP))


@operator()
def children(sheet: Sheet) -> Iterator[Mutant]:
    """The shop addresses children, or uses data about them, and has no word for them."""
    silent = sheet.drop_all([("minors",), ("shop", "children")])
    ground = silent.fresh()
    after = ground.yes("shop", "children")
    words = "the shop addresses children and has no word for them"
    yield mutant(words, ground, after, on("DAT006"))
    word = after.fresh().put(
        [{"age": 16, "position": "consent_needed", "parental_consent": "required"}], "minors"
    )
    words = "the shop addresses children and says what their parents do"
    yield mutant(words, after.fresh(), word, mended=(on("DAT006"),))
    about = _using(ground, "child_data", {**_DUTY})
    words = "data about children are used, and there is no word on minors"
    yield mutant(words, ground, about, on("DAT008", *_GROUP))


@operator()
def age_of_consent(sheet: Sheet) -> Iterator[Mutant]:
    """Below which age parents consent is told; the law has its own (Art. 8(1))."""
    told = {"position": "consent_needed", "parental_consent": "required"}
    markets = {sheet.at("shop", "country"), *sheet.many("shop", "sells_to")}
    needed = 16 if "NL" in markets else 13
    ground = sheet.drop_all([("minors",)]).fresh()
    for age in (12, 13, 15, 16, 18):
        after = ground.put([{**told, "age": age}], "minors")
        expected = [on("DAT007", "minors", 0)] if age < needed else []
        yield mutant(f"parents consent for who is under {age}", ground, after, *expected)


@operator()
def special_data_in_a_list(sheet: Sheet) -> Iterator[Mutant]:
    """Special data, or the national number, stand in the list of what is collected."""
    n = len(sheet.many("general", "data"))
    if any(basis.get("explicit") for basis in sheet.many("general", "legal_basis")):
        return
    if any(_is_open_and_explicit(sheet, name) for name in purposes(sheet)):
        return  # the list may belong to that purpose
    for kind, code in (("health", "DAT001"), ("national_number", "DAT005")):
        told: dict[str, Any] = {"categories": [kind], "source": "data_subject", "recipients": []}
        told["retention"] = {"period": "P1Y", "from": "collection"}
        after = sheet.put(told, "general", "data", n)
        place: Where = ("general", "data", n)
        expected = [on(code, *place), on("PUR004", *place)]
        if kind == "health":
            expected += _perhaps_a_dpo(sheet)
        yield mutant(f"`{kind}` is collected", sheet, after, *expected)


def _is_open_and_explicit(sheet: Sheet, name: str) -> bool:
    """Tell whether a purpose rests on explicit consent, and does not say which data it uses."""
    told = [sheet.at(*where) for where in bases(sheet, name)]
    return not kinds_of(sheet, name) and any(basis.get("explicit") for basis in told)


@operator()
def public_source(sheet: Sheet) -> Iterator[Mutant]:
    """Data come from a public source, and it is not said from which."""
    told = {"source": "public_source", "source_words": "the trade register", "source_named": True}
    ground = _using(sheet, "name", _CONSENT, **told)
    yield mutant("names come from the trade register", sheet, ground)
    ground = ground.fresh()
    after = ground.drop_all([(*_GROUP, "source_words"), (*_GROUP, "source_named")])
    words = "names come from some public source"
    yield mutant(words, ground, after, on("DAT010", *_GROUP))
