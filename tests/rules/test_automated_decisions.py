"""Decisions by machines, and profiles: what of them has to be told."""

from __future__ import annotations

import pytest

from .conftest import graded

DECIDED = "automated_decisions: {{status: {status}, decisions: [{{what: a refusal, {told}}}]}}\n"
USED = DECIDED.replace("{status}", "used")
DENIED = DECIDED.replace("{status}", "none")
CLAIMED = "claims: [{{claim: no_automated_decisions, {limit}}}]\n"
EXPLAINED = "logic: unpaid orders are counted, consequence: one pays in advance"
SAFE = "safeguards: [contest], ground: contract"
KLARNA = "recipients: {payment_provider: {name: Klarna, vendor: klarna, country: SE}}\n"
CHECK = """
purposes:
  orders:
    recipients: [payment_provider]
    data:
      - categories: [name, credit_check]
        data_subjects: [customers]
        source: [data_subject, third_party]
        source_words: the provider
        source_named: true
        retention: {until: order_completed}
        recipients: [host]
"""

CASES = [
    ("who decides is not said", USED.format(told="by: controller"), {"ADM001 info"}),
    (
        "who decides is not said, and it is no machine",
        DENIED.format(told="by: controller"),
        set(),
    ),
    (
        "a person decides",
        USED.format(told="by: controller, automated: 'no'"),
        set(),
    ),
    (
        "no machine decides, it is said, and one does",
        DENIED.format(told=f"automated: 'yes', {SAFE}"),
        {"ADM001 warning"},
    ),
    (
        "no machine decides, it is claimed, and one does",
        USED.format(told=f"automated: 'yes', {EXPLAINED}, {SAFE}") + CLAIMED.format(limit=""),
        {"ADM001 warning"},
    ),
    (
        "no machine decides on the newsletter, it is claimed, and one does on orders",
        USED.format(told=f"automated: 'yes', purposes: [orders], {EXPLAINED}, {SAFE}")
        + CLAIMED.format(limit="about: [newsletter]"),
        set(),
    ),
    (
        "no machine decides in one case, it is claimed, and one does",
        USED.format(told=f"automated: 'yes', {EXPLAINED}, {SAFE}")
        + CLAIMED.format(limit="when: one pays in advance"),
        set(),
    ),
    (
        "a provider of credit checks, and whether by machine is not said",
        KLARNA + USED.format(told="by: payment_provider"),
        {"ADM001 warning"},
    ),
    ("a provider of credit", f"{KLARNA}automated_decisions: null", {"ADM001 info"}),
    (
        "a provider of credit hears of a check, as the whole purpose does",
        f"{KLARNA}{CHECK}automated_decisions: null",
        {"ADM001 warning"},
    ),
    ("a provider of credit, and the shop lets no machine decide", KLARNA, set()),
    (
        "a machine decides, and nothing tells how",
        USED.format(told=f"automated: 'yes', consequence: one pays in advance, {SAFE}"),
        {"ADM002 error"},
    ),
    (
        "a machine decides, and what that means is not known",
        USED.format(told="automated: 'yes', purposes: [orders]"),
        {"ADM002 warning"},
    ),
    (
        "a machine decides, and nothing tells who looks again",
        USED.format(told=f"automated: 'yes', purposes: [orders], {EXPLAINED}"),
        {"ADM002 warning"},
    ),
    (
        "a machine of another decides",
        USED.format(told="automated: 'yes', by: carrier"),
        set(),
    ),
    (
        "a machine decides that works on the shop's orders",
        USED.format(told=f"automated: 'yes', by: host, {SAFE}"),
        {"ADM002 error"},
    ),
    ("machines decide", "automated_decisions: {status: used}", {"ADM002 error"}),
    (
        "machines decide, and a profile is told of",
        """
automated_decisions: {status: used}
purposes: {newsletter: {profiling: {effect: you see other goods first}}}
""",
        {"ADM002 warning"},
    ),
    (
        "a profile is made, and what it changes is not told",
        "purposes: {newsletter: {profiling: {content: interests}}}",
        {"ADM003 warning"},
    ),
    (
        "profiles of nobody in particular",
        """
purposes: {security: {kind: profiling, data: [{categories: [age], called: aggregated}]}}
""",
        set(),
    ),
    ("a price for one person", "claims: [{claim: personalised_price}]", {"ADM004 warning"}),
    ("a machine that answers", "claims: [{claim: ai_chatbot}]", {"ADM005 info"}),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_only_what_is_not_told_of_machines_is_found(what: str, patch: str, codes: set[str]) -> None:
    """A denial and a decision are held together, and each thing is said once."""
    assert {code for code in graded(patch) if code.startswith("ADM")} == codes, what
