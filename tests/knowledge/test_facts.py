"""What the law says, question by question, day by day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import from_regex

from privlint.knowledge.answers import Answer, Vendor
from privlint.knowledge.facts import Facts, Knowledge
from privlint.knowledge.load import sources

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def on(day: str) -> Facts:
    """Return the facts of a day."""
    return Knowledge.load().as_of(date.fromisoformat(day))


def importer(status: str | None, confidence: str | None, since: str | None = None) -> Vendor:
    """Make an importer of whom this is known, looked up on 2024-01-01."""
    return Vendor.read(
        {
            "id": "importer",
            "dpf_status": status,
            "dpf_confidence": confidence,
            "dpf_since": since,
            "dpf_checked": "2024-01-01",
        },
    )


EEA = [
    ("BE", "2026-11-22", YES),
    ("NO", "2018-07-19", YES),  # under Directive 95/46/EC
    ("IS", "1993-12-31", NO),
    ("HR", "2013-06-30", NO),
    ("HR", "2013-07-01", YES),
    ("GB", "2020-01-31", YES),
    ("GB", "2020-12-31", YES),  # transition
    ("GB", "2021-06-27", YES),  # bridge
    ("GB", "2021-06-28", NO),
    ("CH", "2026-11-22", NO),
    ("US", "2026-11-22", NO),
    ("RE", "2026-11-22", YES),
    ("CW", "2026-11-22", NO),
    ("GL", "2026-11-22", NO),
    ("GI", "2026-11-22", UNKNOWN),
    ("UK", "2026-11-22", UNKNOWN),  # no code of ISO 3166
    ("unnamed", "2026-11-22", UNKNOWN),
    (None, "2026-11-22", UNKNOWN),
]


@pytest.mark.parametrize(("country", "day", "answer"), EEA)
def test_a_country_is_inside_the_eea_or_not(country: str | None, day: str, answer: Answer) -> None:
    """Membership, transition and bridge count; territories answer for themselves."""
    assert on(day).eea(country) is answer


@pytest.mark.parametrize(
    ("country", "day", "answer"),
    [
        ("BE", "2026-11-22", YES),
        ("GB", "2020-12-31", YES),
        ("GB", "2021-01-01", NO),
        ("GB", "2021-06-28", NO),
        ("CH", "2026-11-22", NO),
        ("GI", "2026-11-22", UNKNOWN),
        (None, "2026-11-22", UNKNOWN),
    ],
)
def test_the_bridge_is_for_transfers_alone(country: str | None, day: str, answer: Answer) -> None:
    """Who was established in the United Kingdom was outside the Union since the transition."""
    assert on(day).in_union(country) is answer


ADEQUACY = [
    ("US", "2015-10-05", UNKNOWN, "US-SAFE-HARBOUR"),
    ("US", "2015-10-06", NO, None),  # CJEU C-362/14
    ("US", "2016-07-11", NO, None),
    ("US", "2016-07-12", UNKNOWN, "US-PRIVACY-SHIELD"),
    ("US", "2020-07-15", UNKNOWN, "US-PRIVACY-SHIELD"),
    ("US", "2020-07-16", NO, None),  # CJEU C-311/18
    ("US", "2021-10-18", NO, None),
    ("US", "2023-07-09", NO, None),
    ("US", "2023-07-10", UNKNOWN, "US-DPF"),
    ("US", "2026-11-22", UNKNOWN, "US-DPF"),
    ("GB", "2021-06-27", UNKNOWN, None),  # the bridge: inside, no decision needed
    ("GB", "2021-06-28", YES, "GB"),
    ("GB", "2025-12-27", YES, "GB"),  # the last day of the extension
    ("GB", "2031-12-27", YES, "GB"),
    ("GB", "2031-12-28", NO, None),
    ("JP", "2019-01-22", NO, None),
    ("JP", "2019-01-23", YES, "JP"),
    ("KR", "2021-12-16", NO, None),
    ("KR", "2021-12-17", YES, "KR"),
    ("BR", "2026-01-25", NO, None),
    ("BR", "2026-01-26", YES, "BR"),
    ("CH", "2000-07-26", YES, "CH"),
    ("CA", "2026-11-22", YES, "CA"),  # a business is under PIPEDA
    ("IL", "2026-11-22", YES, "IL"),
    ("FO", "2026-11-22", YES, "FO"),
    ("NZ", "2012-12-18", NO, None),
    ("IN", "2026-11-22", NO, None),
    ("CN", "2026-11-22", NO, None),
    ("HU", "2004-04-30", YES, "HU-2000"),
    ("HU", "2004-05-01", UNKNOWN, None),  # a member: no decision needed
    ("GI", "2026-11-22", UNKNOWN, None),
]


@pytest.mark.parametrize(("country", "day", "answer", "decision"), ADEQUACY)
def test_a_country_is_adequate_or_not(
    country: str, day: str, answer: Answer, decision: str | None
) -> None:
    """Without an importer, a decision that asks for a list leaves the answer open."""
    facts = on(day)
    found = facts.decision(country)
    assert facts.adequate(country) is answer
    assert (found and found.id) == decision


@pytest.mark.parametrize("country", [None, "unnamed", "Europe"])
def test_an_unnamed_country_matches_no_decision(country: str | None) -> None:
    """The decision on the European Patent Organisation has no country, and is nobody's."""
    assert on("2026-11-22").adequate(country) is UNKNOWN


IMPORTERS = [
    ("active", "high", None, "2024-01-01", YES),  # the day it was looked up
    ("active", "high", None, "2023-12-31", UNKNOWN),
    ("active", "high", "2023-09-01", "2023-09-01", YES),
    ("active", "high", "2023-09-01", "2023-08-31", UNKNOWN),
    ("active", "medium", None, "2026-11-22", UNKNOWN),
    ("none", "high", None, "2026-11-22", NO),
    ("none", "high", None, "2023-12-31", UNKNOWN),
    ("none", "medium", None, "2026-11-22", UNKNOWN),
    ("not_applicable", None, None, "2026-11-22", UNKNOWN),
    (None, None, None, "2026-11-22", UNKNOWN),
]


@pytest.mark.parametrize(("status", "confidence", "since", "day", "answer"), IMPORTERS)
def test_an_importer_is_on_the_list_or_not(
    status: str | None, confidence: str | None, since: str | None, day: str, answer: Answer
) -> None:
    """Only what is known for sure, and covers the day, settles the question."""
    assert on(day).adequate("US", importer(status, confidence, since)) is answer


def test_a_listed_importer_was_not_covered_when_there_was_no_list() -> None:
    """Between two decisions, no importer in the US was covered."""
    assert on("2021-10-18").adequate("US", on("2021-10-18").vendor("google-analytics")) is NO


def test_a_vendor_of_the_catalogue_is_covered() -> None:
    """Google is on the list, which was looked up on 2026-10-07."""
    facts = on("2026-11-22")
    assert facts.adequate("US", facts.vendor("google-analytics")) is YES
    assert facts.adequate("US", facts.vendor("apple-pay")) is UNKNOWN


def test_the_last_decision_is_the_one_that_ended_last() -> None:
    """In 2021 the Privacy Shield was the last word on the US, and there is its end."""
    last = on("2021-10-18").last_decision("US")
    assert last is not None
    assert (last.id, last.until) == ("US-PRIVACY-SHIELD", date(2020, 7, 15))
    assert "C-311/18" in (last.ended_by or "")
    assert on("2021-10-18").last_decision("IN") is None


INSTRUMENTS = [
    ("safe_harbour", "2015-10-05", True),
    ("safe_harbour", "2015-10-06", False),
    ("privacy_shield", "2020-07-15", True),
    ("privacy_shield", "2020-07-16", False),
    ("dpf", "2023-07-09", False),
    ("dpf", "2023-07-10", True),
    ("scc-2001", "2022-12-27", True),
    ("scc-2004", "2022-12-28", False),
    ("scc-2010", "2022-12-27", True),
    ("scc-2010", "2022-12-28", False),
    ("scc-2021", "2021-06-26", False),
    ("scc-2021", "2021-06-27", True),
    ("scc", "2026-11-22", True),
    ("bcr", "2026-11-22", True),
    ("derogation", "2026-11-22", True),
]


@pytest.mark.parametrize(("name", "day", "in_force"), INSTRUMENTS)
def test_an_instrument_is_alive_or_dead(name: str, day: str, in_force: bool) -> None:  # noqa: FBT001
    """A judgment ends a decision on its own day; the old clauses had a term."""
    instrument = on(day).instrument(name)
    assert instrument is not None
    assert instrument.in_force is in_force


FALLEN = [
    ("EU-US Privacy Shield", "2020-07-15", None),
    ("EU-US Privacy Shield", "2020-07-16", "privacy_shield"),
    ("het Privacyshield-verdrag", "2026-11-22", "privacy_shield"),
    ("Besluit 2010/87/EU van de Commissie", "2026-11-22", "scc-2010"),
    ("modelclausules", "2026-11-22", None),  # of which generation?
    ("GDPR", "2026-11-22", None),
]


@pytest.mark.parametrize(("words", "day", "safeguard"), FALLEN)
def test_words_name_a_safeguard_that_has_fallen(
    words: str, day: str, safeguard: str | None
) -> None:
    """By its name or its act, from the day after its last."""
    found = on(day).fallen_safeguard(words)
    assert (found and found.id) == safeguard


def test_old_clauses_could_carry_no_new_contract() -> None:
    """The clauses of 2010 lasted to the end of 2022, for contracts of before 2021-09-27."""
    clauses = on("2022-01-01").instrument("scc-2010")
    assert clauses is not None
    assert clauses.in_force
    assert clauses.new_contracts_until == date(2021, 9, 26)
    assert on("2022-01-01").instrument("scc-1999") is None


NAMES = [
    ("Autoriteit Persoonsgegevens", "2026-11-22", "current", "NL"),
    ("de AP", "2026-11-22", "current", "NL"),
    ("AUTORITE DE PROTECTION DES DONNEES", "2026-11-22", "current", "BE"),
    ("Gegevensbeschermingsautoriteit (GBA)", "2026-11-22", "current", "BE"),
    ("GBA, voorheen Privacycommissie", "2026-11-22", "former", "BE"),
    ("Privacycommissie", "2018-05-24", "current", "BE"),
    ("Privacycommissie", "2018-05-25", "former", "BE"),
    ("Privacycommissie (Gegevensbeschermingsautoriteit)", "2026-11-22", "former", "BE"),
    ("de Belgische Privacycommissie te Brussel", "2026-11-22", "former", "BE"),
    ("Gegevensbeschermingsautoriteit", "2018-01-01", "current", "BE"),
    ("College bescherming persoonsgegevens", "2015-12-31", "current", "NL"),
    ("CBP", "2016-01-01", "former", "NL"),
    ("Autorieit Persoonsgegevens", "2026-11-22", "typo", "NL"),
    ("Data Protection Commissioner", "2026-11-22", "former", "IE"),
    ("Datatilsynet", "2026-11-22", "current", None),  # Danish and Norwegian
    ("Autoriteit Consument & Markt", "2026-11-22", "not_an_authority", "NL"),
    ("DNB", "2026-11-22", "not_an_authority", "NL"),
    ("ODR", "2026-11-22", "not_an_authority", None),
    ("ICO", "2020-12-31", "current", "GB"),
    ("ICO", "2021-01-01", "outside_eea", "GB"),
    ("EDÖB", "2026-11-22", "outside_eea", "CH"),
    ("the authority", "2026-11-22", "unknown", None),
]


@pytest.mark.parametrize(("name", "day", "kind", "country"), NAMES)
def test_a_name_is_that_of_an_authority_or_not(
    name: str, day: str, kind: str, country: str | None
) -> None:
    """A name is judged on the day, without regard to case, accents and punctuation."""
    match = on(day).authority_named(name)
    assert (match.kind, match.country) == (kind, country)


def test_a_former_name_comes_with_the_right_one() -> None:
    """The answer says what to write instead, and since when."""
    match = on("2026-11-22").authority_named("Privacycommissie")
    assert match.right_name == "Gegevensbeschermingsautoriteit"
    assert match.until == date(2018, 5, 24)


def test_every_member_has_an_authority() -> None:
    """Each country of the EEA has one, Germany one for each Land beside the federal one."""
    facts = on("2026-11-22")
    members = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE"
    for country in (*members.split(), "SI", "SK"):
        assert facts.authorities(country), country
    assert len(facts.authorities("DE")) == 1 + 16
    assert facts.authorities("GB") == ()
    assert [authority.id for authority in on("2020-12-31").authorities("GB")] == ["gb-ico"]


TAX = [
    ("2021-10-18", {7}),
    ("2022-12-31", {7}),
    ("2023-01-01", {7, 10}),  # accounting law stayed at seven
    ("2025-12-29", {7, 10}),
    ("2025-12-30", {7}),
    ("2026-11-22", {7}),
]


@pytest.mark.parametrize(("day", "years"), TAX)
def test_belgian_tax_records_are_kept_seven_ten_and_again_seven_years(
    day: str, years: set[int]
) -> None:
    """The Acts of 20 November 2022 and 18 December 2025 raised the period and took it back."""
    rows = on(day).statutory_retention("BE", ["invoice_data"])
    assert {row.years for row in rows if row.applies_if is None} == years


def test_the_one_stop_shop_is_not_taken_for_granted() -> None:
    """Ten years are a duty only for shops that declare in the scheme."""
    rows = on("2026-11-22").statutory_retention("NL", ["order_data"])
    assert {row.years: row.binds() for row in rows} == {7: True, 10: False}
    assert {row.years: row.binds("local") for row in rows} == {7: True, 10: False}
    assert {row.years: row.binds("oss") for row in rows} == {7: True, 10: True}


def test_no_law_asks_to_keep_the_proof_of_an_opt_in_for_five_years() -> None:
    """A duty that does not exist is known by the words that claim it."""
    facts = on("2026-11-22")
    assert facts.non_duty("bewijsplicht van vijf jaar voor e-mail opt-ins") is not None
    assert facts.non_duty("fiscale bewaarplicht van zeven jaar") is None


PLACES: list[tuple[str, str, str, Any]] = [
    ("child_consent_age", "BE", "2018-09-04", 16),
    ("child_consent_age", "BE", "2018-09-05", 13),
    ("child_consent_age", "NL", "2026-11-22", 16),
    ("child_consent_age", "FR", "2018-05-25", 15),
    ("child_consent_age", "ES", "2026-11-22", None),  # not known here: not 16
    ("country_name", "NO", "2026-11-22", "Norway"),
    ("country_name", "XX", "2026-11-22", "XX"),
    ("is_country", "GR", "2026-11-22", True),
    ("is_country", "EL", "2026-11-22", False),
]


@pytest.mark.parametrize(("question", "country", "day", "answer"), PLACES)
def test_a_country_has_its_own_answers(question: str, country: str, day: str, answer: Any) -> None:
    """Names, codes and the age of consent differ by country."""
    assert getattr(on(day), question)(country) == answer


def test_a_country_has_a_name_in_four_languages() -> None:
    """Statements are written in Dutch, French, German and English."""
    names = [on("2026-11-22").country_name("DE", language) for language in ("nl", "fr", "de", "en")]
    assert names == ["Duitsland", "Allemagne", "Deutschland", "Germany"]


COOKIES = [
    ("NL", "2015-03-10", "NL Tw 11.7a", False),
    ("NL", "2015-03-11", "NL Tw 11.7a", True),
    ("BE", "2021-10-18", "BE Act of 13 June 2005 129", False),
    ("BE", "2022-01-10", "BE Act of 30 July 2018 10/2", False),
]


@pytest.mark.parametrize(("country", "day", "law", "exempt"), COOKIES)
def test_cookies_have_a_law_of_the_day(country: str, day: str, law: str, exempt: bool) -> None:  # noqa: FBT001
    """Belgium moved its provision in 2022; the Dutch exempted simple analytics in 2015."""
    found = on(day).cookie_law(country)
    assert found is not None
    assert (found.law, found.analytics_exempt) == (law, exempt)
    assert on(day).source(law) is not None


def test_of_several_laws_on_cookies_the_strictest_holds() -> None:
    """Who is in Belgium as well has to ask; of a law that is not known, nobody says so."""
    facts = on("2026-11-22")
    strict = facts.cookie_law("NL", "BE", "DE")
    assert strict is not None
    assert strict.country == "BE"
    assert facts.cookie_law("DE") is None
    countries = (["NL"], ["DE"], ["NL", "DE"], ["BE"], ["BE", "DE"], ["BE", "NL"])
    exempt = [facts.exempts_analytics(frozenset(each)) for each in countries]
    assert exempt == [True, True, True, False, False, False]


CALLS = [
    ("2021-06-30", ("consent", "customer", "objection")),
    ("2021-07-01", ("consent", "customer")),
    ("2026-06-30", ("consent", "customer")),
    ("2026-07-01", ("consent",)),
]


@pytest.mark.parametrize(("day", "grounds"), CALLS)
def test_dutch_telephone_marketing_needs_ever_more(day: str, grounds: tuple[str, ...]) -> None:
    """Opt-out until 2021, customers until 2026, consent since."""
    law = on(day).marketing_law("NL", "phone")
    assert law is not None
    assert law.grounds == grounds


def test_a_dead_law_was_alive_once() -> None:
    """The Dutch act of before the GDPR could be cited until the day before it."""
    assert "nl-wbp" not in {row.id for row in on("2018-05-24").dead_references()}
    assert "nl-wbp" in {row.id for row in on("2018-05-25").dead_references()}
    assert "avp" in {row.id for row in on("2018-05-24").dead_references()}  # it never existed


VENDORS = [
    ("Google Analytics", "google-analytics"),
    ("MultiSafepay B.V.", "multisafepay"),
    ("bpost NV", "bpost"),
    ("Mailchimp (Rocket Science Group)", "mailchimp"),
    ("Brevo (Sendinblue)", "brevo"),
    ("fiscale administratie", None),  # of which country?
    ("PostNL or DHL", None),
    ("analytics", None),
]


@pytest.mark.parametrize(("name", "vendor"), VENDORS)
def test_a_name_means_one_vendor_or_none(name: str, vendor: str | None) -> None:
    """The whole name must be a vendor's; brackets and legal forms do not matter."""
    found = on("2026-11-22").vendor_named(name)
    assert (found and found.id) == vendor


def test_a_vendor_is_found_by_its_id() -> None:
    """An unknown id, and none, mean no vendor."""
    facts = on("2026-11-22")
    assert "stripe" in facts.vendor_ids
    assert facts.vendor("nobody") is None
    assert facts.vendor(None) is None


def test_names_change() -> None:
    """A name that was right in its day is outdated only afterwards."""
    facts = on("2026-11-22")
    former = facts.former_name("Google Inc.")
    assert former is not None
    assert former.until == date(2019, 1, 21)
    assert on("2018-06-01").former_name("Google Inc.") is None
    assert facts.misnomer("ING Omnikassa") is not None
    assert facts.misnomer("AfterPay") is not None
    assert on("2021-10-18").misnomer("AfterPay") is None


def test_old_knowledge_says_that_it_is_old() -> None:
    """After twelve months without a check, the facts call themselves stale."""
    assert not on("2027-11-22").stale
    assert on("2027-11-23").stale
    assert on("2026-11-22").checked == Knowledge.load().checked == date(2026, 11, 22)


def test_a_wording_of_a_period_is_recognised() -> None:
    """What statements say instead of a period has four kinds."""
    facts = on("2026-11-22")
    assert facts.period_wording("Niet langer dan noodzakelijk.") == "circular"
    assert facts.period_wording("tot het einde van de verjaringstermijn") == "unnamed_period"
    assert facts.period_wording("voor onbepaalde tijd") == "indefinite"
    assert facts.period_wording("tot u uw abonnement opzegt") == "event"
    assert facts.period_wording("zeven jaar") is None
    assert facts.is_vague_purpose("Improve our services", "en")
    assert not facts.is_vague_purpose("Deliver the order", "en")


QUALIFIED = [
    ("nl", "Wij kunnen ze eventueel delen.", ["kunnen", "eventueel"]),
    ("nl", "In sommige gevallen kan dat langer zijn.", ["In sommige gevallen kan"]),
    ("nl", "U kan ons bellen. Dit kan via de site. Kunt u betalen? Zo goed mogelijk.", []),
    ("nl", "Om u te kunnen helpen, en zodat we u beter kunnen begrijpen.", []),
    ("fr", "Nous pouvons les transmettre, notamment à des tiers.", ["Nous pouvons", "notamment"]),
    ("fr", "Vous pouvez vous opposer. Nous ne pouvons pas les lire.", []),
    ("de", "Wir können sie gegebenenfalls weitergeben.", ["können", "gegebenenfalls"]),
    ("de", "Sie können widersprechen. Um zu prüfen, ob wir helfen können.", []),
    ("en", "We may share it with certain partners.", ["may", "certain partners"]),
    ("en", "You may object. Since 25 May 2018, as soon as possible.", []),
    ("pl", "Wij kunnen ze eventueel delen.", []),
]


@pytest.mark.parametrize(("language", "passage", "words"), QUALIFIED)
def test_words_leave_open_what_is_done(language: str, passage: str, words: list[str]) -> None:
    """What the reader may do, and what cannot be done, is not left open."""
    assert on("2026-11-22").qualifiers(passage, language) == words


UNFILLED = [
    ("Neem contact op met [bedrijfsnaam] of [...].", ["[bedrijfsnaam]", "[...]"]),
    ("Version of [insert date] of {{ company_name }}", ["[insert date]", "{{ company_name }}"]),
    ("www.uwwebshop.nl, info@example.com", ["uwwebshop.nl", "example.com"]),
    ("uw bedrijfsnaam, [link](#), [Website](https://x.be), [email protected], enz...", []),
]


@pytest.mark.parametrize(("passage", "places"), UNFILLED)
def test_a_place_was_left_to_be_filled_in(passage: str, places: list[str]) -> None:
    """A kind of data, a link, and an address that a server hides are none."""
    assert on("2026-11-22").placeholders(passage) == places


@pytest.mark.parametrize(
    "named",
    [
        "our legitimate interests",
        "Our company's commercial interests",
        "best marketing of the shop's offer",
        "to improve our services",
        "ons bedrijfsbelang",
        "een optimale marketing van ons aanbod",
        "commerciële belangen",
        "nos intérêts légitimes",
        "l'amélioration de nos services",
        "unser berechtigtes Interesse",
        "die optimale Vermarktung unseres Angebots",
    ],
)
def test_an_interest_that_any_business_has_is_recognised(named: str) -> None:
    """The whole name has to say nothing, in whatever language and spelling."""
    assert on("2026-11-22").is_generic_interest(named)


@pytest.mark.parametrize(
    "named",
    [
        "direct marketing",
        "to make the shop known",
        "our commercial interest in a list without addresses that bounce",
        "to improve our services for the deaf",
        "de beveiliging van de website",
        "",
    ],
)
def test_an_interest_that_says_something_is_not_generic(named: str) -> None:
    """One word that tells more than that there is a business is enough."""
    assert not on("2026-11-22").is_generic_interest(named)


def test_the_vocabularies_are_found_by_id() -> None:
    """A category, a basis, a right and a claim have what rules compare, and words apart."""
    facts = on("2026-11-22")
    category, basis = facts.category("ip_address"), facts.basis("contract")
    right, claim = facts.right("portability"), facts.claim("data_in_eea")
    assert category is not None
    assert "online_identifier" in category.flags
    assert "IP-adres" in facts.words(category)["nl"]
    assert basis is not None
    assert (basis.article, "portability" in basis.rights) == ("GDPR 6(1)(b)", True)
    assert right is not None
    assert right.info_duty == "GDPR 13(2)(b)"
    assert claim is not None
    assert set(facts.patterns(claim)) == {"nl", "fr", "de", "en"}
    assert claim in facts.claims()
    assert facts.category("nothing") is None


def test_guidance_and_limitation_are_told_apart_from_duties() -> None:
    """A ceiling is for deleting, a limitation period is a reason to keep."""
    facts = on("2026-11-22")
    assert [row.ceiling for row in facts.retention_guidance("NL", ["applicant_data"])] == ["P4W"]
    assert "nl-contract" in {row.id for row in facts.limitation("NL")}


def test_an_answer_cannot_be_changed() -> None:
    """A fact is changed in its data file."""
    vendor = on("2026-11-22").vendor("mollie")
    assert vendor == on("2021-01-01").vendor("mollie")
    assert "mollie" in repr(vendor)
    assert len({vendor, on("2021-01-01").vendor("mollie")}) == 1
    with pytest.raises(AttributeError, match=r"Vendor\.name"):
        vendor.name = "Other"  # type: ignore[union-attr,misc]


@pytest.mark.parametrize(
    ("named", "is_open"),
    [
        ("derden", True),
        ("onze externe dienstverleners", True),
        ("partijen die in onze opdracht persoonsgegevens verwerken", True),
        ("nos partenaires commerciaux", True),
        ("Dritte", True),
        ("selected third parties", True),
        ("bezorgdiensten", False),
        ("parcel services", False),
        ("betaaldienstverleners", False),
        ("packing companies in Belgium", False),
    ],
)
def test_a_kind_of_recipients_is_anybody_or_not(named: str, *, is_open: bool) -> None:
    """The whole name has to be of that kind: what tells a sector is not."""
    assert on("2026-11-22").is_open_recipient(named) is is_open


def test_anybody_can_have_an_address_with_a_provider() -> None:
    """A provider is known by its domain, whatever the country at its end."""
    assert on("2026-11-22").is_mailbox("gmail")
    assert not on("2026-11-22").is_mailbox("plain-shop")


def test_who_imports_is_the_group_by_any_name() -> None:
    """A company that is named is the vendor's own, another vendor, or not known."""
    facts, ireland = on("2026-11-22"), ("google-workspace",)
    assert facts.adequacies("US", ireland) == (YES,)
    assert facts.adequacies("US", ireland, "Google LLC") == (YES,)
    assert facts.adequacies("US", ireland, "Cloudflare, Inc.") == (YES,)
    assert facts.adequacies("US", ireland, "Else Inc.") == (UNKNOWN,)
    assert facts.adequacies("JP", (None, "cloudflare")) == (YES, YES)


def test_a_decision_tells_where_data_go() -> None:
    """What is stated wins; clauses can carry data anywhere."""
    facts = on("2026-11-22")
    assert facts.destination(None, "dpf") == "US"
    assert facts.destination("unnamed", "privacy_shield") == "US"
    assert facts.destination("JP", "dpf") == "JP"
    assert facts.destination(None, "scc") is None


def test_a_role_is_that_which_is_stated() -> None:
    """What is known counts where nothing is stated, unless it is known with little confidence."""
    facts = on("2026-11-22")
    assert facts.role("klarna", None) == "controller"
    assert facts.role("klarna", "processor") == "processor"
    assert facts.role("woocommerce", None) is None
    assert facts.role(None, None) is None


def test_places_are_all_inside_or_not() -> None:
    """Of no place at all nothing is told."""
    facts = on("2026-11-22")
    assert facts.all_inside(("BE", "EEA", "EU"))
    assert not facts.all_inside(("BE", "US"))
    assert not facts.all_inside(("unnamed",))
    assert not facts.all_inside(())


def test_clauses_for_processors_came_with_those_of_2021() -> None:
    """Before, clauses of the Commission were for transfers."""
    assert not on("2021-06-26").in_force("scc-processing")
    assert on("2021-06-27").in_force("scc-processing")
    assert not on("2026-11-22").in_force("no-such-thing")


GENERIC = [
    (row["id"], language, pattern, tuple(row["stems"]))
    for row in sources()["bases.yaml"]["generic_interests"]
    for language, pattern in row["patterns"].items()
]


@pytest.mark.parametrize(
    ("row", "language", "pattern", "stems"), GENERIC, ids=[f"{g[0]}-{g[1]}" for g in GENERIC]
)
def test_every_generic_interest_holds_a_stem_of_its_row(
    row: str, language: str, pattern: str, stems: tuple[str, ...]
) -> None:
    """Names without a stem are passed over unread: no name that a pattern means may be one."""

    @settings(max_examples=200)
    @given(from_regex(re.compile(pattern), fullmatch=True))
    def holds(name: str) -> None:
        assert any(stem in name for stem in stems), (row, language)

    holds()
