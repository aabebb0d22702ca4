"""Legitimate interests: when one has to be named, and when none can carry what is done."""

from __future__ import annotations

import pytest

from .conftest import found, graded

BARE = "{basis: legitimate_interests}"
NAMED = "{basis: legitimate_interests, interest: to stop attacks on the site, whose: [controller]}"
IN_CASES = "{basis: legitimate_interests, when: in some cases}"
ON_CONTRACT = "purposes: {security: {legal_basis: [{basis: contract}]}}\n"
ON_NOTHING = "purposes: {security: {legal_basis: null}}\n"
WITHDRAWN = "withdrawal: {how: [cookie_tool], any_time: true}"


def of(basis: str) -> str:
    """Return a patch in which the purpose of security rests on something."""
    return f"purposes: {{security: {{legal_basis: [{basis}]}}}}\n"


def general(*bases: str) -> str:
    """Return a patch with bases for everything."""
    return f"general: {{legal_basis: [{', '.join(bases)}]}}\n"


def cookie(kind: str, more: str = "") -> str:
    """Return a patch with a cookie on legitimate interests."""
    item = f"{{kind: {kind}, party: first, purpose: know, legal_basis: [{NAMED}]}}"
    return f"cookies: {{items: [{item}]{more}}}\n"


DUTCH = "shop: {country: NL}\ncontroller: {address: {country: NL}}\n"

CASES = [
    ("no interest is named", of(BARE), {"LIN001 error"}),
    ("another of the purpose is", of(f"{BARE}, {NAMED}"), set()),
    ("what is said for everything is all there is", ON_NOTHING + general(BARE), {"LIN001 error"}),
    (
        "it names an interest beside it",
        ON_NOTHING + general(BARE, NAMED),
        set(),
    ),
    ("it speaks of some cases", ON_NOTHING + general(IN_CASES), {"LIN001 warning"}),
    ("it lists the bases, and each purpose tells its own", ON_CONTRACT + general(BARE), set()),
    ("it lists the bases, and a purpose names the interest", general(BARE), set()),
    (
        "data are passed on for an interest that is not named",
        f"purposes: {{orders: {{recipients: [{{to: carrier, legal_basis: [{BARE}]}}]}}}}",
        {"LIN001 error"},
    ),
    (
        "a recipient leans on interests of its own",
        f"recipients: {{payment_provider: {{legal_basis: [{BARE}]}}}}",
        set(),
    ),
    ("advertising", cookie("marketing"), {"LIN003 error"}),
    ("measuring in Belgium", cookie("analytics"), {"LIN003 error"}),
    ("measuring in the Netherlands", DUTCH + cookie("analytics"), set()),
    (
        "measuring by a shop with a seat in both",
        cookie("analytics") + "shop: {country: NL}\n",
        {"LIN003 error"},
    ),
    (
        "consent is told elsewhere",
        cookie("marketing", f", {WITHDRAWN}"),
        {"LIN003 warning"},
    ),
    (
        "consent is asked with a tool",
        cookie("marketing", f", {WITHDRAWN}, consent: [{{mechanism: cookie_tool}}]"),
        set(),
    ),
    ("what may be more than asked for", cookie("functional"), {"LIN003 info"}),
    ("private use", "claims: [{claim: household_exemption}]", {"LIN004 error"}),
    (
        "private use of what comes by one way",
        "claims: [{claim: household_exemption, when: sent to our own account}]",
        {"LIN004 error"},
    ),
    (
        "private use, but not of what is about orders",
        "claims: [{claim: household_exemption, except: messages about the shop}]",
        {"LIN004 info"},
    ),
]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_an_interest_is_asked_for_where_one_carries_something(
    what: str, patch: str, codes: set[str]
) -> None:
    """A list of bases carries nothing, and no interest carries what needs consent."""
    assert {code for code in graded(patch) if code.startswith("LIN")} == codes, what
    assert {code.split()[0] for code in codes} <= found(patch), "and so on a register of the shape"
