"""How long data are kept (Art. 13(2)(a), 5(1)(e) GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mutations.mutant import Found, Mutant, mutant, on, operator
from mutations.reading import entries, groups, kinds_of, purposes, storage

if TYPE_CHECKING:
    from mutations.sheet import Sheet, Where

_CIRCULAR = ("as_needed", "legally_allowed", "varies")
"""Criteria that repeat the law (WP260, annex)."""

_POINTING = ("legal_duty", "limitation_period", "elsewhere")
"""Criteria that point to a period without telling it."""

_NO_ORDER = ("newsletter", "contests", "surveys")
"""Kinds of purpose that do not end with an order."""

_OBSERVED = ("analytics", "profiling", "personalisation")
_DAY_RATE = {"period": "P30D", "from": "collection", "bound": "at_most"}


def _holders(purpose: str, sheet: Sheet) -> list[Where]:
    return [("purposes", purpose), *groups(sheet, "purposes", purpose)]


def _silent(sheet: Sheet, *names: str) -> Sheet:
    """Leave out all that is said on storage at some purposes."""
    holders = [holder for name in names for holder in _holders(name, sheet)]
    return sheet.drop_all((*holder, "retention") for holder in holders)


@operator()
def only_word_on_storage(sheet: Sheet) -> Iterator[Mutant]:
    """All that is said on how long the data of a purpose are kept is gone."""
    general = entries(sheet, "general")
    kinds = purposes(sheet, *_NO_ORDER) if general else purposes(sheet)
    if general and sheet.name != "kleintjesgeluk":
        return  # what is said for everything there has no limit, and covers each purpose
    for name in kinds:
        if storage(sheet, name):
            after = _silent(sheet, name)
            expected = on("RET001", "purposes", name)
            yield mutant(
                f"how long the data of `{name}` are kept is not said", sheet, after, expected
            )


@operator()
def storage_of_some_data(sheet: Sheet) -> Iterator[Mutant]:
    """Of several groups of data, one loses what is said on how long it is kept."""
    if entries(sheet, "general"):
        return
    for name in purposes(sheet):
        holders = groups(sheet, "purposes", name)
        if len(holders) > 1 and all(entries(sheet, *holder) for holder in holders):
            for holder in holders:
                after = sheet.drop(*holder, "retention")
                expected = on("RET001", "purposes", name)
                words = f"how long some data of `{name}` are kept is not said"
                yield mutant(words, sheet, after, expected)


@operator()
def no_word_on_storage(sheet: Sheet) -> Iterator[Mutant]:
    """Nothing at all is said on how long the shop keeps data."""
    places: list[Where] = [("general", "retention")]
    places += [(*group, "retention") for group in groups(sheet, "general")]
    after = _silent(sheet, *purposes(sheet)).drop_all(places)
    yield mutant("how long anything is kept is not said", sheet, after, on("RET001", "purposes"))


@operator()
def word_for_everything(sheet: Sheet) -> Iterator[Mutant]:
    """One longest period holds for everything: the purposes need not tell their own."""
    places: list[Where] = [(*group, "retention") for group in groups(sheet, "general")]
    after = _silent(sheet, *purposes(sheet)).drop_all(places)
    after = after.put({"period": "P2Y", "from": "last_contact"}, "general", "retention")
    yield mutant("all data are kept for two years after the last contact", sheet, after)


@operator()
def word_for_some_purposes(sheet: Sheet) -> Iterator[Mutant]:
    """One period is told for everything, then for one purpose only."""
    places: list[Where] = [(*group, "retention") for group in groups(sheet, "general")]
    quiet = _silent(sheet, *purposes(sheet)).drop_all(places)
    told = {"period": "P2Y", "from": "last_contact"}
    ground = quiet.put(told, "general", "retention").fresh()
    for name in [*purposes(sheet)][:3]:
        after = ground.put({**told, "purposes": [name]}, "general", "retention")
        others = [other for other in purposes(sheet) if other != name and _is_stored(sheet, other)]
        expected = [on("RET001", "purposes", other) for other in others]
        yield mutant(f"only the data of `{name}` have a period", ground, after, *expected)


def _is_stored(sheet: Sheet, purpose: str) -> bool:
    """Tell whether the shop itself keeps data for a purpose that are about people."""
    if purposes(sheet)[purpose].get("kind") == "legal_requests":
        return False  # data that are there already are handed over
    holders = groups(sheet, "purposes", purpose)
    kept = [
        holder
        for holder in holders
        if not _is_impersonal(sheet, holder) and not _is_elsewhere(sheet, holder)
    ]
    promised = [
        claim for claim in sheet.many("claims") if claim["claim"] == "no_payment_data_stored"
    ]
    if any(purpose in claim.get("about", ()) and not claim.get("except") for claim in promised):
        return False
    return bool(kept) or not holders


def _is_elsewhere(sheet: Sheet, holder: Where) -> bool:
    keeper = sheet.at(*holder, "held_by")
    acts_for_the_shop = sheet.at("recipients", keeper or "", "role") == "processor"
    return keeper is not None and not acts_for_the_shop


@operator()
def word_without_end(sheet: Sheet) -> Iterator[Mutant]:
    """What is said on storage is replaced by words that name no end."""
    for name, where in _alone(sheet):
        for criterion in (*_CIRCULAR, *_POINTING) if sheet.name == "plain" else _CIRCULAR[:1]:
            after = sheet.put({"criterion": criterion}, *where)
            words = f"the data of `{name}` are kept by the criterion `{criterion}`"
            yield mutant(words, sheet, after, on("RET002", *where))
        for forever in ({"indefinite": True}, {"until": "site_ends"}):
            after = sheet.put(forever, *where)
            words = f"the data of `{name}` are kept for ever ({', '.join(forever)})"
            yield mutant(words, sheet, after, on("RET003", *where))


def _alone(sheet: Sheet) -> Iterator[tuple[str, Where]]:
    """Yield what is said on storage where nothing else is said of the same data."""
    for name in purposes(sheet):
        for holder in _holders(name, sheet):
            found = entries(sheet, *holder)
            if len(found) == 1 and not _is_impersonal(sheet, holder):
                yield name, found[0]


def _is_impersonal(sheet: Sheet, holder: Where) -> bool:
    called = set(sheet.many(*holder, "called"))
    return bool(called) and called <= {"anonymous", "aggregated", "not_personal"}


@operator()
def until_somebody_acts(sheet: Sheet) -> Iterator[Mutant]:
    """What is observed of people, or their account, is kept until they do something about it."""
    for name in purposes(sheet, *_OBSERVED):
        if kinds_of(sheet, name) and not all(
            _is_impersonal(sheet, g) for g in groups(sheet, "purposes", name)
        ):
            yield _kept(sheet, name, {"until": "consent_withdrawn"}, "RET004")
    for name in purposes(sheet, "account"):
        yield _kept(sheet, name, {"until": "account_closed"}, "RET004")


def _kept(sheet: Sheet, purpose: str, told: dict[str, Any], *codes: str) -> Mutant:
    """Say of a purpose as a whole how long its data are kept."""
    after = _silent(sheet, purpose).put(told, "purposes", purpose, "retention")
    place: Where = ("purposes", purpose, "retention")
    mended = tuple(on(code, "purposes", purpose) for code in ("RET001",))
    words = f"the data of `{purpose}` are kept: {', '.join(map(str, told.values()))}"
    found = [on(code, *place) for code in codes]
    return mutant(words, sheet, after, *found, mended=mended)


@operator()
def plain_periods(sheet: Sheet) -> Iterator[Mutant]:
    """A period, or an event that everybody recognises, is all that the law asks for."""
    for name in purposes(sheet):
        if not entries(sheet, "general"):
            yield _kept(sheet, name, _DAY_RATE)
    for name in purposes(sheet, "newsletter"):
        yield _kept(sheet, name, {"until": "unsubscribe"})


@operator()
def years_of_silence(sheet: Sheet) -> Iterator[Mutant]:
    """An account, or a message, is kept for years after anybody was heard of."""
    for name in purposes(sheet, "account"):
        yield _kept(sheet, name, {"period": "P1Y", "from": "last_login"})
        yield _kept(sheet, name, {"period": "P10Y", "from": "last_login"}, "RET005")
    for name in purposes(sheet, "contact", "customer_service"):
        if "correspondence" in kinds_of(sheet, name):
            yield _kept(sheet, name, {"period": "P3M", "from": "last_contact"})
            yield _kept(sheet, name, {"period": "P6Y", "from": "last_contact"}, "RET006")


@operator()
def period_of_a_law(sheet: Sheet) -> Iterator[Mutant]:
    """A period that a law is said to demand is not what the law demands.

    In the Netherlands that is told of the whole administration (AWR 52), in Belgium of books and
    invoices (WER III.86).
    """
    dutch = sheet.at("shop", "country") == "NL"
    for name, where in _duties(sheet):
        law = sheet.at(*where, "law") or "the law"
        if dutch or purposes(sheet)[name]["kind"] in ("tax", "invoicing"):
            after = sheet.put("P4Y", *where, "period")
            words = f"{law} is said to demand four years of `{name}`"
            yield mutant(words, sheet, after, on("RET007", *where))
        after = sheet.put("P25Y", *where, "period")
        words = f"{law} is said to demand 25 years of `{name}`"
        yield mutant(words, sheet, after, on("RET008", *where))


def _duties(sheet: Sheet) -> Iterator[tuple[str, Where]]:
    """Yield the periods for invoices, orders and payments that a law is said to demand."""
    for name in purposes(sheet, "tax", "orders", "invoicing", "returns"):
        for where in storage(sheet, name):
            if sheet.at(*where, "legal_duty") and sheet.at(*where, "period"):
                yield name, where


@operator()
def duty_that_no_law_knows(sheet: Sheet) -> Iterator[Mutant]:
    """A law is said to demand that what no law on records is about is kept."""
    for name, where in _alone(sheet):
        if purposes(sheet)[name].get("kind") in ("newsletter", "security", "analytics"):
            told = {"period": "P5Y", "from": "collection", "legal_duty": True}
            after = sheet.put(told, *where)
            words = f"a law is said to demand that the data of `{name}` are kept for five years"
            yield mutant(words, sheet, after, on("RET010", *where))


@operator()
def two_periods(sheet: Sheet) -> Iterator[Mutant]:
    """A second period is told for the same data and the same purpose."""
    for name, where in _alone(sheet):
        first = sheet.at(*where)
        if "period" not in first or set(first) & {"of", "when", "bound", "for", "purposes"}:
            continue
        second = {**first, "period": "P11M"}
        twice = sheet.put([first, second], *where)
        words = f"the data of `{name}` are kept for {first['period']}, and for P11M"
        expected: list[Found] = [on("RET009", *where)]
        if first.get("legal_duty"):
            second = {key: told for key, told in second.items() if key not in ("legal_duty", "law")}
            twice = sheet.put([first, second], *where)
        yield mutant(words, sheet, twice, *expected, moving=_MOVED)
        other = sheet.put([first, {**second, "when": "the customer is a company"}], *where)
        words = f"the data of `{name}` are kept for {first['period']}, of companies for P11M"
        yield mutant(words, sheet, other, moving=_MOVED)


_MOVED = ("RET006", "RET009")
"""What was found at the one entry is found at the first of two."""


@operator()
def for_ever_for_everything(sheet: Sheet) -> Iterator[Mutant]:
    """One word on storage holds for everything, and it names no end."""
    places: list[Where] = [(*group, "retention") for group in groups(sheet, "general")]
    quiet = _silent(sheet, *purposes(sheet)).drop_all(places)
    told = {"period": "P2Y", "from": "last_contact"}
    ground = quiet.put(told, "general", "retention").fresh()
    after = ground.put({"indefinite": True}, "general", "retention")
    words = "all data are kept for ever"
    yield mutant(words, ground, after, on("RET003", "general", "retention"))
    after = ground.put({"criterion": "as_needed"}, "general", "retention")
    words = "all data are kept as long as needed"
    yield mutant(words, ground, after, on("RET002", "general", "retention"))
