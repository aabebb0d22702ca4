"""Who receives data, and in which role: what is lawful, and what nobody may overlook."""

from __future__ import annotations

import pytest

from .conftest import graded

NOBODY = """
purposes:
  newsletter: null
  tax: null
  security: null
  orders:
    data:
      - categories: [name, address, email, order_data]
        data_subjects: [customers]
        source: data_subject
        retention: {period: P2Y, from: delivery}
"""
ONLY_AUTHORITY = (
    "recipients: {carrier: null, payment_provider: null, host: null, mailer: null}\n"
    f"{NOBODY}general: {{recipients: [tax_authority]}}\n"
)
SILENT = f"recipients: null\n{NOBODY}"

MISSING = [
    ("nobody is named", SILENT, {"REC001 error"}),
    ("nobody gets data, it is said", f"{SILENT}claims: [{{claim: no_sharing}}]\n", set()),
    (
        "nobody, but for what a law asks",
        f"{SILENT}claims: [{{claim: no_sharing, except: a law obliges us}}]\n",
        {"REC001 warning"},
    ),
    (
        "nobody gets the data of newsletters",
        f"{SILENT}claims: [{{claim: no_sharing, about: [orders], of: [email]}}]\n",
        {"REC001 warning"},
    ),
    ("only an authority is named", ONLY_AUTHORITY, {"REC001 warning"}),
]


def _kind(told: str, where: str = "general: {recipients: [others]}") -> str:
    """Return a patch with a category of recipients."""
    return f"recipients: {{others: {{kind: category, {told}}}}}\n{where}\n"


SERVED = "purposes: {orders: {recipients: [others]}}"
WIDE = [
    ("third parties", _kind("name: third parties"), {"REC002 warning"}),
    ("external service providers", _kind("name: onze externe dienstverleners"), {"REC002 warning"}),
    ("the name tells what they do", _kind("name: parcel services"), set()),
    ("the name tells their sector", _kind("name: banken"), set()),
    ("partners, and what they do", _kind("name: partners, does: pack"), {"REC002 info"}),
    ("partners, for orders", _kind("name: partners", SERVED), set()),
    ("called third parties", _kind("name: derden, role: third_party", SERVED), {"REC002 warning"}),
    ("only in a case that is told", _kind("name: derden, when: you ask for it"), set()),
]

HOST = "recipients: {host: {%s}}\n"
GOOGLE = "name: Google Analytics, vendor: google-analytics, country: IE, transfers: "
TO_US = "[{country: US, safeguard: dpf, importer: Google LLC}]"
KLARNA = "name: Klarna, vendor: klarna, country: SE, agreement: null"
ROLES = [
    ("a processor uses the data itself", HOST % "own_purposes: true", {"REC007 error"}),
    ("nobody says in which role", HOST % "role: null, own_purposes: true", {"REC007 warning"}),
    (
        "a bank decides itself, as is known",
        HOST % f"{KLARNA}, role: null, own_purposes: true, sub_processors: null",
        set(),
    ),
    (
        "a bank may engage whom it likes",
        HOST % f"{KLARNA}, role: null, sub_processors: {{allowed: any, same_duties: null}}",
        set(),
    ),
    (
        "a processor may engage whom it likes",
        HOST % "sub_processors: {allowed: any, same_duties: null}",
        {"REC008 warning"},
    ),
    (
        "a carrier is called a processor",
        HOST % "name: bpost, vendor: bpost, sub_processors: null",
        {"REC005 warning"},
    ),
    (
        "a processor has no contract, and is known to be one",
        HOST % f"{GOOGLE}{TO_US}, role: null, agreement: [{{kind: absent}}]",
        {"REC006 warning"},
    ),
    (
        "software on the shop's own server needs none",
        HOST % "self_hosted: true, agreement: [{kind: absent}], sub_processors: null",
        set(),
    ),
]


@pytest.mark.parametrize(("what", "patch", "expected"), [*MISSING, *WIDE, *ROLES])
def test_recipients_are_judged_by_what_is_told_of_them(
    what: str, patch: str, expected: set[str]
) -> None:
    """A name that tells what somebody does is enough; what is only known is never an error."""
    assert what
    assert graded(patch) == expected
