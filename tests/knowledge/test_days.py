"""The law by day, as one table: what a question gets as its answer on the last and first days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from privlint.knowledge.answers import Answer, Vendor
from privlint.knowledge.facts import Facts, Knowledge

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN

CERTIFIED = Vendor.read(
    {"id": "certified", "dpf_status": "active", "dpf_confidence": "high", "dpf_since": "2023-07-10"}
)
"""An importer that has been on the Data Privacy Framework list since its first day."""


def decision(facts: Facts, country: str) -> str | None:
    """Return the id of the adequacy decision that is in force."""
    found = facts.decision(country)
    return found.id if found is not None else None


def alive(facts: Facts, instrument: str) -> bool:
    """Tell whether an instrument can carry a transfer that was agreed on before."""
    found = facts.instrument(instrument)
    assert found is not None
    return found.in_force


def new_contract(facts: Facts, instrument: str) -> bool:
    """Tell whether a contract of that day can rest on an instrument."""
    found = facts.instrument(instrument)
    assert found is not None
    last = found.new_contracts_until
    return found.in_force and (last is None or facts.day <= last)


def years(facts: Facts, subject: str) -> set[int]:
    """Return how many years the law of a country wants records kept, without conditions."""
    country, kind = subject.split()
    rows = facts.statutory_retention(country, [kind])
    return {row.years for row in rows if row.applies_if is None}


def years_in_oss(facts: Facts, country: str) -> set[int]:
    """Return how many years a shop in the One Stop Shop keeps its orders."""
    rows = facts.statutory_retention(country, ["order_data"])
    return {row.years for row in rows if row.applies_if == "shop.vat_scheme is oss"}


def authority(facts: Facts, name: str) -> str:
    """Return what the name of an authority is worth."""
    return facts.authority_named(name).kind


def cookies(facts: Facts, country: str) -> str | None:
    """Return the provision on cookies."""
    law = facts.cookie_law(country)
    return law.law if law is not None else None


def analytics_exempt(facts: Facts, country: str) -> bool:
    """Tell whether simple analytics need no consent."""
    law = facts.cookie_law(country)
    return law is not None and law.analytics_exempt


def calls(facts: Facts, country: str) -> tuple[str, ...]:
    """Return on what grounds people may be called to advertise."""
    law = facts.marketing_law(country, "phone")
    return law.grounds if law is not None else ()


def dead(facts: Facts, reference: str) -> bool:
    """Tell whether a law, or a name of one, can no longer be cited."""
    return reference in {row.id for row in facts.dead_references()}


def outdated(facts: Facts, name: str) -> str | None:
    """Return the new name of a company whose name, as given, is outdated."""
    former = facts.former_name(name)
    return former.now if former is not None else None


QUESTIONS: dict[str, Callable[[Facts, str], Any]] = {
    "inside the EEA": lambda facts, country: facts.eea(country),
    "decision": decision,
    "adequate": lambda facts, country: facts.adequate(country),
    "adequate, certified": lambda facts, country: facts.adequate(country, CERTIFIED),
    "alive": alive,
    "new contract": new_contract,
    "years": years,
    "years in the OSS": years_in_oss,
    "authority": authority,
    "cookies": cookies,
    "analytics exempt": analytics_exempt,
    "calls": calls,
    "child": lambda facts, country: facts.child_consent_age(country),
    "dead": dead,
    "outdated": outdated,
}

BE_129, BE_10_2 = "BE Act of 13 June 2005 129", "BE Act of 30 July 2018 10/2"
GOOGLE = "Google Ireland Limited (customers in the EEA)"
META = "Meta Platforms Ireland Limited"

DAYS: list[tuple[str, str, str, Any]] = [
    # Safe Harbour, until the CJEU struck it down (C-362/14)
    ("decision", "US", "2000-07-25", None),
    ("decision", "US", "2000-07-26", "US-SAFE-HARBOUR"),
    ("decision", "US", "2015-10-05", "US-SAFE-HARBOUR"),
    ("decision", "US", "2015-10-06", None),
    ("alive", "safe_harbour", "2015-10-05", True),
    ("alive", "safe_harbour", "2015-10-06", False),
    # Privacy Shield, until the CJEU struck it down (C-311/18)
    ("decision", "US", "2016-07-11", None),
    ("decision", "US", "2016-07-12", "US-PRIVACY-SHIELD"),
    ("decision", "US", "2020-07-15", "US-PRIVACY-SHIELD"),
    ("adequate", "US", "2020-07-15", UNKNOWN),  # for who was on its list
    ("alive", "privacy_shield", "2020-07-15", True),
    # nothing
    ("decision", "US", "2020-07-16", None),
    ("adequate", "US", "2020-07-16", NO),
    ("alive", "privacy_shield", "2020-07-16", False),
    ("adequate, certified", "US", "2021-10-18", NO),
    ("adequate, certified", "US", "2023-07-09", NO),
    ("alive", "dpf", "2023-07-09", False),
    # Data Privacy Framework, for who is on its list
    ("decision", "US", "2023-07-10", "US-DPF"),
    ("adequate, certified", "US", "2023-07-10", YES),
    ("adequate", "US", "2023-07-10", UNKNOWN),
    ("alive", "dpf", "2023-07-10", True),
    ("adequate, certified", "US", "2026-11-22", YES),
    # United Kingdom: member, transition, bridge, decision with two renewals
    ("inside the EEA", "GB", "2020-01-31", YES),
    ("inside the EEA", "GB", "2020-02-01", YES),
    ("inside the EEA", "GB", "2020-12-31", YES),
    ("inside the EEA", "GB", "2021-01-01", YES),
    ("inside the EEA", "GB", "2021-06-27", YES),
    ("decision", "GB", "2021-06-27", None),
    ("inside the EEA", "GB", "2021-06-28", NO),
    ("adequate", "GB", "2021-06-28", YES),
    ("adequate", "GB", "2025-06-28", YES),  # the technical extension
    ("adequate", "GB", "2025-12-28", YES),  # the renewal
    ("adequate", "GB", "2031-12-27", YES),
    ("adequate", "GB", "2031-12-28", NO),
    # Japan, Korea, Brazil
    ("adequate", "JP", "2019-01-22", NO),
    ("adequate", "JP", "2019-01-23", YES),
    ("adequate", "KR", "2021-12-16", NO),
    ("adequate", "KR", "2021-12-17", YES),
    ("adequate", "BR", "2026-01-25", NO),
    ("adequate", "BR", "2026-01-26", YES),
    ("adequate", "IN", "2026-11-22", NO),
    # model clauses: new contracts on the old ones until 2021-09-26, old contracts until 2022-12-27
    ("alive", "scc-2010", "2010-05-14", False),
    ("alive", "scc-2010", "2010-05-15", True),
    ("new contract", "scc-2010", "2021-09-26", True),
    ("new contract", "scc-2010", "2021-09-27", False),
    ("alive", "scc-2010", "2021-09-27", True),
    ("alive", "scc-2010", "2022-12-27", True),
    ("alive", "scc-2010", "2022-12-28", False),
    ("alive", "scc-2001", "2022-12-28", False),
    ("new contract", "scc-2001", "2021-09-27", False),
    ("new contract", "scc-2004", "2021-09-27", False),
    ("alive", "scc-2004", "2022-12-28", False),
    ("new contract", "scc-2021", "2021-06-26", False),
    ("new contract", "scc-2021", "2021-06-27", True),
    ("new contract", "scc-2021", "2026-11-22", True),
    ("new contract", "scc", "2022-12-28", True),  # of which year is not said
    # Belgian records: VAT for seven, ten and again seven years; books always seven
    ("years", "BE order_data", "2018-05-25", {7}),
    ("years", "BE order_data", "2022-11-30", {7}),  # the Act is published, and does not apply yet
    ("years", "BE order_data", "2022-12-31", {7}),
    ("years", "BE order_data", "2023-01-01", {10}),
    ("years", "BE order_data", "2025-12-29", {10}),
    ("years", "BE order_data", "2025-12-30", {7}),
    ("years", "BE invoice_data", "2022-12-31", {7}),
    ("years", "BE invoice_data", "2023-01-01", {7, 10}),
    ("years", "BE invoice_data", "2025-12-29", {7, 10}),
    ("years", "BE invoice_data", "2025-12-30", {7}),
    # Dutch records, and the One Stop Shop
    ("years", "NL invoice_data", "2018-05-25", {7}),
    ("years", "NL order_data", "2026-11-22", {7}),
    ("years in the OSS", "NL", "2014-12-31", set()),
    ("years in the OSS", "NL", "2015-01-01", {10}),
    ("years in the OSS", "BE", "2022-12-31", {10}),
    ("years in the OSS", "BE", "2026-11-22", {10}),
    # names of authorities
    ("authority", "Privacycommissie", "2018-05-24", "current"),
    ("authority", "Privacycommissie", "2018-05-25", "former"),
    ("authority", "Commission de la protection de la vie privée", "2018-05-25", "former"),
    ("authority", "Gegevensbeschermingsautoriteit", "2018-05-25", "current"),
    ("authority", "GBA", "2026-11-22", "current"),
    ("authority", "CBP", "2015-12-31", "current"),
    ("authority", "CBP", "2016-01-01", "former"),
    ("authority", "Autoriteit Persoonsgegevens", "2016-01-01", "current"),
    ("authority", "AP", "2026-11-22", "current"),
    # cookies: in Belgium another act since 2022, in the Netherlands an exemption since 2015
    ("cookies", "BE", "2012-08-03", None),
    ("cookies", "BE", "2012-08-04", BE_129),
    ("cookies", "BE", "2022-01-09", BE_129),
    ("cookies", "BE", "2022-01-10", BE_10_2),
    ("analytics exempt", "BE", "2026-11-22", False),
    ("cookies", "NL", "2012-06-04", None),
    ("cookies", "NL", "2012-06-05", "NL Tw 11.7a"),
    ("analytics exempt", "NL", "2015-03-10", False),
    ("analytics exempt", "NL", "2015-03-11", True),
    ("analytics exempt", "NL", "2026-11-22", True),
    # calls to advertise: until people refuse, then to customers, then on consent alone
    ("calls", "NL", "2021-06-30", ("consent", "customer", "objection")),
    ("calls", "NL", "2021-07-01", ("consent", "customer")),
    ("calls", "NL", "2026-06-30", ("consent", "customer")),
    ("calls", "NL", "2026-07-01", ("consent",)),
    ("calls", "BE", "2026-11-22", ("consent", "customer", "objection")),
    # from which age a child consents alone
    ("child", "BE", "2018-05-24", None),
    ("child", "BE", "2018-05-25", 16),
    ("child", "BE", "2018-09-04", 16),
    ("child", "BE", "2018-09-05", 13),
    ("child", "NL", "2018-05-25", 16),
    ("child", "NL", "2026-11-22", 16),
    ("child", "IT", "2026-11-22", None),  # not known here, and not 16
    # laws that are law no more
    ("dead", "nl-wbp", "2018-05-24", False),
    ("dead", "nl-wbp", "2018-05-25", True),
    ("dead", "eu-95-46", "2018-05-24", False),
    ("dead", "eu-95-46", "2018-05-25", True),
    ("dead", "be-1992", "2018-09-04", False),
    ("dead", "be-1992", "2018-09-05", True),
    ("dead", "nl-bel-me-niet", "2021-06-30", False),
    ("dead", "nl-bel-me-niet", "2021-07-01", True),
    ("dead", "be-129", "2022-01-09", False),
    ("dead", "be-129", "2022-01-10", True),
    ("dead", "eprivacy-regulation", "2025-10-05", False),
    ("dead", "eprivacy-regulation", "2025-10-06", True),
    ("dead", "avp", "2018-05-25", True),  # never was a law
    # names of companies
    ("outdated", "Google Inc.", "2019-01-21", None),
    ("outdated", "Google Inc.", "2019-01-22", GOOGLE),
    ("outdated", "Facebook Ireland", "2022-01-04", None),
    ("outdated", "Facebook Ireland", "2022-01-05", META),
    ("outdated", "Facebook Ireland Limited", "2022-01-05", META),
]


@pytest.mark.parametrize(
    ("question", "of", "day", "answer"), DAYS, ids=lambda value: str(value).replace(" ", "_")
)
def test_the_law_of_a_day(question: str, of: str, day: str, answer: Any) -> None:
    """Each answer holds from its first day to its last, and not one day more."""
    facts = Knowledge.load().as_of(date.fromisoformat(day))
    assert QUESTIONS[question](facts, of) == answer


def test_no_row_stands_twice() -> None:
    """The table asks each question once a day, and asks every kind of question."""
    asked = [(question, of, day) for question, of, day, _ in DAYS]
    assert len(asked) == len(set(asked)) >= 60
    assert {question for question, _, _ in asked} == set(QUESTIONS)
