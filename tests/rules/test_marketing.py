"""Advertising: on which ground, to whom, and how one stops it."""

from __future__ import annotations

import pytest

from .conftest import graded

SENT = """
purposes:
  newsletter:
    kind: marketing
    legal_basis: [BASIS]
    marketing: {channels: [CHANNELS], audience: AUDIENCE, opt_out: a line to the shop}
    data:
      - categories: [name, email, phone, address]
        data_subjects: SUBJECTS
        source: data_subject
        retention: {until: objection}
        recipients: []
rights: {withdraw_consent: null}
"""
INTEREST = "{basis: legitimate_interests, interest: to tell of new goods, whose: [controller]}"
SALE = "{basis: soft_opt_in}"
CONSENT = "{basis: consent, withdrawal: {any_time: true, earlier_processing_stays_lawful: true}}"


def sent(
    basis: str, channels: str, audience: str = "null", subjects: str = "[prospects, customers]"
) -> str:
    """Write a purpose of advertising."""
    told = {"BASIS": basis, "CHANNELS": channels, "AUDIENCE": audience, "SUBJECTS": subjects}
    text = SENT
    for name, value in told.items():
        text = text.replace(name, value)
    return text


def unstopped(basis: str, channels: str, right: str = "object: null") -> str:
    """Write a purpose of advertising of which nothing tells how to stop it."""
    patch = sent(basis, channels, "[customers]").replace(", opt_out: a line to the shop", "")
    rights = f"rights: {{object_direct_marketing: null, withdraw_consent: null, {right}}}"
    return patch.replace("rights: {withdraw_consent: null}", rights)


LIMITED = "own_similar_products: true, objection_at_collection: true"
FOR_ALL = "marketing: {channels: [post]}\n"
NO_MARKETING = "claims: [{claim: no_marketing}]\n"
NEVER = "claims: [{claim: never_share_for_commercial_purposes}]\n"
PRINTER = """
recipients: {carrier: {role: controller, OWN}}
purposes: {tax: {kind: marketing, recipients: [carrier]}}
"""

CASES = [
    (
        "mail to everybody on interests",
        sent(INTEREST, "email", "[prospects]"),
        {"MKT006 error"},
    ),
    (
        "three ways to everybody on interests are one finding",
        sent(INTEREST, "email, sms, whatsapp", "[prospects]"),
        {"MKT006 error"},
    ),
    ("mail on interests, to whom is not said", sent(INTEREST, "email"), {"MKT006 warning"}),
    (
        "mail to subscribers on interests",
        sent(INTEREST, "email", "[subscribers]"),
        {"MKT006 warning"},
    ),
    (
        "mail to customers on interests",
        sent(INTEREST, "email", "[customers]"),
        {"MKT006 info"},
    ),
    (
        "mail on interests with the data of customers alone",
        sent(INTEREST, "email", subjects="[customers]"),
        {"MKT006 info"},
    ),
    (
        "mail to customers about similar products on interests",
        sent(INTEREST, "email", f"[customers], {LIMITED}"),
        set(),
    ),
    (
        "mail to companies on interests",
        sent(INTEREST, "email", "[prospects]", "[business_customers]"),
        {"MKT006 warning"},
    ),
    ("letters on interests", sent(INTEREST, "post", "[prospects]"), set()),
    ("faxes on interests", sent(INTEREST, "fax", "[customers]"), {"MKT006 error"}),
    ("faxes on a sale", sent(SALE, "fax", "[customers]"), {"MKT006 error"}),
    ("faxes on consent", sent(CONSENT, "fax"), set()),
    ("mail on a sale", sent(SALE, "email", "[customers]"), set()),
    (
        "mail on a sale, with the data of customers",
        sent(SALE, "email", subjects="[customers]"),
        set(),
    ),
    (
        "mail on a sale, to whom is not said",
        sent(SALE, "email", subjects="null"),
        {"MKT002 info"},
    ),
    ("mail on a sale to prospects", sent(SALE, "email", "[prospects]"), {"MKT002 warning"}),
    (
        "mail on a sale, on consent about all that others sell",
        sent(f"{SALE}, {CONSENT}", "email", "[customers], own_similar_products: false"),
        set(),
    ),
    (
        "mail where the ground of the proof of consent is another",
        sent(
            f"{CONSENT}, {INTEREST[:-1]}, of: [consent_record]}}", "email", "[subscribers]"
        ).replace("categories: [name,", "categories: [consent_record, name,"),
        set(),
    ),
    ("letters that nothing stops", unstopped(INTEREST, "post"), {"MKT003 error"}),
    (
        "letters that a right to object stops",
        unstopped(INTEREST, "post", "object: {conditions: null}"),
        set(),
    ),
    (
        "letters that a right with conditions stops",
        unstopped(INTEREST, "post", "object: {conditions: [reasons of your own]}"),
        {"MKT003 warning"},
    ),
    (
        "letters, and a right to object to other use",
        unstopped(INTEREST, "post", "object: {purposes: [security]}"),
        {"MKT003 error"},
    ),
    ("letters on consent that nothing stops", unstopped(CONSENT, "post"), set()),
    (
        "letters on consent for their addresses",
        unstopped("", "post").replace(
            "        recipients: []", f"        recipients: []\n        legal_basis: [{CONSENT}]"
        ),
        set(),
    ),
    ("advertising in ways that are not told", unstopped(INTEREST, ""), {"MKT003 warning"}),
    ("letters of all advertising, on consent", unstopped(CONSENT, "") + FOR_ALL, set()),
    ("letters of all advertising", unstopped(INTEREST, "") + FOR_ALL, {"MKT003 error"}),
    (
        "letters of all advertising and of one purpose are one finding",
        unstopped(INTEREST, "post") + FOR_ALL,
        {"MKT003 error"},
    ),
    (
        "mail, and the address is listed for everything",
        """
purposes: {newsletter: {data: [{categories: [interests], source: observed,
  retention: {until: unsubscribe}, recipients: [mailer]}]}}
general: {data: [{categories: [email], source: data_subject}]}
""",
        set(),
    ),
    (
        "mail, and only what nobody can be known by is listed",
        """
purposes: {newsletter: {data: [{categories: [email_engagement], called: anonymous,
  source: observed, retention: {until: unsubscribe}, recipients: [mailer]}]}}
""",
        set(),
    ),
    ("no marketing, and a newsletter on consent", NO_MARKETING, {"MKT004 warning"}),
    (
        "no marketing, and letters for all to see",
        f"{NO_MARKETING}purposes: {{newsletter: null}}\nmarketing: {{channels: [post]}}",
        {"MKT004 error"},
    ),
    (
        "no marketing, and how to stop what there is not",
        f"{NO_MARKETING}purposes: {{newsletter: null}}\nmarketing: {{suppression_list: true}}",
        set(),
    ),
    (
        "no marketing, and counts of nobody in particular",
        f"""{NO_MARKETING}
purposes: {{newsletter: {{data: [{{categories: [email_engagement], called: aggregated}}]}}}}
""",
        set(),
    ),
    (
        "never given to others, and a printer gets addresses",
        NEVER + PRINTER.replace(", OWN", ""),
        {"MKT005 warning"},
    ),
    (
        "never given to others, and a printer that may not use them gets addresses",
        NEVER + PRINTER.replace("OWN", "own_purposes: false"),
        set(),
    ),
    (
        "never given to others, and a cookie that they do not read",
        f"""{NEVER}
cookies: {{items: [{{kind: marketing, party: first, purpose: count clicks, provider: host,
  third_party_access: false, duration: {{period: P1D}}}}]}}
recipients: {{host: {{role: controller}}}}
""",
        set(),
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_advertising_is_judged_by_its_way_and_by_whom_it_reaches(
    what: str, patch: str, codes: set[str]
) -> None:
    """What a statement need not tell is not missed, and one hole has one finding."""
    assert {code for code in graded(patch) if code.startswith("MKT")} == codes, what
