"""What rests on consent, and by which ways it can be taken back."""

from __future__ import annotations

import pytest

from privlint.register import Register
from privlint.register.build import build
from privlint.register.consent import consents, consents_for_good
from privlint.source.reader import read

SHOP = "privlint: 1\nshop: {name: Test, country: BE}\nstatement: {}\n"
NEWS = "purposes: {news: {kind: newsletter, legal_basis: [{basis: consent}]}}\n"
VISITS = "purposes: {visits: {kind: analytics, legal_basis: [{basis: consent}]}}\n"


def written(text: str) -> Register:
    """Build a register from a shop and what is written below it."""
    document = read(f"{SHOP}{text}".encode())
    return build(document.data, document.written)


WAYS = [
    (NEWS, False),
    (f"{NEWS}marketing: {{opt_out: a link}}", True),
    (f"{NEWS}marketing: {{channels: [{{channel: email, opt_out: a link}}]}}", True),
    (f"{VISITS}marketing: {{opt_out: a link}}", False),
    (f"{VISITS}cookies: {{withdrawal: {{how: [cookie_tool]}}}}", True),
    (f"{NEWS}cookies: {{withdrawal: {{how: [cookie_tool]}}}}", False),
    (f"{NEWS}rights: {{withdraw_consent: {{status: named}}}}", True),
    (f"{NEWS}rights: {{withdraw_consent: {{purposes: [news]}}}}", True),
    (f"{NEWS}rights: {{withdraw_consent: {{purposes: [visits]}}}}", False),
    (f"{NEWS}general: {{legal_basis: [{{basis: consent, withdrawal: {{any_time: true}}}}]}}", True),
]


@pytest.mark.parametrize(("text", "is_told"), WAYS)
def test_consent_is_for_good_where_no_way_back_is_told(text: str, *, is_told: bool) -> None:
    """A way counts for what it is a way out of, and a sentence for everything for all."""
    assert bool(consents_for_good(written(text))) is not is_told


def test_consent_where_it_is_needed_is_told_by_the_purposes() -> None:
    """Consent for everything counts without a condition, or where there are no purposes."""
    general = "general: {legal_basis: [{basis: consent, when: it is needed}]}\n"
    assert len(consents(written(general))) == 1
    assert len(consents(written(f"{NEWS}{general}"))) == 1
    assert len(consents(written(f"{NEWS}{general.replace(', when: it is needed', '')}"))) > 1


def test_explicit_consent_for_special_data_is_consent() -> None:
    """Whatever else carries the purpose."""
    both = "[{basis: contract, article_9: explicit_consent}]"
    assert len(consents(written(f"purposes: {{one: {{legal_basis: {both}}}}}"))) == 1
