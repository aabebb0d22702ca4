"""Sentences that contradict each other, and those that only seem to."""

from __future__ import annotations

import pytest

from .conftest import graded, raised


def _claim(told: str) -> str:
    return f"claims: [{{claim: {told}}}]\n"


INSIDE = "recipients: {carrier: {country: BE, transfers: null}, mailer: {%s}}\n"
SENT_ON = "transfers: [{country: IN, safeguard: bcr, copy: link, by_recipient: true}]"
CONTROLLER = "role: controller, agreement: null"
EEA = [
    ("data stay, and go to India and Japan", _claim("data_in_eea"), {"CST001 error"}),
    ("those of the host stay", _claim("data_in_eea, about: [host]"), set()),
    ("those of the mailer stay", _claim("data_in_eea, about: [mailer]"), {"CST001 error"}),
    ("those of the newsletter stay", _claim("data_in_eea, about: [newsletter]"), {"CST001 error"}),
    ("those of the site stay", _claim("data_in_eea, about: [security]"), set()),
    ("in most cases", _claim("data_in_eea, when: in most cases"), set()),
    ("with an exception", _claim("data_in_eea, except: newsletters"), set()),
    ("invoices stay", _claim("data_in_eea, of: [invoice_data]"), set()),
    (
        "partners are inside, and one of them sends data out",
        INSIDE % f"country: IE, {CONTROLLER}, {SENT_ON}" + _claim("partners_in_eea"),
        set(),
    ),
    (
        "data stay, and a controller inside sends them out",
        INSIDE % f"country: IE, {CONTROLLER}, {SENT_ON}" + _claim("data_in_eea"),
        {"CST001 warning"},
    ),
    (
        "partners are inside, and one keeps data in India",
        INSIDE % "country: IE, transfers: [{country: IN, safeguard: bcr, copy: link}]"
        + "storage: [{place: IN, by: mailer}]\n"
        + _claim("partners_in_eea"),
        set(),
    ),
    (
        "data stay, and an American company keeps them in Germany",
        INSIDE % "country: US, transfers: null"
        + "storage: [{place: DE, by: mailer}]\n"
        + _claim("data_in_eea"),
        {"TRF002 warning"},
    ),
    (
        "nothing leaves, it is said of everybody",
        "general: {transfers: [{status: excluded}]}",
        {"CST001 error"},
    ),
    (
        "nothing goes to the United States",
        "general: {transfers: [{status: excluded, country: US}]}",
        set(),
    ),
]

HOUSE = "recipients: {carrier: {role: processor}, payment_provider: {role: processor}}\n"
NO_ROLE = "recipients: {carrier: {role: null}, payment_provider: {role: null}}\n"
PLAYED = "recipients: {carrier: {collects_itself: true}, payment_provider: {role: processor}}\n"
SHARING = [
    ("third parties get data", _claim("no_sharing"), {"CST003 error"}),
    ("only processors do", HOUSE + _claim("never_to_third_parties"), {"CST003 info"}),
    ("nobody is a recipient, but processors", HOUSE + _claim("no_recipients"), {"CST003 warning"}),
    ("roles are not told", NO_ROLE + _claim("no_sharing"), {"CST003 warning"}),
    ("somebody collects on the site", PLAYED + _claim("no_sharing"), {"CST003 warning"}),
    ("but those who deliver", _claim("no_sharing, except: those who deliver"), set()),
    ("if you do not ask for it", _claim("no_sharing, when: you do not ask for it"), set()),
    ("orders are not shared", _claim("no_sharing, about: [orders]"), {"CST003 error"}),
    ("addresses of readers are not", _claim("no_sharing, about: [newsletter]"), {"CST003 info"}),
    ("telephone numbers are not", _claim("no_sharing, of: [phone]"), set()),
    ("addresses are not", _claim("no_sharing, of: [address]"), {"CST003 error"}),
    ("the carrier does not", _claim("never_to_third_parties, about: [carrier]"), set()),
    (
        "addresses are not, and go to the carrier in a case that is told",
        """
recipients: {tax_authority: null}
purposes:
  tax: null
  orders:
    data:
      - categories: [name, address, email]
        source: data_subject
        retention: {period: P2Y, from: delivery}
        recipients: [{to: carrier, when: you want it brought}, host]
      - categories: [payment_method]
        source: data_subject
        retention: {until: order_completed}
        recipients: [payment_provider]
"""
        + _claim("no_sharing, of: [address]"),
        {"CST003 info"},
    ),
]

TWICE = """
purposes:
  orders:
    data:
      - categories: [%s]
        source: data_subject
        retention: {until: order_completed}
        recipients: [%s]
      - categories: [phone, payment_method]
        source: data_subject
        retention: {until: order_completed}
        recipients: []
"""
DENIED = [
    ("a third party gets it", TWICE % ("name, phone", "carrier"), {"CST009 error"}),
    ("a processor does", TWICE % ("name, phone", "host"), {"CST009 info"}),
    ("an authority does", TWICE % ("name, phone", "tax_authority"), {"CST009 info"}),
    (
        "it gets the name only",
        TWICE % ("name, phone", "{to: carrier, categories: [name]}"),
        set(),
    ),
    ("in a case", TWICE % ("name, phone", "{to: carrier, when: it is late}"), set()),
    ("a number of some", TWICE % ("name, {is: phone, when: it is given}", "carrier"), set()),
]

PLACE = """
purposes:
  security:
    data:
      - {categories: [ip_address, location_coarse], source: observed, %s,
         retention: {period: P90D, from: collection, bound: at_most}}
"""
NEVER = _claim("no_location_tracking")
GOT = "recipients: [host]"
LOCATED = [
    ("a region is used", PLACE % GOT + NEVER, {"CST002 error"}),
    ("by somebody else", PLACE % f"held_by: carrier, {GOT}" + NEVER, set()),
    ("in figures of all", PLACE % f"called: aggregated, {GOT}" + NEVER, set()),
    ("without consent", PLACE % GOT + _claim("no_location_tracking, when: you say no"), set()),
]

CARD = """
purposes:
  orders:
    data:
      - {categories: [name, bank_account], source: data_subject, recipients: [carrier]%s}
  security:
    data:
      - {categories: [ip_address], source: observed, recipients: [host],
         retention: {period: P90D, from: collection, bound: at_most}}
"""
KEPT = ", retention: {until: order_completed}"
STORED = _claim("no_payment_data_stored")
PAID = [
    ("kept until the order is done", CARD % KEPT + STORED, {"CST007 warning"}),
    (
        "not kept in another purpose",
        CARD % KEPT + _claim("no_payment_data_stored, about: [security]"),
        set(),
    ),
    ("staff are paid", CARD % f"{KEPT}, data_subjects: [employees]" + STORED, set()),
]

LIST = """
general:
  data_is_list: true
  data: [{categories: [%s]}]
"""
REST = "order_data, payment_method, invoice_data, ip_address, log_data"
LISTED = [
    ("all are listed", LIST % f"name, address, email, {REST}", set()),
    ("some under one word", LIST % f"contact_details, {REST}", set()),
    ("one is not", LIST % f"contact_details, {REST}".replace(", log_data", ""), {"CST008 info"}),
]

VISITS = """
purposes:
  security:
    kind: analytics
    legal_basis: [{basis: consent, collected: cookie_tool, withdrawal: {how: [cookie_tool],
      any_time: true, earlier_processing_stays_lawful: true}}]
    data:
      - {categories: [%s], source: observed, recipients: [host],
         retention: {period: P90D, from: collection, bound: at_most}}
cookies: {analytics: [{tool: host, ip_truncated: %s}]}
"""
ANONYMOUS = _claim("analytics_anonymous")
COUNTED = [
    ("an address is kept", VISITS % ("ip_address", "false") + ANONYMOUS, {"CST004 error"}),
    ("an address is shortened", VISITS % ("ip_address", "true") + ANONYMOUS, set()),
    ("and a cookie is read", VISITS % ("cookie_id", "true") + ANONYMOUS, {"CST004 error"}),
]

TO = "rights: {exercise: {contact: [{email: %s}]}}\n"
FOREIGN = [
    ("another company's", TO % "info@andermans-spullen.example", {"CST006 warning"}),
    ("a name in the statement", TO % "rechten@plainhosting.example", set()),
    ("an address anybody can have", TO % "someone@gmail.com", set()),
    ("under the shop's domain", TO % "rights@mail.plain-shop.example", set()),
    (
        "a name tells whose",
        "rights: {exercise: {contact: [{email: x@else.example, name: Else}]}}",
        set(),
    ),
    (
        "the shop writes from elsewhere",
        "controller: {email: me@andermans-spullen.example}\n" + TO % "me@andermans-spullen.example",
        set(),
    ),
    (
        "the representative has it",
        "controller: {representative: {name: R, email: eu@else.example}}\n"
        + TO % "post@else.example",
        set(),
    ),
]


@pytest.mark.parametrize(
    ("what", "patch", "expected"),
    [*EEA, *SHARING, *DENIED, *LOCATED, *PAID, *LISTED, *COUNTED, *FOREIGN],
)
def test_a_contradiction_is_of_the_same_data_and_people(
    what: str, patch: str, expected: set[str]
) -> None:
    """What is said of some data, cases or people does not contradict what is said of others."""
    assert what
    assert graded(patch) == expected


def test_an_address_that_was_written_down_as_a_fault_is_told_once() -> None:
    """Whoever reads the statement has seen it."""
    patch = TO % "info@andermans-spullen.example" + "faults: [{fault: foreign}]\n"
    ((card, flag),) = raised(patch)
    assert (card.code, flag.where) == ("CST006", ("faults", 0, "fault"))


def test_payment_data_that_are_only_used_are_likely_kept() -> None:
    """Where no storage is told, the promise may hold."""
    raised_on = {card.code: flag.certainty for card, flag in raised(CARD % "" + STORED)}
    assert raised_on["CST007"] is not None
    ((_, flag),) = raised(CARD % KEPT + STORED)
    assert flag.certainty is None
