"""Sentences of a statement that its other sentences contradict (Art. 5(1)(a), 12(1) GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Mutant, mutant, on, operator
from mutations.reading import entries, groups, kinds, kinds_of, purposes

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_IDENTIFIERS = {"ip_address", "cookie_id", "device_id"}
_PAYMENT = {"payment_data", "bank_account", "credit_card"}


def _claimed(sheet: Sheet, claim: str, **told: Any) -> tuple[Sheet, Where]:
    """Let the statement say something, and return where it now stands."""
    n = len(sheet.many("claims"))
    return sheet.put({"claim": claim, **told}, "claims", n), ("claims", n)


def _abroad(sheet: Sheet) -> bool:
    """Tell whether the statement itself places something outside the EEA."""
    countries = {sheet.at(*where) for where in sheet.holds("country") if where[0] == "recipients"}
    return bool(countries & {"US", "IN", "JP"}) or any(
        sheet.at(*where) == "unnamed" for where in sheet.holds("country", "place")
    )


@operator()
def nothing_leaves(sheet: Sheet) -> Iterator[Mutant]:
    """Data and partners are said to stay in the EEA; the statement names some outside it."""
    for claim in ("data_in_eea", "partners_in_eea"):
        after, place = _claimed(sheet, claim)
        expected = [on("CST001", *place)] if _abroad(sheet) else []
        yield mutant(f"it is said: {claim}", sheet, after, *expected)
        after, _ = _claimed(sheet, claim, **{"except": "some data that go abroad"})
        yield mutant(f"it is said, with an exception: {claim}", sheet, after)


@operator()
def never_where_people_are(sheet: Sheet) -> Iterator[Mutant]:
    """Nobody's place is looked for, it is said, and a purpose uses it."""
    if any(claim["claim"] == "no_location_tracking" for claim in sheet.many("claims")):
        return
    name = next(iter(purposes(sheet)))
    for kind in ("location_coarse", "location_precise"):
        group: dict[str, Any] = {"categories": [kind], "source": "observed", "recipients": []}
        group["retention"] = {"period": "P1M", "from": "collection"}
        ground = sheet.add(group, "purposes", name, "data").fresh()
        after, place = _claimed(ground, "no_location_tracking")
        words = f"it is never looked where people are, and `{kind}` is used"
        yield mutant(words, ground, after, on("CST002", *place))
    after, _ = _claimed(sheet, "no_location_tracking")
    used = {kind for name in purposes(sheet) for kind in kinds_of(sheet, name)}
    if not {kind for kind in used if kind.startswith("location")}:
        yield mutant("it is never looked where people are", sheet, after)


@operator()
def shared_with_nobody(sheet: Sheet) -> Iterator[Mutant]:
    """Data are said to go to no third party, and some are named who get them."""
    for claim in ("no_sharing", "never_to_third_parties"):
        after, place = _claimed(sheet, claim)
        yield mutant(f"it is said: {claim}", sheet, after, on("CST003", *place))
        after, _ = _claimed(sheet, claim, **{"except": "those who help with the order"})
        yield mutant(f"it is said, with an exception: {claim}", sheet, after)


@operator()
def counted_without_names(sheet: Sheet) -> Iterator[Mutant]:
    """What is measured is called anonymous, and tells one person from another."""
    for name in purposes(sheet, "analytics", "profiling"):
        for group in groups(sheet, "purposes", name):
            if kinds(sheet, *group) & _IDENTIFIERS:
                quiet = sheet.drop_all((*entry,) for entry in _for_ever(sheet, group))
                after = quiet.put("anonymous", *group, "called")
                words = f"the data of `{name}` are called anonymous, and hold an identifier"
                yield mutant(words, sheet, after, on("CST004", *group))


def _for_ever(sheet: Sheet, group: Where) -> list[Where]:
    return [entry for entry in entries(sheet, *group) if sheet.at(*entry, "indefinite")]


@operator()
def addresses_called_impersonal(sheet: Sheet) -> Iterator[Mutant]:
    """An address on the network is said to be no personal data (recital 30)."""
    for name, purpose in purposes(sheet).items():
        if purpose.get("kind") in ("analytics", "profiling"):
            continue
        for group in groups(sheet, "purposes", name):
            if kinds(sheet, *group) & _IDENTIFIERS and not sheet.at(*group, "called"):
                after = sheet.put("not_personal", *group, "called")
                words = f"the addresses of `{name}` are said to be no personal data"
                yield mutant(words, sheet, after, on("DAT003", *group), moving=("RET003", "RET001"))


@operator()
def no_advertising_here(sheet: Sheet) -> Iterator[Mutant]:
    """The site shows no advertising, it is said, and has advertising cookies of others."""
    cookie = {
        "kind": "marketing",
        "party": "third",
        "purpose": "show advertising to those who visited the shop",
        "serves": ["advertising"],
        "duration": {"period": "P90D"},
        "third_party_access": True,
        "legal_basis": [{"basis": "consent"}],
    }
    cookies = {
        "items": [cookie],
        "consent": [{"mechanism": "cookie_tool", "refuse": "equal"}],
        "withdrawal": {"how": ["cookie_tool"]},
    }
    said = [
        ("claims", n) for n, claim in enumerate(sheet.many("claims")) if claim["claim"] == "no_ads"
    ]
    ground = sheet.drop_all(said).put(cookies, "cookies").fresh()
    after, place = _claimed(ground, "no_ads")
    words = "the site shows no advertising, and has cookies for it"
    yield mutant(words, ground, after, on("CST005", *place))


@operator()
def left_from_another(sheet: Sheet) -> Iterator[Mutant]:
    """An address of another company stands in the statement."""
    n = len(sheet.many("faults"))
    after = sheet.put({"fault": "foreign", "about": "an address of another shop"}, "faults", n)
    yield mutant("an address of another shop stands there", sheet, after, on("CST006", "faults", n))


@operator()
def no_payment_data(sheet: Sheet) -> Iterator[Mutant]:
    """Payment data are said never to be kept, and the shop keeps some."""
    if any(claim["claim"] == "no_payment_data_stored" for claim in sheet.many("claims")):
        return
    after, place = _claimed(sheet, "no_payment_data_stored")
    kept = (
        group
        for name in purposes(sheet)
        for group in groups(sheet, "purposes", name)
        if not sheet.at(*group).get("held_by")
    )
    used = {kind for group in kept for kind in kinds(sheet, *group)}
    expected = [on("CST007", *place)] if used & _PAYMENT else []
    yield mutant(
        "payment data are never kept, it is said", sheet, after, *expected, moving=("RET001",)
    )
    name = next(iter(purposes(sheet)))
    group: dict[str, Any] = {
        "categories": ["bank_account"],
        "source": "data_subject",
        "recipients": [],
    }
    group["retention"] = {"period": "P1Y", "from": "order"}
    ground = sheet.add(group, "purposes", name, "data").fresh()
    after, place = _claimed(ground, "no_payment_data_stored")
    words = f"payment data are never kept, and `{name}` uses an account number"
    yield mutant(words, ground, after, on("CST007", *place))


@operator()
def list_of_all_data(sheet: Sheet) -> Iterator[Mutant]:
    """What is told as the list of all data lacks some that a purpose uses."""
    if sheet.at("general", "data_is_list") or sheet.at("general", "data"):
        return
    used = sorted(set().union(*(kinds_of(sheet, name) for name in purposes(sheet))))
    whole = [{"categories": used, "recipients": []}]
    ground = sheet.put(whole, "general", "data").yes("general", "data_is_list")
    yield mutant("all data that are used are listed", sheet, ground)
    ground = ground.fresh()
    for n, kind in enumerate(used):
        after = ground.put(used[:n] + used[n + 1 :], "general", "data", 0, "categories")
        words = f"`{kind}` is not in the list of all data, and is used"
        yield mutant(words, ground, after, on("CST008", "general", "data"))


@operator()
def got_by_nobody_and_somebody(sheet: Sheet) -> Iterator[Mutant]:
    """Of the same data it is said that nobody gets them, and who does."""
    for name in purposes(sheet):
        for n, group in enumerate(groups(sheet, "purposes", name)):
            told = sheet.at(*group)
            refs = told.get("recipients", ())
            plain = told.get("when") is None and all(isinstance(ref, str) for ref in refs)
            ends = {sheet.at(*entry, "until") for entry in entries(sheet, *group)}
            if (
                refs
                and plain
                and told.get("categories")
                and not ends & {"consent_withdrawn", "site_ends"}
            ):
                twin = {key: value for key, value in told.items() if key != "recipients"}
                after = sheet.add({**twin, "recipients": []}, "purposes", name, "data")
                words = f"the data {n} of `{name}` go to nobody, it is said as well"
                yield mutant(words, sheet, after, on("CST009", "purposes", name))


@operator()
def excluded_transfer(sheet: Sheet) -> Iterator[Mutant]:
    """No data leave the EEA, it is said of all recipients, and one of them is outside it."""
    if sheet.at("general", "transfers"):
        return
    after = sheet.put([{"status": "excluded"}], "general", "transfers")
    expected = [on("CST001", "general", "transfers", 0)] if _abroad(sheet) else []
    mended = (on("TRF010", "recipients"),)
    words = "it is said that no data leave the EEA"
    yield mutant(words, sheet, after, *expected, mended=mended)


@operator()
def claims_that_hold(sheet: Sheet) -> Iterator[Mutant]:
    """Sentences with an exception, or about data that the shop has not, contradict nothing."""
    limited = {
        "no_marketing": "newsletters that people ask for",
        "no_payment_data_stored": "the account number of who pays by bank",
        "no_location_tracking": "the address to deliver to",
        "never_share_for_commercial_purposes": "those who agreed to it",
        "any_other_purpose": "",
    }
    for claim, exception in limited.items():
        if exception:
            after, _ = _claimed(sheet, claim, **{"except": exception})
            yield mutant(f"it is said, with an exception: {claim}", sheet, after)
    for claim in ("never_sell", "confidential", "lawful", "user_keeps_content", "only_given_data"):
        after, _ = _claimed(sheet, claim)
        yield mutant(f"it is said: {claim}", sheet, after)
