"""What data are used for: which words say enough, and which data need no purpose of their own."""

from __future__ import annotations

import pytest

from .conftest import graded

COUNTING = "kind: analytics, legal_basis: null"

CASES = [
    ("no purpose is named", "purposes: null", {"PUR001 error"}),
    ("a purpose says nothing", "purposes: {security: {vague: true}}", {"PUR002 warning"}),
    (
        "what says nothing is done with anonymous data",
        f"""
purposes:
  security:
    {{vague: true, {COUNTING}, data: [{{categories: [visit_duration], called: anonymous}}]}}
""",
        set(),
    ),
    (
        "what says nothing is done with IP addresses that are called anonymous",
        f"""
purposes:
  security: {{vague: true, {COUNTING}, data: [{{categories: [ip_address], called: anonymous}}]}}
""",
        {"PUR002 warning"},
    ),
    ("nothing says which data", "purposes: {security: {data: null}}", {"PUR003 info"}),
    (
        "an authority decides which data",
        "purposes: {security: {kind: legal_requests, data: null}}",
        set(),
    ),
    (
        "which data is told at who receives them",
        """
recipients: {host: {categories: [log_data]}}
purposes: {security: {data: null, recipients: [host]}}
""",
        set(),
    ),
    (
        "the one purpose has the one list of data",
        """
purposes: {orders: {data: null}, newsletter: null, tax: null, security: null}
general: {data: [{categories: [name, address, order_data], source: data_subject}]}
""",
        set(),
    ),
    (
        "data serve no purpose",
        "general: {data: [{categories: [date_of_birth]}]}",
        {"PUR004 warning"},
    ),
    (
        "data may serve the purpose that names none",
        """
purposes: {security: {data: [{unnamed: certain data}]}}
general: {data: [{categories: [date_of_birth]}]}
""",
        {"PUR003 info", "PUR004 info"},
    ),
    (
        "contact details stand for what the purposes name one by one",
        "general: {data: [{categories: [contact_details]}]}",
        set(),
    ),
    (
        "purposes name contact details",
        """
purposes: {orders: {data: [{categories: [contact_details, order_data]}]}}
general: {data: [{categories: [phone]}]}
""",
        set(),
    ),
    (
        "what data are passed on for is told beside them",
        "general: {data: [{categories: [date_of_birth], recipients: [{to: host, for: a check}]}]}",
        set(),
    ),
    (
        "what data are kept for is told where storage is told",
        """
general:
  data: [{categories: [date_of_birth]}]
  retention: {period: P1Y, of: [date_of_birth], for: a check of age}
""",
        set(),
    ),
    (
        "a processor holds the data that serve no purpose",
        "general: {data: [{categories: [date_of_birth], held_by: host}]}",
        {"PUR004 warning"},
    ),
    (
        "somebody else has the data that serve no purpose",
        "general: {data: [{categories: [date_of_birth], held_by: payment_provider}]}",
        set(),
    ),
    ("any other purpose", "claims: [{claim: any_other_purpose}]", {"PUR005 error"}),
    (
        "any other purpose, possibly",
        "claims: [{claim: any_other_purpose, when: possibly}]",
        {"PUR005 error"},
    ),
    (
        "any other purpose, after people were told",
        "claims: [{claim: any_other_purpose, when: people were told}]",
        {"PUR005 info"},
    ),
    (
        "what a recipient may do for itself",
        """
recipients: {host: {own_purposes: true}}
claims: [{claim: any_other_purpose, about: [host]}]
""",
        set(),
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_only_a_true_gap_is_found(what: str, patch: str, codes: set[str]) -> None:
    """What is told in another place, or decided by others, is no gap."""
    assert {code for code in graded(patch) if code.startswith("PUR")} == codes, what
