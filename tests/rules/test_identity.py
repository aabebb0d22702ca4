"""Who the controller is, and how to reach it: what is lawful, and what is only a lesser gap."""

from __future__ import annotations

from datetime import date

import pytest

from ..conftest import DAY
from .conftest import found, graded

NO_NUMBER = "company_number: null, vat_number: null, legal_form: null"
SWISS = """
shop: {country: CH, sells_to: [BE, NL]}
controller:
  company_number: null
  vat_number: null
  established_in_eea: false
  address: {street: Bahnhofstrasse 1, postcode: 8001, city: Zurich, country: CH}
"""
BRITISH = """
shop: {country: GB, sells_to: [BE, NL]}
controller:
  company_number: null
  vat_number: null
  established_in_eea: false
  address: {street: High Street 1, postcode: E1, city: London, country: GB}
"""
UNREACHABLE = """
controller: {email: null, phone: null, address: {street: null, postcode: null}}
rights: {exercise: {contact: null}}
"""
BY_EMAIL = "controller: {phone: null, address: null}\n"
PLUG_IN = """
recipients:
  host:
    name: Facebook
    vendor: facebook
    role: null
    country: IE
    agreement: null
    sub_processors: null
    own_purposes: null
    collects_itself: true
"""

CASES = [
    ("nobody is named", "controller: null", {"CTL001 error"}),
    (
        "those who decide together are named instead",
        """
controller: null
joint_controllers: [{name: One bv, essence: told}, {name: Two bv, essence: told}]
""",
        set(),
    ),
    ("a number stands for the name", "controller: {name: null}", {"CTL001 warning"}),
    (
        "only a trade name is given",
        f"controller: {{name: null, trade_names: [Plain Shop], {NO_NUMBER}}}",
        {"CTL002 warning", "BEL001 info"},
    ),
    (
        "the name of the shop tells the legal form",
        f"shop: {{name: Plain Shop B.V.}}\ncontroller: {{name: Plain Shop B.V., {NO_NUMBER}}}",
        {"BEL001 info"},
    ),
    (
        "a word that is a legal form elsewhere begins the name of the shop",
        f"shop: {{name: Sa Belle}}\ncontroller: {{name: Sa Belle, {NO_NUMBER}}}",
        {"CTL002 warning", "BEL001 info"},
    ),
    ("there is no way to reach it", UNREACHABLE, {"CTL003 error"}),
    (
        "only the representative can be reached",
        """
shop: {country: CH}
controller:
  email: null
  phone: null
  company_number: null
  vat_number: null
  address: {street: null, postcode: null, country: CH}
  representative: {name: Plain Representation, email: eu@plain-rep.example}
rights: {exercise: {contact: null}}
""",
        {"CTL003 warning"},
    ),
    ("e-mail is the only way", BY_EMAIL, {"CTL004 info"}),
    (
        "e-mail is the only way, and the telephone that to the DPO",
        f'{BY_EMAIL}dpo: {{status: appointed, phone: "+32 9 765 43 21"}}',
        set(),
    ),
    (
        "e-mail is the only way, also to the DPO",
        f"{BY_EMAIL}dpo: {{status: appointed, email: dpo@plain-shop.example}}",
        {"CTL004 info"},
    ),
    (
        "a joint controller is named, and nothing more",
        "joint_controllers: [{recipient: payment_provider}]",
        {"CTL005 error"},
    ),
    (
        "a joint controller is named with a contact",
        "joint_controllers: [{recipient: payment_provider, contact: {email: a@b.example}}]",
        {"CTL005 warning"},
    ),
    (
        "what is settled with a joint controller stands at the recipient",
        """
joint_controllers: [{recipient: payment_provider}]
recipients:
  payment_provider:
    agreement: [{kind: joint_controller_arrangement, covers: [security]}]
""",
        set(),
    ),
    (
        "the reader is led to the statement of the joint controller",
        "recipients: {payment_provider: {role: joint_controller, policy: https://pay.example/}}",
        {"CTL005 warning"},
    ),
    (
        "the representative can be reached by an entry of the same name",
        """
controller: {representative: {name: Plain Representation}}
contacts: [{name: Plain Representation, email: eu@plain-rep.example}]
""",
        set(),
    ),
    (
        "the representative is a recipient with an address",
        """
controller: {representative: {name: Plain Representation, recipient: host}}
recipients: {host: {address: {street: Wetstraat 1, city: Brussel, country: BE}}}
""",
        set(),
    ),
    (
        "a representative without a name cannot be reached by a contact without one",
        "controller: {representative: {role: representative}}\ncontacts: [{email: a@b.example}]",
        {"CTL007 error"},
    ),
    ("a shop in Switzerland has no representative", SWISS, {"CTL006 error"}),
    (
        "a shop in Switzerland has one",
        SWISS + "  representative: {name: Plain Representation, email: eu@plain-rep.example}\n",
        set(),
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_only_what_is_missing_is_found(what: str, patch: str, codes: set[str]) -> None:
    """What stands elsewhere is not missing, and what is told in part is a lesser gap."""
    families = ("CTL", "BEL001")
    assert {code for code in graded(patch) if code.startswith(families)} == codes, what


@pytest.mark.parametrize(
    ("day", "is_asked"),
    [
        (date(2020, 12, 31), False),  # the transition: the law of the Union applies
        (date(2021, 1, 1), True),  # the bridge frees transfers alone
        (date(2021, 6, 28), True),
        (DAY, True),
    ],
)
def test_a_british_shop_needs_a_representative_since_the_end_of_the_transition(
    day: date, *, is_asked: bool
) -> None:
    """The bridge of the trade agreement kept data flowing, and nobody in the Union."""
    assert ("CTL006" in found(BRITISH, as_of=day)) is is_asked


def test_who_sells_to_britain_alone_needs_no_representative_in_the_union() -> None:
    """Not even while the bridge lasted."""
    patch = SWISS.replace("[BE, NL]", "[CH, GB]")
    assert "CTL006" not in found(patch, as_of=date(2021, 3, 1))


@pytest.mark.parametrize(
    ("day", "is_likely"), [(date(2018, 9, 1), False), (date(2019, 7, 29), True), (DAY, True)]
)
def test_a_plug_in_makes_joint_controllers_since_the_judgment(
    day: date, *, is_likely: bool
) -> None:
    """Before C-40/17 nobody could be blamed for not knowing."""
    assert ("CTL005" in found(PLUG_IN, as_of=day)) is is_likely
