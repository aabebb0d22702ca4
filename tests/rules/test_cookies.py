"""What is set or read on the visitor's device: what is lawful, and what nobody may overlook."""

from __future__ import annotations

from datetime import date

import pytest

from ..conftest import DAY
from .conftest import found, graded

DUTCH = """
shop: {country: NL, sells_to: [NL]}
controller: {address: {country: NL}}
complaint: {authorities: [{name: Autoriteit Persoonsgegevens, country: NL, contact: stated}]}
"""
BARE = "statement: {documents: null}\n"
NO_PAGE = "details_in: null"
TOLD = "purpose: for good, duration: {period: P30D}, third_party_access: false"
COUNTING = f"kind: analytics, party: first, serves: [statistics], {TOLD}"
ADVERTISING = f"kind: marketing, party: first, serves: [advertising], {TOLD}"
TOOL = "mechanism: cookie_tool, refuse: equal"
BACK = "withdrawal: {how: [cookie_tool]}"
INTEREST = "{basis: legitimate_interests, interest: to be known, whose: [controller]}"


def _cookies(item: str, *more: str) -> str:
    """Return a patch with one cookie, told in the statement alone."""
    return f"{BARE}cookies: {{{', '.join((f'items: [{{{item}}}]', NO_PAGE, *more))}}}\n"


CONSENT = [
    (
        "to use the site is the consent that one cookie rests on",
        _cookies(f"{ADVERTISING}, legal_basis: [{{basis: consent, collected: use_of_site}}]", BACK),
        {"COO002 error"},
    ),
    (
        "a box is ticked for the cookie, and the browser is a second way",
        _cookies(
            f"{ADVERTISING}, legal_basis: [{{basis: consent, collected: checkbox}}]",
            "consent: [{mechanism: browser_settings}]",
            BACK,
        ),
        set(),
    ),
    (
        "consent is asked, and how is not said",
        _cookies(ADVERTISING, "consent: [{mechanism: not_stated}]", BACK),
        set(),
    ),
    (
        "consent is taken back in the tool, so that it is asked",
        _cookies(ADVERTISING, BACK),
        set(),
    ),
    ("nothing is said of consent", _cookies(ADVERTISING), {"COO002 warning"}),
    (
        "it is set when the visitor starts the film",
        _cookies(f"{ADVERTISING}, when: you start the film"),
        set(),
    ),
    (
        "cookies without a name of their own are of the kinds that they serve",
        _cookies(
            f"kind: unspecified, party: first, serves: [statistics], {TOLD}",
            f"consent: [{{{TOOL}, of: [analytics]}}]",
            BACK,
        ),
        set(),
    ),
    (
        "a choice of one kind leaves the other use of a cookie open",
        _cookies(
            f"kind: unspecified, party: first, serves: [statistics, advertising], {TOLD}",
            f"consent: [{{{TOOL}, of: [analytics]}}]",
        ),
        {"COO002 warning"},
    ),
    (
        "a contract is given as the ground of advertising",
        _cookies(f"{ADVERTISING}, legal_basis: [{{basis: contract}}]"),
        {"COO002 error"},
    ),
    (
        "a contract is the basis of later use, and consent is asked for the cookie",
        _cookies(
            f"{ADVERTISING}, legal_basis: [{{basis: contract}}]", f"consent: [{{{TOOL}}}]", BACK
        ),
        set(),
    ),
    (
        "advertising by visits rests on consent, and so do its cookies",
        _cookies(ADVERTISING)
        + """
purposes:
  security:
    kind: marketing
    legal_basis: [{basis: consent, withdrawal: {any_time: true, how: [email],
                   earlier_processing_stays_lawful: true}}]
    data:
      - {categories: [cookie_id, pages_visited], data_subjects: [visitors], source: observed,
         retention: {period: P90D, from: collection}, recipients: [host]}
""",
        set(),
    ),
    (
        "a Dutch shop may measure by the settings of the browser",
        DUTCH + _cookies(COUNTING, "consent: [{mechanism: browser_settings}]"),
        set(),
    ),
    (
        "not so where its seat is in Belgium",
        "shop: {country: NL}\n" + _cookies(COUNTING, "consent: [{mechanism: browser_settings}]"),
        {"COO002 error"},
    ),
]

DETAILS = [
    (
        "a tool asks, and may tell how long",
        _cookies(
            "kind: marketing, party: third, purpose: show adverts, legal_basis: [basis: consent]",
            f"consent: [{{{TOOL}}}]",
            BACK,
        ),
        {"COO003 warning"},
    ),
    (
        "no tool is told of",
        _cookies(
            "kind: marketing, party: third, purpose: show adverts, legal_basis: [basis: consent]",
            BACK,
        ),
        {"COO003 error"},
    ),
    (
        "the shop's own, and whether others read it is not said",
        _cookies(
            "kind: marketing, party: first, purpose: show adverts, duration: {period: P30D},"
            " legal_basis: [basis: consent]",
            BACK,
        ),
        {"COO003 warning"},
    ),
    (
        "the tool that reads measuring cookies is named",
        _cookies(
            "kind: analytics, purpose: count, duration: {period: P30D},"
            " legal_basis: [basis: consent]",
            "analytics: [{tool: host}]",
            BACK,
        ),
        set(),
    ),
    (
        "nothing tells what advertising cookies do",
        _cookies(
            "kind: marketing, party: third, duration: {period: P30D},"
            " legal_basis: [basis: consent]",
            BACK,
        ),
        {"COO010 error"},
    ),
    (
        "nor here, where a tool asks",
        _cookies(
            "kind: marketing, party: third, duration: {period: P30D},"
            " legal_basis: [basis: consent]",
            f"consent: [{{{TOOL}}}]",
            BACK,
        ),
        {"COO010 warning"},
    ),
    (
        "no cookies, says the only sentence",
        f"{BARE}cookies: {{items: null, {NO_PAGE}, words: geen cookies}}",
        {"COO010 info"},
    ),
    (
        "a tool that measures is told of, and no cookie",
        f"{BARE}cookies: {{items: null, {NO_PAGE}, analytics: [{{tool: host}}]}}",
        set(),
    ),
    (
        "cookies are told of, and not which",
        f"{BARE}cookies: {{items: null, {NO_PAGE}, technologies: [pixels]}}",
        {"COO010 warning"},
    ),
    (
        "a cookie called necessary counts visits, and waits for consent",
        _cookies(
            f"kind: strictly_necessary, party: first, serves: [statistics], {TOLD},"
            " legal_basis: [basis: consent]",
            BACK,
        ),
        set(),
    ),
    (
        "consent is not asked, so that it matters little whether it can be refused",
        _cookies(ADVERTISING, "consent: [{mechanism: none, refuse: not_possible}]"),
        {"COO002 error"},
    ),
    (
        "consent is asked, and cannot be refused",
        _cookies(ADVERTISING, "consent: [{mechanism: cookie_tool, refuse: not_possible}]", BACK),
        {"COO005 error"},
    ),
]

HOTJAR = """
statement: {documents: null}
cookies: null
recipients: {host: {name: Hotjar, vendor: hotjar, country: null}}
"""
MENTIONED = [
    ("a tool sets cookies, and none is mentioned", HOTJAR, {"COO001 warning"}),
    (
        "a cookie is among the data",
        f"""{HOTJAR}
purposes:
  security:
    data:
      - {{categories: [cookie_id], data_subjects: [visitors], source: observed,
         retention: {{period: P90D, from: collection}}, recipients: [host]}}
""",
        set(),
    ),
    (
        "the tool runs on the shop's own server",
        HOTJAR.replace("country: null", "country: null, self_hosted: true"),
        set(),
    ),
]

PIXEL = "what: pixel, recipients: [payment_provider]"
READS = f"{PIXEL}, collects: [cookie_id], legal_basis: [{INTEREST}]"
EMBEDS = [
    ("a pixel reads the device on the shop's interest", f"embeds: [{{{READS}}}]", {"COO008 error"}),
    (
        "what it reads is not said",
        f"embeds: [{{{PIXEL}, legal_basis: [{INTEREST}]}}]",
        {"COO008 warning"},
    ),
    (
        "a Dutch shop has a processor measure with it",
        f"{DUTCH}embeds: [{{{READS.replace('payment_provider', 'host')}}}]",
        {"COO008 warning"},
    ),
    (
        "a Dutch shop lets another controller follow visitors with it",
        f"{DUTCH}embeds: [{{{READS}}}]",
        {"COO008 error"},
    ),
    (
        "a banner asks for marketing",
        f"embeds: [{{{READS}}}]\ncookies: {{consent: [{{{TOOL}, of: [marketing]}}], {BACK}}}",
        set(),
    ),
    (
        "the cookie of the film waits for consent",
        f"""
embeds: [{{what: video, recipients: [payment_provider], loads: with_page}}]
cookies:
  items: [{{{ADVERTISING}, provider: [payment_provider], legal_basis: [basis: consent]}}]
  {BACK}
""",
        set(),
    ),
]

HOST = "recipients: {host: {agreement: null, sub_processors: null"
OWN_SERVER = f"{HOST}, role: null, own_purposes: null, self_hosted: true}}}}"
CLAIM = "claims: [{claim: not_responsible_for_third_party_cookies"
BUTTONS = "embeds: [{what: share_buttons, recipients: [host], loads: with_page}]\n"
ASKED = f"cookies: {{consent: [{{{TOOL}}}], {BACK}}}\n"
PLUG_INS = [
    ("buttons of others send at once", f"{BUTTONS}{ASKED}{CLAIM}}}]", {"COO007 warning"}),
    (
        "the buttons come from the shop's own server",
        f"{BUTTONS}{ASKED}{CLAIM}}}]\n{OWN_SERVER}",
        set(),
    ),
    (
        "for collecting and sending the shop does answer",
        f"{BUTTONS}{ASKED}{CLAIM}, except: collecting and sending}}]",
        set(),
    ),
    (
        "a claim about a purpose may mean any button",
        f"{BUTTONS}{ASKED}{CLAIM}, about: [security]}}]",
        {"COO007 warning"},
    ),
]

SHARED = "cookies: {analytics: [{tool: host, shared_for_own_purposes: true}]}\n"
OTHERS = [
    ("a processor may use the measurements", SHARED, {"COO006 warning"}),
    (
        "a controller may use them",
        f"{SHARED}{HOST}, role: controller, own_purposes: null}}}}",
        set(),
    ),
    (
        "one passage lets it, another forbids it",
        f"{SHARED}{HOST}, role: controller, own_purposes: false}}}}",
        {"COO006 warning"},
    ),
]


@pytest.mark.parametrize(
    ("what", "patch", "expected"), [*CONSENT, *DETAILS, *MENTIONED, *EMBEDS, *PLUG_INS, *OTHERS]
)
def test_what_a_statement_tells_of_the_device_is_judged_as_the_law_does(
    what: str, patch: str, expected: set[str]
) -> None:
    """A choice that is told makes findings milder; what is told in its place makes them errors."""
    assert what
    assert graded(patch) == expected
    assert found(patch) == {each.split()[0] for each in expected}


def test_plug_ins_are_judged_since_the_ruling_on_them() -> None:
    """Who builds a button in answers for sending: since C-40/17."""
    patch = f"{BUTTONS}{ASKED}{CLAIM}}}]"
    assert "COO007 warning" in graded(patch, as_of=DAY)
    assert "COO007 warning" not in graded(patch, as_of=date(2019, 7, 28))
