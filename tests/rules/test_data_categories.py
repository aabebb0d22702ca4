"""Data that the law treats with more care, and what may lie behind them that is not told."""

from __future__ import annotations

import pytest

from .conftest import found, graded

CONSENT = "{basis: consent, withdrawal: {how: [email], any_time: true}}"
CONTRACT = "{basis: contract}"
DUTCH = "shop: {country: NL}\ncontroller: {address: {country: NL}}\n"
GERMAN = "shop: {country: DE}\ncontroller: {address: {country: DE}}\n"


def used(category: str, *, basis: str = CONTRACT, kind: str = "other", group: str = "") -> str:
    """Return a patch with a purpose more that uses data of one kind."""
    told = f"source: data_subject, recipients: [host], retention: {{period: P1Y}}{group}"
    data = f"categories: [{category}], {told}"
    legal = f"legal_basis: [{basis}]" if basis else "legal_basis: []"
    return f"purposes: {{more: {{title: More, kind: {kind}, {legal}, data: [{{{data}}}]}}}}\n"


def given(categories: str, more: str = "") -> str:
    """Return a patch in which data come from others."""
    group = f"categories: [{categories}], source: third_party, recipients: [mailer]{more}"
    return f"purposes: {{newsletter: {{data: [{{{group}, retention: {{until: unsubscribe}}}}]}}}}\n"


def called(categories: str, *words: str) -> str:
    """Return a patch in which data are called something."""
    told = f"source: observed, recipients: [host], called: [{', '.join(words)}]"
    group = f"{{categories: [{categories}], retention: {{period: P9D}}, {told}}}"
    return f"purposes: {{security: {{data: [{group}]}}}}\n"


UNNAMED = "general: {data: [{unnamed: some data, source: third_party, source_named: true%s}]}\n"
SHARED = ", recipients: [payment_provider]"
NOT_PERSONAL = "claims: [{claim: browsing_not_personal%s}]\n"
PARENTS = "parental_consent: required"

SPECIAL = [
    ("a contract carries no health data", used("health"), {"DAT001 error"}),
    ("nothing is told that carries them", used("health", basis=""), {"DAT001 warning"}),
    ("consent may be meant to be explicit", used("health", basis=CONSENT), {"DAT001 warning"}),
    (
        "data of staff",
        used("health", group=", data_subjects: [employees]"),
        {"DAT001 warning"},
    ),
    ("a claim at law", used("health", kind="legal_claims"), {"DAT001 warning"}),
]

NUMBERS = [
    ("a national number by consent", used("national_number", basis=CONSENT), {"DAT005 error"}),
    ("no basis is told for it", used("national_number", basis=""), {"DAT005 warning"}),
    ("to log in, in Belgium", used("national_number", kind="account"), {"DAT005 warning"}),
    (
        "to log in, in the Netherlands",
        DUTCH + used("national_number", kind="account"),
        {"DAT005 error"},
    ),
    ("in a country whose law is not known", GERMAN + used("national_number"), {"DAT005 info"}),
]

SUSPECTS = [
    ("a Belgian shop against fraud", used("criminal", kind="fraud_prevention"), {"DAT009 warning"}),
    ("a Dutch one", DUTCH + used("criminal", kind="fraud_prevention"), {"DAT009 info"}),
    (
        "a Dutch one that shares them",
        DUTCH + used("criminal", kind="fraud_prevention").replace("[host]", "[payment_provider]"),
        {"DAT009 warning"},
    ),
    ("a Dutch one for something else", DUTCH + used("criminal"), {"DAT009 warning"}),
    ("a German one", GERMAN + used("criminal", kind="fraud_prevention"), {"DAT009 info"}),
    ("a dispute of its own", used("criminal", kind="legal_claims"), set()),
]

OTHERS = [
    ("from somebody", given("name, email"), {"DAT010 error"}),
    ("from somebody, it may be", given("name, email", ", when: possibly"), {"DAT010 error"}),
    (
        "from somebody, with leave of the person",
        given("name, email", ", when: only if you let them"),
        {"DAT010 warning"},
    ),
    ("of who gets a gift", given("gift_recipient"), {"DAT010 warning"}),
    (
        "of who gets a gift, as it is told",
        given("name, email", ", data_subjects: [gift_recipients]"),
        {"DAT010 warning"},
    ),
    ("the number of a company", given("company_number"), {"DAT010 warning"}),
    ("it is not said which data", UNNAMED % "", {"DAT011 error"}),
    (
        "nor which, with leave of the person",
        UNNAMED % ", when: with your leave",
        {"DAT011 warning"},
    ),
]

IMPERSONAL = [
    ("an address on the network", called("ip_address", "not_personal"), {"DAT003 error"}),
    ("only the browser", called("browser_info", "not_personal"), {"DAT003 info"}),
    ("called anonymous as well", called("ip_address", "not_personal", "anonymous"), set()),
    (
        "the sentence is about these data",
        called("ip_address", "not_personal") + NOT_PERSONAL % "",
        {"DAT003 error"},
    ),
    ("the sentence names no data", NOT_PERSONAL % "", {"DAT003 info"}),
    ("the sentence names them", NOT_PERSONAL % ", of: [cookie_id]", {"DAT003 error"}),
    ("it is about a purpose with them", NOT_PERSONAL % ", about: [security]", {"DAT003 error"}),
    ("it is about a purpose without", NOT_PERSONAL % ", about: [tax]", set()),
]

CHILDREN = [
    ("13, and the Netherlands", f"minors: [{{age: 13, {PARENTS}}}]", {"DAT007 warning"}),
    (
        "13, but only in Belgium",
        f"minors: [{{age: 13, {PARENTS}, when: in Belgium}}]",
        {"DAT007 info"},
    ),
    ("each country its own", f"minors: [{{age: 13, {PARENTS}}}, {{age: 16, {PARENTS}}}]", set()),
]

CASES = [*SPECIAL, *NUMBERS, *SUSPECTS, *OTHERS, *IMPERSONAL, *CHILDREN]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_what_a_law_may_allow_is_no_error(what: str, patch: str, codes: set[str]) -> None:
    """Where the register does not show that no law allows it, the doubt is told."""
    assert {code for code in graded(patch) if code.startswith("DAT")} == codes, what
    assert {code.split()[0] for code in codes} <= found(patch), "and so on a register of the shape"
