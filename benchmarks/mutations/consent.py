"""Consent, and the way back from it (Art. 4(11), 7, 13(2)(c) GDPR)."""

from __future__ import annotations

from collections.abc import Iterator

from mutations.mutant import Mutant, mutant, on, operator
from mutations.reading import bases, basis_ids, purposes
from mutations.sheet import Sheet, Where, dotted


def _ways_back(sheet: Sheet) -> list[Where]:
    """Return every place where it is said that or how consent is withdrawn."""
    links = [
        (*where, n, "opt_out")
        for where in sheet.holds("channels")
        if where[0] == "purposes"
        for n, told in enumerate(sheet.many(*where))
        if isinstance(told, dict)
    ]
    return [*sheet.holds("withdrawal", "withdraw_consent"), *links]


@operator()
def no_way_back(sheet: Sheet) -> Iterator[Mutant]:
    """Something rests on consent, and nothing at all says that it can be withdrawn."""
    resting = [name for name in purposes(sheet) if "consent" in basis_ids(sheet, name)]
    if resting and sheet.at("rights", "object"):
        after = sheet.drop_all([("rights", "withdraw_consent"), *sheet.holds("withdrawal")])
        after = after.drop_all(_ways_back(after))
        expected = on("CON001", "purposes", resting[0])
        yield mutant("that consent can be withdrawn is not said", sheet, after, expected)


@operator()
def half_a_sentence(sheet: Sheet) -> Iterator[Mutant]:
    """Withdrawal is told, and one half of Art. 13(2)(c) is missing."""
    halves = ("any_time", "earlier_processing_stays_lawful")
    told = {"how": ["email"], **dict.fromkeys(halves, True)}
    ground = sheet.drop_all([("rights", "withdraw_consent"), *sheet.holds("withdrawal")])
    places: list[Where] = [
        (*where, "withdrawal")
        for name in purposes(sheet)
        for where in bases(sheet, name)
        if sheet.at(*where, "basis") == "consent"
    ]
    for n, basis in enumerate(sheet.many("general", "legal_basis")):
        if basis["basis"] == "consent":
            places.append(("general", "legal_basis", n, "withdrawal"))
    for place in places:
        ground = ground.put(told, *place)
    ground = ground.fresh()
    for half in halves if places else ():
        after = ground.drop_all((*place, half) for place in places)
        words = f"consent can be withdrawn; `{half}` is not said"
        yield mutant(words, ground, after, on("CON008", *places[0][:-1]))
        for place in places[1:]:
            after = ground.drop(*place, half)
            yield mutant(f"{words} at {dotted(place)}, and is elsewhere", ground, after)


@operator()
def harder_than_given(sheet: Sheet) -> Iterator[Mutant]:
    """What was given with a click is taken back by a letter (Art. 7(3))."""
    for name in purposes(sheet):
        for where in bases(sheet, name):
            if sheet.at(*where, "basis") != "consent" or not sheet.at(*where, "withdrawal", "how"):
                continue
            easier = ("channels", "contact")
            bare = sheet.drop_all(("rights", "exercise", key) for key in easier)
            bare = bare.drop_all([("rights", "withdraw_consent")])
            if any(other != (*where, "withdrawal") for other in bare.holds("withdrawal")):
                continue  # an easier way is told elsewhere
            bare = bare.drop_all(_links(bare)).fresh()
            for way in ("post", "phone"):
                after = bare.put([way], *where, "withdrawal", "how")
                words = f"consent to `{name}` is taken back by {way} alone"
                yield mutant(words, bare, after, on("CON002", "purposes", name))
            easy = bare.put(["post", "account"], *where, "withdrawal", "how")
            yield mutant(f"consent to `{name}` is taken back by post or in the account", bare, easy)


def _links(sheet: Sheet) -> list[Where]:
    return [where for where in _ways_back(sheet) if where[-1] == "opt_out"]


@operator()
def sentences_on_consent(sheet: Sheet) -> Iterator[Mutant]:
    """Consent is said to lie in the use of the site, to cover all, or to be silence."""
    said = {
        "consent_by_use": "CON003",
        "consent_for_all_website_data": "CON004",
        "silence_is_consent": "CON007",
    }
    told = {claim["claim"] for claim in sheet.many("claims")}
    if "opt_out_campaign" in [sheet.at(*where) for where in sheet.holds("collected")]:
        told.add("silence_is_consent")
    for claim, code in said.items():
        if claim in told:
            continue
        n = len(sheet.many("claims"))
        after = sheet.put({"claim": claim}, "claims", n)
        yield mutant(f"it is said: {claim}", sheet, after, on(code, "claims", n))


@operator()
def consent_beside_the_contract(sheet: Sheet) -> Iterator[Mutant]:
    """Consent is asked for the same data that the contract carries."""
    for name, purpose in purposes(sheet).items():
        where = ("purposes", name, "legal_basis")
        if [basis.get("basis") for basis in sheet.many(*where)] != ["contract"]:
            continue
        if sheet.at(*where, 0, "when") or purpose.get("kind") == "debt_collection":
            continue
        told = {"basis": "consent", "withdrawal": {"how": ["email", "account"], "any_time": True}}
        after = sheet.put(told, *where, 1)
        words = f"`{name}` rests on the contract and on consent"
        expected = on("CON005", "purposes", name)
        yield mutant(words, sheet, after, expected, moving=("CON008",))
        apart = sheet.put({**told, "when": "the customer wants reminders"}, *where, 1)
        words = f"`{name}` rests on the contract, reminders on consent"
        yield mutant(words, sheet, apart, moving=("CON008",))


@operator()
def asked_to_sign_off(sheet: Sheet) -> Iterator[Mutant]:
    """Who did not sign off is counted as having consented."""
    for name in purposes(sheet):
        for where in bases(sheet, name):
            told = sheet.at(*where)
            if told["basis"] == "consent" and told.get("collected") != "opt_out_campaign":
                after = sheet.put("opt_out_campaign", *where, "collected")
                words = f"consent to `{name}` came of a message that asked to sign off"
                yield mutant(words, sheet, after, on("CON007", "purposes", name))


@operator()
def one_consent_for_two(sheet: Sheet) -> Iterator[Mutant]:
    """Consent is found in the use of the site, where it is collected."""
    for name in purposes(sheet):
        for where in bases(sheet, name):
            if sheet.at(*where, "basis") == "consent":
                after = sheet.put("use_of_site", *where, "collected")
                words = f"consent to `{name}` lies in the use of the site"
                expected = on("CON003", "purposes", name)
                yield mutant(words, sheet, after, expected, moving=("CON007",))
