"""On what ground data are used: where it is told, and which rule speaks where it is not."""

from __future__ import annotations

import pytest

from .conftest import graded

ALL_BARE = """
purposes:
  orders: {legal_basis: null, provision: null}
  newsletter: {legal_basis: null}
  tax: {legal_basis: null}
  security: {legal_basis: null}
"""
BARE = "purposes: {security: {legal_basis: null}}\n"
PRIVATE = """
purposes:
  security:
    legal_basis: null
    data: [{categories: [log_data], called: household, source: observed}]
"""
COUNTED = "{kind: analytics, party: first, purpose: count, serves: [statistics]}"
ASKED = """
purposes: {security: {kind: analytics, legal_basis: null}}
cookies:
  consent: [{mechanism: cookie_tool, refuse: equal}]
  withdrawal: {how: [cookie_tool]}
"""
PASSED_ON = """
purposes:
  security: {legal_basis: null, recipients: [{to: host, legal_basis: [{basis: contract}]}]}
"""
FROM_OTHERS = """
purposes:
  orders:
    provision: null
    data:
      - categories: [name, address, email, order_data]
        source: third_party
        source_words: the marketplace
        source_named: true
        retention: {period: P2Y, from: delivery}
        recipients: [carrier, payment_provider]
"""
DUTY = """
purposes:
  tax:
    kind: invoicing
    legal_basis: [{basis: legal_obligation}]
    data: [{categories: [invoice_data], retention: {period: P7Y}, recipients: [tax_authority]}]
"""
IN_A_LIST = "general: {legal_basis: [{basis: contract, when: x}, {basis: consent, when: y}]}\n"
ODD = "{basis: unnamed, reason: it is ours, cite: {section: 7}}"

CASES = [
    ("no basis at all", ALL_BARE, {"BAS001 error"}),
    ("no basis for one purpose", BARE, {"BAS001 error"}),
    ("the use of the site", f"{BARE}claims: [{{claim: consent_by_use, about: [security]}}]", set()),
    ("the use of the site for all", f"{ALL_BARE}claims: [{{claim: consent_by_use}}]", set()),
    (
        "the use of the site, which is said of cookies",
        f"""{ALL_BARE}
claims: [{{claim: consent_by_use}}]
cookies: {{items: [{COUNTED}], consent: [{{mechanism: continued_use}}]}}
""",
        {"BAS001 error"},
    ),
    (
        "one consent for all",
        f"{ALL_BARE}claims: [{{claim: consent_for_all_website_data}}]",
        set(),
    ),
    ("private use", f"{BARE}claims: [{{claim: household_exemption, about: [security]}}]", set()),
    (
        "private use in some cases",
        f"{BARE}claims: [{{claim: household_exemption, about: [security], when: some}}]",
        {"BAS001 error"},
    ),
    ("private data", PRIVATE, set()),
    ("consent is asked with cookies", f"{ASKED}  items: [{COUNTED}]", set()),
    ("a ground for passing on alone", PASSED_ON, {"BAS001 warning"}),
    ("a duty to keep alone", "purposes: {tax: {legal_basis: null}}", {"BAS001 warning"}),
    (
        "security that is told with a way to pay",
        """
purposes:
  security: {legal_basis: null, cite: {section: 4}}
  orders: {kind: payment, cite: {section: 4}}
""",
        {"BAS001 warning"},
    ),
    (
        "security that is told elsewhere",
        """
purposes:
  security: {legal_basis: null, cite: {section: 5}}
  orders: {kind: payment, cite: {section: 4}}
""",
        {"BAS001 error"},
    ),
    (
        "a basis for contact details, and an e-mail address",
        """
purposes:
  security:
    legal_basis: [{basis: contract, of: [contact_details]}]
    data: [{categories: [email], recipients: [host], retention: {period: P90D}}]
""",
        set(),
    ),
    (
        "a basis for other data than contact details",
        """
purposes:
  security:
    legal_basis: [{basis: contract, of: [order_data]}]
    data: [{categories: [contact_details], recipients: [host], retention: {period: P90D}}]
""",
        {"BAS001 warning"},
    ),
    (
        "a basis for some data, and data that are not named",
        """
purposes:
  security:
    legal_basis: [{basis: contract, of: [log_data]}]
    data: [{unnamed: certain data, recipients: [host], retention: {period: P90D}}]
""",
        set(),
    ),
    ("an odd ground", f"purposes: {{security: {{legal_basis: [{ODD}]}}}}", {"BAS002 error"}),
    (
        "an odd ground, and private use in another passage",
        f"""
purposes: {{security: {{legal_basis: [{ODD}]}}}}
claims: [{{claim: household_exemption, cite: {{section: 9}}}}]
""",
        {"BAS002 error"},
    ),
    (
        "an odd ground, and private use in the same passage",
        f"""
purposes: {{security: {{legal_basis: [{ODD}]}}}}
claims: [{{claim: household_exemption, about: [security], cite: {{section: 7}}}}]
""",
        set(),
    ),
    (
        "a condition for special data",
        "purposes: {security: {legal_basis: [{basis: unnamed, article_9: explicit_consent}]}}",
        set(),
    ),
    (
        "an odd ground for passing on",
        f"purposes: {{security: {{recipients: [{{to: host, legal_basis: [{ODD}]}}]}}}}",
        {"BAS002 error"},
    ),
    (
        "bases in a list",
        f"{BARE}{IN_A_LIST}",
        {"BAS003 warning"},
    ),
    (
        "bases in a list, and private use",
        f"{BARE}{IN_A_LIST}claims: [{{claim: household_exemption, about: [security]}}]",
        set(),
    ),
    (
        "bases by data",
        f"""{BARE}
general:
  legal_basis:
    - {{basis: contract, of: [order_data]}}
    - {{basis: legitimate_interests, interest: to stop attacks on the site, of: [ip_address]}}
""",
        set(),
    ),
    (
        "odd grounds in a list",
        f"{ALL_BARE}general: {{legal_basis: [{ODD}, {{basis: unnamed, reason: we may}}]}}",
        {"BAS002 error"},
    ),
    ("a duty without a law", DUTY, {"BAS005 warning"}),
    ("a duty to pay tax", DUTY.replace("invoicing", "tax"), {"BAS005 info"}),
    (
        "a duty, with the law where storage is told for all",
        f"{DUTY}general: {{retention: {{period: P7Y, law: VAT Code, of: [invoice_data]}}}}",
        {"BAS005 info"},
    ),
    ("nothing says what an order needs", "purposes: {orders: {provision: null}}", {"BAS008 error"}),
    ("orders come from a marketplace", FROM_OTHERS, set()),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_a_ground_is_missed_once_and_only_where_it_is_missing(
    what: str, patch: str, codes: set[str]
) -> None:
    """Where another rule judges the ground that is given, those on the basis are silent."""
    assert {code for code in graded(patch) if code.startswith("BAS")} == codes, what
