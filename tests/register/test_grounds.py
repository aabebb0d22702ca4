"""For which purposes no ground is given, and where else a statement may tell it."""

from __future__ import annotations

import pytest

from privlint.register import Register
from privlint.register.build import build
from privlint.register.grounds import passed_on_with_basis, without_basis
from privlint.source.reader import read

SHOP = "privlint: 1\nshop: {name: Test, country: BE}\nstatement: {}\n"


def written(text: str) -> Register:
    """Build a register from a shop and what is written below it."""
    document = read(f"{SHOP}{text}".encode())
    return build(document.data, document.written)


BARE = "purposes: {one: {kind: analytics}}\n"
COUNTING = "items: [{kind: analytics, serves: [statistics]}]"

GROUNDS = [
    (BARE, True),
    ("purposes: {one: {legal_basis: [{basis: contract}]}}", False),
    ("purposes: {one: {data: [{categories: [age], called: anonymous}]}}", False),
    ("purposes: {one: {data: [{categories: [age], called: household}]}}", False),
    (f"{BARE}claims: [{{claim: consent_by_use, about: [one]}}]", False),
    (f"{BARE}claims: [{{claim: consent_by_use}}]", True),
    (f"{BARE}claims: [{{claim: household_exemption, about: [one]}}]", False),
    (f"{BARE}claims: [{{claim: household_exemption, about: [one], when: some}}]", True),
    (f"{BARE}cookies: {{{COUNTING}, consent: [{{mechanism: cookie_tool}}]}}", False),
    (f"{BARE}cookies: {{{COUNTING}, consent: [{{mechanism: browser_settings}}]}}", True),
    (f"{BARE}cookies: {{{COUNTING}, consent: [{{mechanism: cookie_tool, of: [social]}}]}}", True),
    (f"{BARE}cookies: {{consent: [{{mechanism: cookie_tool, of: [analytics]}}]}}", False),
    (f"{BARE}cookies: {{consent: [{{mechanism: cookie_tool}}]}}", True),
]


@pytest.mark.parametrize(("text", "is_bare"), GROUNDS)
def test_a_purpose_has_no_ground_where_none_is_told_anywhere(text: str, *, is_bare: bool) -> None:
    """Cookies, and sentences that other rules judge, may be the ground of a purpose."""
    assert [purpose.id for purpose in without_basis(written(text))] == (["one"] if is_bare else [])


def test_the_ground_for_passing_data_on_stands_at_the_passing_or_at_who_receives_them() -> None:
    """Both count, and a reference that points nowhere does not hurt."""
    register = written(
        """
recipients: {bank: {legal_basis: [{basis: legal_obligation}]}}
purposes:
  one:
    recipients: [bank, nobody]
    data: [{categories: [name], recipients: [{to: host, legal_basis: [{basis: contract}]}]}]
"""
    )
    told = passed_on_with_basis(register.purposes["one"], register)
    assert [basis.basis for basis in told] == ["contract", "legal_obligation"]
