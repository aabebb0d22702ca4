"""Dutch law: measuring without consent, and calls."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import found, graded

DUTCH = """
shop: {country: NL, sells_to: [NL]}
controller: {address: {country: NL}}
complaint: {authorities: [{name: Autoriteit Persoonsgegevens, country: NL, contact: stated}]}
claims: [{claim: analytics_without_consent}]
"""
JOINED = "analytics: [{tool: host, combined: true}]"
ON_CONSENT = """items: [{kind: analytics, party: first, serves: [statistics], purpose: count,
  duration: {period: P30D}, provider: [host], legal_basis: [basis: consent]}]"""
BACK = "withdrawal: {how: [cookie_tool]}"

MEASURING = [
    ("what is measured is joined", f"{DUTCH}cookies: {{{JOINED}}}", {"NLD002 warning"}),
    (
        "the tool that joins waits for consent",
        f"{DUTCH}cookies: {{{JOINED}, {ON_CONSENT}, {BACK}}}",
        set(),
    ),
]

CALLS = """
purposes:
  newsletter:
    legal_basis:
      - basis: consent
        channels: [email]
        withdrawal: {{any_time: true, earlier_processing_stays_lawful: true}}
      - {{basis: legitimate_interests, interest: to make the shop known, whose: [controller],
         channels: [phone]}}
    marketing:
      channels:
        - {{channel: email, opt_out: link in every message}}
        - {{channel: phone, opt_out: say so when called}}
    data:
      - categories: [name, email, phone]
        data_subjects: [{0}]
        source: data_subject
        retention: {{until: unsubscribe}}
        recipients: [mailer]
"""
CALLED = [
    ("readers are called", CALLS.format("newsletter_subscribers"), {"NLD003 error"}),
    ("companies are called, as the data tell", CALLS.format("business_customers"), set()),
    (
        "who did not object is called: another rule speaks",
        CALLS.format("newsletter_subscribers").replace(
            "{basis: legitimate_interests, interest: to make the shop known, whose: [controller],",
            "{basis: consent, collected: opt_out_campaign, withdrawal: {any_time: true,"
            " earlier_processing_stays_lawful: true},",
        ),
        {"CON007 warning"},
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), [*MEASURING, *CALLED])
def test_dutch_law_is_asked_of_what_is_said(what: str, patch: str, codes: set[str]) -> None:
    """What consent is told for, and who is no person, is left alone."""
    assert what
    assert graded(patch) == codes
    assert found(patch) == {code.split()[0] for code in codes}


def test_customers_could_be_called_until_july_2026() -> None:
    """A shop that says it calls customers alone was right on the day before."""
    patch = CALLS.format("customers").replace("    data:", "      audience: [customers]\n    data:")
    assert "NLD003 error" in graded(patch, as_of=date(2026, 7, 1))
    assert "NLD003 error" not in graded(patch, as_of=date(2026, 6, 30))
