"""Belgian law: measuring without consent, and identity cards."""

from __future__ import annotations

import pytest

from .conftest import found, graded

COUNTING = """{kind: analytics, party: first, serves: [statistics], purpose: count visits,
   duration: {period: P30D}, provider: [host]"""
CLAIM = "claims: [{claim: analytics_without_consent"


def _cookies(item: str, *more: str) -> str:
    return f"cookies: {{{', '.join((f'items: [{item}}}]', *more))}}}\n"


CASES = [
    (
        "it is said to need no consent, and no page on cookies is named",
        f"statement: {{documents: null}}\n{_cookies(COUNTING, 'details_in: null')}{CLAIM}}}]",
        {"BEL002 error"},
    ),
    (
        "it is said of another tool",
        f"{_cookies(COUNTING)}{CLAIM}, about: [mailer]}}]",
        set(),
    ),
    (
        "it is said of the purpose that the cookies serve",
        f"{_cookies(COUNTING)}{CLAIM}, about: [security]}}]",
        {"BEL002 error"},
    ),
    (
        "a banner asks for the other cookies",
        _cookies(
            COUNTING, "consent: [mechanism: cookie_banner]", "withdrawal: {how: [cookie_tool]}"
        )
        + f"{CLAIM}}}]",
        {"BEL002 error"},
    ),
    (
        "a banner asks for these",
        _cookies(
            COUNTING,
            "consent: [{mechanism: cookie_banner, of: [analytics]}]",
            "withdrawal: {how: [cookie_tool]}",
        )
        + f"{CLAIM}}}]",
        set(),
    ),
    (
        "who goes on consents, it is said as well",
        f"{_cookies(COUNTING, 'consent: [mechanism: continued_use]')}{CLAIM}}}]",
        {"COO002 error"},
    ),
    (
        "consent is asked, in a way that is not told, and a contract carries later use",
        _cookies(f"{COUNTING}, legal_basis: [basis: contract]", "consent: [mechanism: not_stated]"),
        set(),
    ),
    (
        "what is no legal basis stands in the place of consent",
        _cookies(f"{COUNTING}, legal_basis: [{{basis: unnamed, reason: it is usual}}]"),
        {"BEL002 error"},
    ),
    (
        "the seat is in Belgium, and the shop in the Netherlands",
        f"shop: {{country: NL}}\n{_cookies(COUNTING)}{CLAIM}}}]",
        {"BEL002 error"},
    ),
]

CARD = """
purposes:
  newsletter:
    data:
      - categories: [name, email, {0}]
        data_subjects: [newsletter_subscribers]
        source: data_subject
        retention: {{until: unsubscribe}}
        recipients: [mailer]
"""
CARDS = [
    ("a card is copied", CARD.format("id_document_copy"), {"BEL003 warning"}),
    (
        "a card is copied from those who choose it",
        CARD.format("{is: id_document_copy, when: you choose to show your card}"),
        {"BEL003 info"},
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), [*CASES, *CARDS])
def test_belgian_law_is_asked_of_what_is_said(what: str, patch: str, codes: set[str]) -> None:
    """One thing that is said in the place of consent is one finding."""
    assert what
    assert graded(patch) == codes
    assert found(patch) == {code.split()[0] for code in codes}
