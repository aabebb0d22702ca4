"""The rights of the reader: which have to be told, and what may be said of them."""

from __future__ import annotations

import pytest

from .conftest import graded

ON_DUTY_ALONE = """
purposes:
  orders: null
  newsletter: null
  security: null
rights: {portability: null, object: null, object_direct_marketing: null, withdraw_consent: null}
"""
COOKIE_CONSENT = """
cookies:
  items:
    - kind: analytics
      party: first
      purpose: count visits
      serves: [statistics]
      third_party_access: false
      duration: {period: P1Y}
      legal_basis: [{basis: consent, collected: cookie_tool}]
  consent: [{mechanism: cookie_tool, refuse: equal}]
  withdrawal: {how: [cookie_tool], any_time: true, earlier_processing_stays_lawful: true}
"""
LETTERS = """
purposes:
  security: null
  newsletter:
    kind: marketing
    legal_basis:
      - {basis: legitimate_interests, interest: to tell of new goods, whose: [controller]}
    marketing: {channels: [CHANNEL], audience: null}
    data:
      - categories: [name, address]
        data_subjects: [customers]
        source: data_subject
        retention: {until: objection}
        recipients: []
rights: {object: null, object_direct_marketing: null, withdraw_consent: null}
"""
BY_POST = LETTERS.replace("CHANNEL", "post")
BY_POST_WITH_WAY_OUT = LETTERS.replace("CHANNEL", "{channel: post, opt_out: a line to the shop}")
ON_SITE = LETTERS.replace("CHANNEL", "website")
IN_PASSING = """
rights:
  access: null
  rectification: null
  erasure: {status: mentioned}
  restriction: null
  portability: {status: mentioned, limited_to: [consent]}
  object: null
"""
BY_PHONE = """
controller: {email: null, address: {street: null, postcode: null}}
rights: {exercise: {channels: null, contact: null}}
"""

CASES = [
    ("all rights only come up in passing", IN_PASSING, {"RIG014 error"}),
    (
        "one right comes up in passing, others are told",
        "rights: {erasure: {status: mentioned}}",
        {"RIG002 warning"},
    ),
    ("consent and contract, and no portability", "rights: {portability: null}", {"RIG004 error"}),
    ("neither consent nor contract", ON_DUTY_ALONE, set()),
    (
        "consent for the case that it is needed, and no portability",
        f"{ON_DUTY_ALONE}general: {{legal_basis: [{{basis: consent, when: where needed}}]}}",
        {"RIG004 warning"},
    ),
    (
        "consent for everything, and no portability",
        f"{ON_DUTY_ALONE}general: {{legal_basis: [{{basis: consent}}]}}",
        {"RIG004 error"},
    ),
    ("consent to cookies, and no portability", ON_DUTY_ALONE + COOKIE_CONSENT, {"RIG004 warning"}),
    (
        "portability in passing, for consent",
        "rights: {portability: {status: mentioned, limited_to: [consent]}}",
        {"RIG004 warning"},
    ),
    (
        "portability for consent, and a contract where it is needed",
        """
purposes: {orders: null}
general: {legal_basis: [{basis: contract, when: where needed}]}
rights: {portability: {limited_to: [consent]}}
""",
        set(),
    ),
    ("interests, and no objection", "rights: {object: null}", {"RIG005 error"}),
    (
        "interests for the case that they are needed, and no objection",
        """
purposes: {security: null}
general:
  legal_basis:
    - {basis: legitimate_interests, when: where needed, interest: safety, whose: [controller]}
rights: {object: null}
""",
        {"RIG005 warning"},
    ),
    ("letters on interests that nothing stops", BY_POST, {"MKT003 error"}),
    ("letters on interests that one can stop", BY_POST_WITH_WAY_OUT, {"RIG005 warning"}),
    (
        "letters on interests, and objection to them",
        BY_POST.replace(
            "object_direct_marketing: null", "object_direct_marketing: {unconditional: true}"
        ),
        set(),
    ),
    ("what the site shows, on interests", ON_SITE, {"RIG005 error"}),
    (
        "objection for another purpose",
        "rights: {object: {purposes: [newsletter]}}",
        {"RIG005 warning"},
    ),
    ("objection for this purpose", "rights: {object: {purposes: [security]}}", set()),
    (
        "objection to advertising apart, other objection in a list",
        "rights: {object: {placement: in_list}}",
        {"RIG006 warning"},
    ),
    (
        "objection to advertising in a list, other objection apart",
        "rights: {object_direct_marketing: {placement: in_list}}",
        set(),
    ),
    (
        "reasons for objection to advertising",
        "rights: {object_direct_marketing: {unconditional: null, conditions: [good reasons]}}",
        {"RIG007 error"},
    ),
    (
        "objection to advertising on interests, where it rests on consent",
        "rights: {object_direct_marketing: {limited_to: [legitimate_interests]}}",
        set(),
    ),
    (
        "objection to advertising on interests, where it rests on a sale",
        """
purposes:
  newsletter:
    legal_basis: [{basis: soft_opt_in}]
    marketing: {audience: [customers], own_similar_products: true, objection_at_collection: true}
rights: {object_direct_marketing: {limited_to: [legitimate_interests]}}
""",
        {"RIG007 warning"},
    ),
    (
        "no reasons, where there is no advertising",
        """
purposes: {newsletter: null}
rights: {object_direct_marketing: {unconditional: null, conditions: [good reasons]}}
""",
        set(),
    ),
    ("requests that wait", "rights: {exercise: {response: P2M}}", {"RIG008 warning"}),
    ("thirty-one days", "rights: {exercise: {response: P31D}}", set()),
    ("a right that waits", "rights: {access: {response: P3M}}", {"RIG008 warning"}),
    (
        "consent that is taken back, and what recipients hear",
        "rights: {withdraw_consent: {response: P6W}, notification_to_recipients: {response: P6W}}",
        set(),
    ),
    (
        "a copy of an identity card on doubt",
        "rights: {exercise: {identification: [{method: id_document_copy, when: on_doubt}]}}",
        set(),
    ),
    (
        "a copy of an identity card otherwise",
        "rights: {exercise: {identification: [{method: id_document_copy, when: otherwise}]}}",
        {"RIG009 info"},
    ),
    (
        "a price for further copies",
        "rights: {access: {fee: {first: free, further: charged}}}",
        set(),
    ),
    ("a price for erasure", "rights: {erasure: {fee: {first: charged}}}", {"RIG010 warning"}),
    ("only a telephone number", BY_PHONE, {"RIG011 warning"}),
    (
        "a telephone number, and the data protection officer's address",
        f"{BY_PHONE}dpo: {{status: appointed, email: dpo@plain-shop.example}}",
        set(),
    ),
    (
        "recipients that one only reaches",
        """
recipients:
  carrier: {kind: category, name: delivery service}
  payment_provider: {kind: category, name: payment provider}
  host: {kind: category, name: hosting company}
  mailer: {name: Instagram, relation: link, country: null, transfers: null, agreement: null}
rights: {notification_to_recipients: null}
""",
        {"RIG013 info"},
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_only_what_the_law_asks_to_tell_of_rights_is_found(
    what: str, patch: str, codes: set[str]
) -> None:
    """A right is missed where it exists, and one hole has one finding."""
    judged = ("RIG", "MKT003")
    assert {code for code in graded(patch) if code.startswith(judged)} == codes, what
