"""What a statement tells of the visitor's device: choices, claims, content of others."""

from __future__ import annotations

import pytest

from privlint.register import Cookies, Embed, Register
from privlint.register.build import build
from privlint.register.devices import (
    is_asked_elsewhere,
    is_own,
    may_mean,
    speaks_of_cookies,
)
from privlint.source.reader import read

SHOP = """
privlint: 1
shop: {name: Test, country: BE}
statement: {}
recipients:
  counter: {role: processor}
  network: {role: controller}
  here: {self_hosted: true}
"""


def written(text: str) -> Register:
    """Build a register from the shop and what is written below it."""
    document = read(f"{SHOP}{text}".encode())
    return build(document.data, document.written)


def the_cookies(text: str) -> Cookies:
    """Return the section on cookies of a register."""
    cookies = written(f"cookies: {{{text}}}\n").cookies
    assert cookies is not None
    return cookies


COVERED = [
    ("kind: marketing", "mechanism: cookie_tool", True),
    ("kind: marketing", "mechanism: cookie_tool, of: [analytics]", False),
    ("kind: unspecified, serves: [statistics]", "mechanism: cookie_tool, of: [analytics]", True),
    ("serves: [advertising]", "mechanism: cookie_tool, of: [social, marketing]", True),
    ("serves: [statistics, social]", "mechanism: cookie_tool, of: [analytics]", False),
    ("kind: functional, serves: [statistics]", "mechanism: cookie_tool, of: [analytics]", False),
    ("kind: unspecified, serves: [cart]", "mechanism: cookie_tool, of: [analytics]", False),
]


@pytest.mark.parametrize(("item", "way", "covers"), COVERED)
def test_a_cookie_of_no_stated_kind_is_of_the_kinds_that_it_serves(
    item: str, way: str, *, covers: bool
) -> None:
    """Then a choice has to cover all that it serves."""
    cookies = the_cookies(f"items: [{{{item}}}], consent: [{{{way}}}]")
    assert cookies.consent[0].covers(cookies.items[0]) is covers
    assert cookies.asks_for(cookies.items[0]) is covers


ASKED = [
    ("items: [{kind: marketing, legal_basis: [{basis: consent, collected: checkbox}]}]", True),
    ("items: [{kind: marketing, legal_basis: [{basis: consent, collected: use_of_site}]}]", False),
    ("items: [{kind: marketing}], consent: [{mechanism: cookie_banner}]", True),
    ("items: [{kind: marketing}], consent: [{mechanism: not_stated}]", False),
    ("items: [{kind: marketing}], consent: [{mechanism: informing_banner}]", False),
]


@pytest.mark.parametrize(("text", "asks"), ASKED)
def test_a_real_choice_is_an_act(text: str, *, asks: bool) -> None:
    """A tool, a banner that asks, a box; not a banner that tells, or the use of the site."""
    cookies = the_cookies(text)
    assert cookies.asks_for(cookies.items[0]) is asks


ADVERTISING = "cookies: {items: [{kind: marketing}]}\n"
COUNTING = "cookies: {items: [{kind: analytics}]}\n"
CONSENT = "legal_basis: [{basis: consent}]"

ELSEWHERE = [
    ("cookies: {items: [{kind: marketing}]}", False),
    ("cookies: {items: [{kind: marketing, when: you press play}]}", True),
    ("cookies: {items: [{kind: marketing, when: possibly}]}", False),
    ("cookies: {items: [{kind: marketing}], consent: [{mechanism: not_stated}]}", True),
    ("cookies: {items: [{kind: marketing}], withdrawal: {any_time: true}}", True),
    ("cookies: {items: [{kind: marketing}], withdrawal: {how: [browser_settings]}}", False),
    ("cookies: {items: [{kind: marketing}]}\ngeneral: {legal_basis: [{basis: consent}]}", True),
    (
        f"{ADVERTISING}purposes: {{letter: {{kind: marketing, {CONSENT}}}}}",
        False,
    ),
    (
        f"{COUNTING}purposes: {{count: {{kind: analytics, {CONSENT}}}}}",
        True,
    ),
]


@pytest.mark.parametrize(("text", "asked"), ELSEWHERE)
def test_consent_may_be_told_where_nobody_says_how(text: str, *, asked: bool) -> None:
    """Not by a purpose of marketing that has nothing to do with visits."""
    register = written(text)
    assert register.cookies is not None
    assert is_asked_elsewhere(register.cookies.items[0], register) is asked


SPEAKING = [
    ("", False),
    ("cookies: {technologies: [pixels]}", True),
    ("purposes: {count: {data: [{categories: [cookie_id]}]}}", True),
    ("purposes: {count: {data: [{categories: [ip_address]}]}}", False),
    ("rights: {withdraw_consent: {}}", False),
    ("general: {legal_basis: [{basis: consent, collected: cookie_tool}]}", True),
    ("general: {legal_basis: [{basis: consent, withdrawal: {how: [cookie_tool]}}]}", True),
    ("claims: [{claim: site_requires_cookies}]", True),
]


@pytest.mark.parametrize(("text", "speaks"), SPEAKING)
def test_cookies_are_mentioned_in_many_places(text: str, *, speaks: bool) -> None:
    """As such, as data, or where consent is given and taken back."""
    assert speaks_of_cookies(written(text)) is speaks


def test_content_is_the_shops_own_where_nobody_receives_anything() -> None:
    """Of content whose maker is not told, nobody knows that."""
    register = written(
        "embeds: [{what: fonts, recipients: [here]}, {what: fonts}, {what: map,"
        " recipients: [here, network]}]"
    )
    assert [is_own(embed, register) for embed in register.all(Embed)] == [True, False, False]


def test_a_claim_means_whom_it_names() -> None:
    """Purposes that it names exclude nobody."""
    register = written(
        """
purposes: {count: {}}
claims:
  - {claim: analytics_without_consent, about: [network]}
  - {claim: analytics_without_consent, about: [count]}
  - {claim: analytics_without_consent}
"""
    )
    assert [may_mean(c, ("counter",), register) for c in register.claims] == [False, True, True]
    assert [may_mean(claim, (), register) for claim in register.claims] == [True, True, True]
