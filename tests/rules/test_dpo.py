"""The data protection officer: silence, a missing address, and who has to have one."""

from __future__ import annotations

import pytest

from .conftest import graded

HEALTH = """
purposes:
  security:
    data:
      - categories: [health]
        source: data_subject
        retention: {period: P90D}
        recipients: [host]
        legal_basis: [{basis: consent, article_9: explicit_consent, explicit: true}]
"""

CASES = [
    ("nothing is said", "dpo: null", {"DPO001 warning"}),
    (
        "nothing is said, and somebody answers questions on privacy",
        "dpo: null\ncontroller: {privacy_contact: {name: An, email: an@plain-shop.example}}",
        {"DPO001 info"},
    ),
    ("a name alone", "dpo: {status: appointed, name: Anna Peeters}", {"DPO002 error"}),
    (
        "the address stands at another entry of the same name",
        """
dpo: {status: appointed, name: Anna Peeters}
contacts: [{name: Anna Peeters, email: dpo@plain-shop.example}]
""",
        set(),
    ),
    (
        "the address stands at another entry that names the office",
        """
dpo: {status: appointed}
controller: {privacy_contact: {role: DPO, email: dpo@plain-shop.example}}
""",
        set(),
    ),
    (
        "the officer of somebody else can be reached",
        """
dpo: {status: appointed}
contacts: [{role: DPO, recipient: host, email: dpo@plain-hosting.example}]
""",
        {"DPO002 error"},
    ),
    ("data on health are used", HEALTH, {"DPO003 warning"}),
    (
        "the statement says why none is appointed",
        f"{HEALTH}dpo: {{reason: few such data}}",
        {"DPO003 info"},
    ),
    (
        "data on health are named to tell what special data are",
        "general: {data: [{categories: [health], called: personal}]}",
        set(),
    ),
    (
        "another party keeps the data on health",
        HEALTH.replace("source:", "held_by: payment_provider\n        source:"),
        set(),
    ),
    (
        "the data on health are those of staff",
        HEALTH.replace("source:", "data_subjects: [employees]\n        source:"),
        set(),
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_only_a_true_gap_is_found(what: str, patch: str, codes: set[str]) -> None:
    """The officer is asked for where the shop itself uses such data, and once."""
    assert {code for code in graded(patch) if code.startswith("DPO")} == codes, what
