"""One hole, one finding: where several rules could speak of one thing, its owner does."""

from __future__ import annotations

import pytest

from .conftest import found

WITHDRAWAL = "withdrawal: {how: [email], any_time: true, earlier_processing_stays_lawful: true}"
NO_BASIS = """
purposes:
  orders: {legal_basis: null}
  newsletter: {legal_basis: null}
  tax: {legal_basis: null}
  security: {legal_basis: null}
"""
COUNTING = "kind: analytics, party: first, purpose: count visits, serves: [statistics]"
INTEREST = "{basis: legitimate_interests, interest: to count visits, whose: [controller]}"

HOLES = [
    ("no right is named at all", "RIG014", "rights: null"),
    ("no basis is given anywhere", "BAS001", NO_BASIS),
    (
        "bases are given for everything only",
        "BAS003",
        f"{NO_BASIS}general: {{legal_basis: [{{basis: consent, {WITHDRAWAL}}}, basis: contract]}}",
    ),
    (
        "the exemption for households is the ground",
        "LIN004",
        """
purposes: {orders: {legal_basis: [{basis: unnamed, reason: household}]}}
claims: [{claim: household_exemption, about: [orders]}]
""",
    ),
    (
        "to use the site is the ground",
        "CON003",
        """
purposes: {security: {legal_basis: [{basis: unnamed, reason: use of the site}]}}
claims: [{claim: consent_by_use, about: [security]}]
""",
    ),
    (
        "to go on browsing counts as consent to cookies",
        "COO002",
        f"""
cookies:
  items: [{{{COUNTING}, legal_basis: [{INTEREST}]}}]
  consent: [{{mechanism: continued_use}}]
""",
    ),
    (
        "measuring with an IP address is called anonymous, and kept for ever",
        "CST004",
        """
purposes:
  security:
    kind: analytics
    data:
      - categories: [ip_address, log_data]
        called: [anonymous]
        data_subjects: [visitors]
        source: observed
        retention: {indefinite: true}
        recipients: [host]
claims: [{claim: analytics_anonymous}]
""",
    ),
    ("a processor may use the data itself", "REC007", "recipients: {host: {own_purposes: true}}"),
    (
        "a transfer leans on the Privacy Shield, and the laws name it again",
        "TRF004",
        """
recipients:
  mailer: {country: US, transfers: [{country: US, safeguard: privacy_shield}]}
statement: {laws: [{name: EU-US Privacy Shield}]}
""",
    ),
    (
        "a safeguard is promised in empty words, and no country is named",
        "TRF003",
        """
recipients:
  mailer: {transfers: [{safeguard: unnamed, words: an adequate level is assured}]}
""",
    ),
    (
        "all is said to stay in the EEA, and a processor's group is elsewhere",
        "TRF001",
        """
recipients:
  mailer: {country: null, transfers: null, name: Mailchimp, vendor: mailchimp}
  carrier: {country: BE, transfers: null}
claims: [{claim: data_in_eea}]
""",
    ),
    (
        "a copy of an identity card is asked of a Belgian for each request",
        "RIG009",
        "rights: {exercise: {identification: [{method: id_document_copy, when: always}]}}",
    ),
    (
        "there is no way out of marketing",
        "MKT003",
        """
purposes:
  newsletter:
    legal_basis: [{basis: soft_opt_in}]
    marketing:
      channels: [email]
      audience: [customers]
      own_similar_products: true
      objection_at_collection: true
  security: null
rights: {object: null, object_direct_marketing: null}
""",
    ),
    (
        "one consent is said to carry all data of the site",
        "CON004",
        "claims: [{claim: consent_for_all_website_data}]",
    ),
    (
        "a recipient is named of which nothing is known",
        "REG003",
        """
recipients:
  host: {kind: named, name: Unheard Of Hosting, country: null}
""",
    ),
    (
        "a company bears a name that it has left, also among the laws",
        "FRM007",
        """
recipients: {host: {name: Google Inc., country: null, own_purposes: null}}
statement: {laws: [{name: Google Inc.}]}
""",
    ),
    (
        "how long a cookie lasts differs",
        "COO003",
        f"""
statement: {{documents: null}}
cookies:
  items: [{{{COUNTING}, third_party_access: false, duration: {{criterion: varies}}}}]
  consent: [{{mechanism: cookie_tool, refuse: equal}}]
  withdrawal: {{how: [cookie_tool]}}
  details_in: null
""",
    ),
    (
        "a plug-in makes two controllers responsible, and nothing says how",
        "CTL005",
        """
recipients:
  host:
    name: Facebook
    vendor: facebook
    role: joint_controller
    country: IE
    agreement: null
    sub_processors: null
    own_purposes: null
embeds: [{what: share_buttons, recipients: [host], loads: on_click}]
""",
    ),
    (
        "there is no way to reach the shop",
        "CTL003",
        """
controller: {email: null, phone: null, address: null, contact_form: null}
rights: {exercise: null}
""",
    ),
    (
        "nothing is said of a DPO, and there are data on health",
        "DPO001",
        """
dpo: null
purposes:
  security:
    data:
      - categories: [health]
        data_subjects: [customers]
        source: data_subject
        retention: {period: P90D}
        recipients: [host]
        legal_basis: [{basis: consent, article_9: explicit_consent, explicit: true}]
""",
    ),
    (
        "any other purpose is kept open",
        "PUR005",
        """
purposes: {security: {title: other purposes that are not named, vague: true}}
claims: [{claim: any_other_purpose, about: [security]}]
""",
    ),
]


@pytest.mark.parametrize(("hole", "owner", "patch"), HOLES, ids=[hole for hole, _, _ in HOLES])
def test_one_hole_has_one_finding(hole: str, owner: str, patch: str) -> None:
    """The owner of a hole speaks, and every other rule is silent."""
    assert found(patch) == {owner}, hole
