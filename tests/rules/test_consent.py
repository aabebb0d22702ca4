"""Consent: by which ways it is taken back, and what is no consent at all."""

from __future__ import annotations

import pytest

from .conftest import graded

SILENT = "rights: {withdraw_consent: null}\n"
ASKED = "purposes: {security: {legal_basis: [{basis: consent}]}}\n"
BY_TOOL = """
purposes: {security: {kind: marketing, legal_basis: [{basis: consent, collected: cookie_tool}]}}
"""
BY_POST = """
rights: {withdraw_consent: {how: [post]}, exercise: {channels: [post], contact: null}}
"""
HEALTH = """
purposes:
  orders:
    legal_basis: [{basis: contract}, {basis: consent, explicit: true}]
    data:
      - categories: [name, address, email, order_data, health]
        source: data_subject
        retention: {period: P2Y, from: delivery}
        recipients: [carrier, payment_provider]
"""

CASES = [
    ("nothing says how", f"{SILENT}{ASKED}", {"CON001 error"}),
    (
        "by the tool in which it was given",
        f"{SILENT}{BY_TOOL}cookies: {{withdrawal: {{how: [cookie_tool]}}}}",
        set(),
    ),
    (
        "by the way out of all marketing",
        f"""{SILENT}
purposes:
  newsletter:
    legal_basis: [{{basis: consent, collected: sign_up, withdrawal: null}}]
    marketing: {{channels: [email]}}
cookies: {{withdrawal: {{any_time: true, earlier_processing_stays_lawful: true}}}}
marketing: {{opt_out: a link in each message}}
""",
        set(),
    ),
    (
        "a right that is told for another purpose",
        f"{ASKED}rights: {{withdraw_consent: {{purposes: [newsletter]}}}}",
        {"CON001 error"},
    ),
    (
        "a right that is told for this purpose",
        f"{ASKED}rights: {{withdraw_consent: {{purposes: [security]}}}}",
        set(),
    ),
    (
        "data that are kept until it is withdrawn",
        """
rights: {withdraw_consent: null}
purposes: {security: {legal_basis: [{basis: consent}], retention: {until: consent_withdrawn}}}
""",
        {"CON001 warning"},
    ),
    (
        "by post, and it was given in a way that is not told",
        f"{ASKED}{BY_POST}",
        {"CON002 warning"},
    ),
    (
        "by post, and it was given in some other way",
        f"{ASKED.replace('consent}', 'consent, collected: other}')}{BY_POST}",
        set(),
    ),
    (
        "the use of the site where no purpose is named",
        "purposes: null\nclaims: [{claim: consent_by_use}]",
        {"CON003 error"},
    ),
    (
        "one consent for everything",
        "claims: [{claim: consent_for_all_website_data}]",
        {"CON004 warning"},
    ),
    (
        "one consent for what rests on nothing else",
        "claims: [{claim: consent_for_all_website_data, except: where the law says otherwise}]",
        {"CON004 info"},
    ),
    (
        "consent beside the contract",
        "purposes: {orders: {legal_basis: [{basis: contract}, {basis: consent}]}}",
        {"CON005 warning"},
    ),
    ("consent beside the contract for data on health", HEALTH, set()),
    (
        "no service without consent to the newsletter",
        "claims: [{claim: service_requires_consent, about: [newsletter]}]",
        {"CON006 warning"},
    ),
    (
        "no order without consent to the order",
        """
purposes: {orders: {legal_basis: [{basis: consent}]}}
claims: [{claim: service_requires_consent, about: [orders]}]
""",
        set(),
    ),
    (
        "nothing says when and with what effect",
        "purposes: {newsletter: {legal_basis: [{basis: consent}]}}",
        {"CON008 warning"},
    ),
    (
        "when and with what effect is told at the right",
        """
purposes: {newsletter: {legal_basis: [{basis: consent}]}}
rights: {withdraw_consent: {unconditional: true, effect: what was done before stays lawful}}
""",
        set(),
    ),
    (
        "the right is told in full elsewhere",
        """
purposes: {newsletter: {legal_basis: [{basis: consent}]}}
rights: {withdraw_consent: {details_in: the page on consent}}
""",
        set(),
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_only_what_is_no_true_consent_is_found(what: str, patch: str, codes: set[str]) -> None:
    """A way back counts wherever it is told."""
    assert {code for code in graded(patch) if code.startswith("CON")} == codes, what
