"""How long data are kept: where it is told, where it is not, and where it is told twice."""

from __future__ import annotations

from datetime import date

import pytest

from privlint.knowledge.facts import Knowledge
from privlint.register import Register
from privlint.register.build import build
from privlint.rules.retention import retention_contradiction
from privlint.source.reader import read

from ..conftest import DAY, SMALL
from .conftest import found, graded, raised

CONSENT = "{basis: consent, withdrawal: {how: [email], any_time: true}}"
GROUP = "categories: [name, email], source: data_subject, recipients: [mailer]"
OF_ORDERS = "source: data_subject, data_subjects: [customers], recipients: [host]"
SILENT = f"purposes: {{newsletter: {{data: [{{{GROUP}}}]}}}}\n"
COUNTING = f"kind: analytics, legal_basis: [{CONSENT}]"
LIST = "categories: [name, email], source: data_subject, recipients: []"
TOLD = "retention: {until: unsubscribe}"
BLOCKED = LIST.replace("name, email", "suppression_list")


def kept(retention: str, categories: str = "name, email") -> str:
    """Return a patch in which the data of the newsletter are kept as told."""
    group = f"categories: [{categories}], source: data_subject, recipients: [mailer]"
    return f"purposes: {{newsletter: {{data: [{{{group}, retention: {retention}}}]}}}}\n"


def of_orders(*groups: str) -> str:
    """Return a patch in which the data of orders stand in groups, kept as each tells."""
    told = ", ".join(f"{{{OF_ORDERS}, {group}}}" for group in groups)
    return f"purposes: {{orders: {{recipients: [carrier, payment_provider], data: [{told}]}}}}\n"


def beside(purpose: str, retention: str | None = None) -> str:
    """Return a patch with one purpose more, whose data are kept as told, or it is not told how."""
    end = f", retention: {retention}" if retention else ""
    group = f"categories: [name, email], source: data_subject, recipients: [host]{end}"
    return f"purposes: {{more: {{title: More, {purpose}, data: [{{{group}}}]}}}}\n"


def paid(claim: str) -> str:
    """Return a patch with payments of which no period is told, and a claim on them."""
    card = "categories: [credit_card], source: data_subject, recipients: [payment_provider]"
    purpose = f"title: Pay, kind: payment, legal_basis: [{{basis: contract}}], data: [{{{card}}}]"
    claims = f"claims: [{{claim: no_payment_data_stored{claim}}}]\n"
    return f"purposes: {{pay: {{{purpose}}}}}\n{claims}"


def messages(code: str, patch: str, as_of: date = DAY) -> list[str]:
    """Return what a rule says of `plain.yaml` with a patch laid over it."""
    return [flag.message for card, flag in raised(patch, as_of=as_of) if card.code == code]


def dutch(patch: str) -> str:
    """Return the patch for a shop in the Netherlands."""
    return f"{patch}shop: {{country: NL}}\n"


POLICE = "title: Hand over what the police asks for, kind: legal_requests"
LAW = "legal_basis: [{basis: legal_obligation, law: code of criminal procedure}]"
AT_ONCE = "{period: P2Y, from: delivery}"
FOR_ALL = "general: {retention: {period: P2Y, from: last_contact}}\n"
TABLE = f"general: {{data: [{{{LIST}, retention: {AT_ONCE}}}]}}\n"
IN_CASE = "{period: P1Y, when: guests}"
OFF = "rights: {erasure: {suppression_list: true, cite: {section: 9}}}\n"
AWAY = f"more: {{title: Do not write again, kind: other, legal_basis: [{CONSENT}]"

UNTOLD = [
    ("no period is told", SILENT, {"RET001 error"}),
    ("one is told for everything", f"{SILENT}{FOR_ALL}", set()),
    ("one is told where the data are listed", f"{SILENT}{TABLE}", set()),
    ("it is told of other data", SILENT + TABLE.replace("name, email", "age"), {"RET001 error"}),
    (
        "an authority asks for what is there",
        f"purposes: {{more: {{{POLICE}, {LAW}}}}}",
        set(),
    ),
    ("it asks for data of its own", beside(f"kind: legal_requests, {LAW}"), {"RET001 error"}),
    (
        "people who must be left alone are listed",
        f"purposes: {{{AWAY}, data: [{{{LIST}}}], cite: {{section: 9}}}}}}\n{OFF}",
        {"RET001 info"},
    ),
    (
        "such a list is named",
        f"purposes: {{{AWAY}, data: [{{{LIST.replace('name', 'suppression_list')}}}]}}}}",
        {"RET001 info"},
    ),
    (
        "such a list stands beside data whose period is told",
        f"purposes: {{newsletter: {{data: [{{{GROUP}, {TOLD}}}, {{{BLOCKED}}}]}}}}",
        set(),
    ),
    (
        "data of others are told, and not those of the shop",
        of_orders(
            f"categories: [name, order_data], retention: {AT_ONCE}",
            "categories: [profile], called: anonymous, retention: {period: P1Y}",
            "categories: [profile]",
        ),
        {"RET001 warning"},
    ),
    (
        "another passage puts people on a list",
        f"purposes: {{{AWAY}, data: [{{{LIST}}}], cite: {{section: 8}}}}}}\n{OFF}",
        {"RET001 error"},
    ),
    ("visits are counted, and a cookie policy is named", beside(COUNTING), {"RET001 warning"}),
    (
        "visits are counted, and nothing tells of cookies",
        f"{beside(COUNTING)}cookies: null\nstatement: {{documents: null}}",
        {"RET001 error"},
    ),
    ("payment data are said not to be stored", paid(""), set()),
    ("only card numbers are", paid(", of: [credit_card]"), set()),
    ("other data are", paid(", of: [bank_account]"), {"RET001 error"}),
    ("they are, with an exception", paid(", except: the last digits"), {"RET001 error"}),
    (
        "what another holds is kept for ever",
        of_orders(
            f"categories: [name, order_data], retention: {AT_ONCE}",
            "categories: [profile], held_by: carrier, retention: {indefinite: true}",
        ),
        set(),
    ),
]
"""What, the patch, and which rules on storage speak, each with how grave it is."""

VAGUE = [
    ("no longer than needed", kept("{criterion: as_needed}"), {"RET002 error"}),
    ("as long as a law says", kept("{criterion: legal_duty, exception: true}"), {"RET002 warning"}),
    (
        "longer in a case, else two years",
        kept("{criterion: legal_duty, exception: true, when: a law asks for it}") + FOR_ALL,
        set(),
    ),
    ("a year for guests, else two", kept(IN_CASE) + FOR_ALL, set()),
    (
        "two years, or longer if a law asks",
        kept(
            "{whichever: last, entries: [{period: P2Y}, {criterion: legal_duty, exception: true}]}"
        ),
        set(),
    ),
    (
        "the longer of two years and a period of law",
        kept("{whichever: last, entries: [{period: P2Y}, {criterion: legal_duty}]}"),
        {"RET002 warning"},
    ),
    (
        "a list of whom to leave alone, as long as needed",
        kept("{criterion: as_needed}", "suppression_list, email"),
        set(),
    ),
]

FOR_EVER = "retention: {indefinite: true}"
VISITS = f"{{categories: [analytics_data], source: observed, recipients: [], {FOR_EVER}}}"
ANONYMOUS = "claims: [{claim: analytics_anonymous}]"

ENDLESS = [
    ("for ever", kept("{indefinite: true}"), {"RET003 error"}),
    (
        "for ever, in a case",
        kept("[{until: unsubscribe}, {indefinite: true, when: art}]"),
        {"RET003 warning"},
    ),
    ("for ever, but two years", kept("[{period: P2Y}, {indefinite: true}]"), {"RET003 error"}),
    ("made anonymous for ever", kept("{indefinite: true, form: anonymised}"), set()),
    ("for ever, on a list", kept("{indefinite: true}", "email, suppression_list"), set()),
    (
        "for ever, on a list with more on it",
        kept("{indefinite: true}", "order_data, suppression_list"),
        {"RET003 error"},
    ),
    (
        "all measuring is called anonymous",
        f"purposes: {{more: {{title: Count, {COUNTING}, data: [{VISITS}]}}}}\n{ANONYMOUS}",
        set(),
    ),
    (
        "the first to come is the end of the site or never",
        kept("{whichever: first, entries: [{indefinite: true}, {period: P2Y, from: order}]}"),
        set(),
    ),
]

UNTIL_CLOSED = "{until: account_closed}"
OF_BOOKS = "{period: P7Y, of: [invoice_data], exception: true, legal_duty: true, law: tax law}"
ACCOUNT = "kind: account, legal_basis: [{basis: contract}]"
SEEN = "{categories: [order_history], source: generated, recipients: [], retention: {period: P7Y}}"

LONG = [
    ("until the account is closed", beside(ACCOUNT, UNTIL_CLOSED), {"RET004 warning"}),
    (
        "until then, and at most three years for everything",
        f"{beside(ACCOUNT, UNTIL_CLOSED)}general: {{retention: {{period: P3Y, bound: at_most}}}}",
        set(),
    ),
    (
        "until then, and invoices for seven years",
        beside(ACCOUNT, f"[{UNTIL_CLOSED}, {OF_BOOKS}]"),
        {"RET004 warning"},
    ),
    ("an account for seven years", beside(ACCOUNT, "{period: P7Y}"), {"RET005 warning"}),
    (
        "the orders in an account for seven years",
        f"purposes: {{more: {{title: Account, {ACCOUNT}, data: [{SEEN}]}}}}",
        set(),
    ),
    ("messages for five years", kept("{period: P5Y}", "correspondence"), {"RET006 info"}),
    (
        "messages for five years, as an exception",
        kept("[{period: P1Y}, {period: P5Y, exception: true}]", "correspondence"),
        set(),
    ),
]

FIVE = "{period: P5Y, legal_duty: true"

DUTIES = [
    ("a tax law for five years", dutch(kept(f"{FIVE}}}", "invoice_data")), {"RET007 warning"}),
    (
        "a tax law that is named",
        dutch(kept(f"{FIVE}, law: fiscale wetgeving}}", "order_data")),
        {"RET007 warning"},
    ),
    ("a law that is not named", dutch(kept(f"{FIVE}}}", "payment_data")), {"RET007 warning"}),
    ("a law on payments", dutch(kept(f"{FIVE}, law: anti-fraud act}}", "payment_data")), set()),
    (
        "five years, or longer if the law asks",
        dutch(
            kept(f"[{FIVE}}}, {{criterion: legal_duty, exception: true}}]", "invoice_data"),
        ),
        {"RET007 info"},
    ),
    ("a law on something else", kept(f"{FIVE}}}", "correspondence"), {"RET010 info"}),
    ("a named law on something else", kept(f"{FIVE}, law: an act}}", "correspondence"), set()),
    (
        "the duty that no law knows",
        kept(f"{FIVE}, law: proof of the opt-in}}", "consent_record"),
        {"RET010 warning"},
    ),
]

BOOKS = "categories: [name, invoice_data]"
TWO_LONG = "{period: P2Y, from: delivery}"
SEVEN_BY_LAW = "{period: P7Y, legal_duty: true, law: tax law}"
EACH = "general: {{retention: [{}, {}]}}\n"

TWICE = [
    ("two periods", kept("[{period: P1Y}, {period: P2Y}]"), {"RET009 error"}),
    ("two periods for everything", EACH.format("{period: P1Y}", "{period: P2Y}"), {"RET009 error"}),
    ("one period in two ways", kept("[{period: P1Y}, {period: P12M}]"), set()),
    ("one event twice", kept("[{until: unsubscribe}, {until: unsubscribe}]"), set()),
    ("two events", kept("[{until: unsubscribe}, {until: consent_withdrawn}]"), {"RET009 warning"}),
    ("a period, and the words of a law", kept(f"[{TWO_LONG}, {SEVEN_BY_LAW}]"), {"RET009 info"}),
    ("first here, then elsewhere", kept("[{period: P1Y, then: restricted}, {period: P2Y}]"), set()),
    ("for ever, and two years", kept("[{indefinite: true}, {period: P2Y}]"), {"RET003 error"}),
    ("quotes longer than the rest", kept("[{period: P1Y}, {period: P2Y, for: quotes}]"), set()),
    (
        "each purpose its own",
        EACH.format(
            "{period: P1Y, of: [age], purposes: [orders]}",
            "{period: P2Y, of: [age], purposes: [tax]}",
        ),
        set(),
    ),
    (
        "each word its own",
        EACH.format(
            "{period: P1Y, of: [{is: age, words: leeftijd}]}",
            "{period: P2Y, of: [{is: age, words: jaren}]}",
        ),
        set(),
    ),
    (
        "one of two words, and all",
        EACH.format("{period: P1Y, of: [{is: age, words: leeftijd}]}", "{period: P2Y, of: [age]}"),
        {"RET009 error"},
    ),
    (
        "the same data twice",
        of_orders(
            f"categories: [name, order_data], retention: {TWO_LONG}",
            "categories: [name, order_data], retention: {period: P3Y}",
        ),
        {"RET009 error"},
    ),
    (
        "a name with the order, and one with a message",
        of_orders(
            f"categories: [name, order_data], retention: {TWO_LONG}",
            "categories: [name, correspondence], retention: {period: P1Y}",
        ),
        {"RET009 warning"},
    ),
    (
        "a name with the order, and one on the invoice",
        of_orders(
            f"categories: [name, order_data], retention: {TWO_LONG}",
            f"{BOOKS}, retention: {SEVEN_BY_LAW}",
        ),
        set(),
    ),
    (
        "messages by another way",
        of_orders(
            "categories: [chat_log], retention: {period: P1Y}",
            "categories: [chat_log], via: carrier, retention: {period: P6M}",
        ),
        set(),
    ),
    (
        "longer for the books than for everybody",
        "general: {retention: {period: P2Y, of: [name, address, order_data], from: delivery}}",
        set(),
    ),
    (
        "longer for the orders than for everybody",
        "general: {retention: {period: P1Y, of: [order_data], from: delivery}}",
        {"RET009 error"},
    ),
    (
        "shorter for the orders than for everybody",
        "general: {retention: {period: P3Y, of: [order_data], from: delivery}}",
        {"RET009 warning"},
    ),
]

CASES = [*UNTOLD, *VAGUE, *ENDLESS, *LONG, *DUTIES, *TWICE]


@pytest.mark.parametrize(("what", "patch", "codes"), CASES, ids=[what for what, _, _ in CASES])
def test_a_period_is_asked_for_where_none_can_be_worked_out(
    what: str, patch: str, codes: set[str]
) -> None:
    """What may be meant is no error, and what is told elsewhere is no hole."""
    assert {code for code in graded(patch) if code.startswith("RET")} == codes, what
    assert {code.split()[0] for code in codes} <= found(patch), "and so on a register of the shape"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2021-01-01", "after 7 years (BE WER III.86, III.88; Btw-wetboek art. 60(4); WIB 92 art"),
        ("2024-01-01", "after 10 years (BE Act of 20 November 2022); in special cases after 10"),
        ("2026-01-01", "after 7 years (BE WER III.86, III.88; BE Act of 18 December 2025); in sp"),
    ],
)
def test_the_laws_of_the_day_are_named(day: str, words: str) -> None:
    """A period that is too long is held against the duties of that day, and they are named."""
    patch = of_orders("categories: [invoice_data], retention: {period: P20Y, legal_duty: true}")
    (message,) = messages("RET008", patch, as_of=date.fromisoformat(day))
    assert words in message


def test_a_duty_that_was_not_verified_is_told_as_such() -> None:
    """The commencement of the Act of 18 December 2025 for VAT was not found."""
    patch = of_orders("categories: [order_data], retention: {period: P20Y, legal_duty: true}")
    assert "7 years (BE Act of 18 December 2025, not verified)" in messages("RET008", patch)[0]


def test_a_law_that_is_named_is_not_asked_for_again() -> None:
    """The question is then whether that law asks for so much."""
    patch = of_orders(
        "categories: [invoice_data], retention: {period: P20Y, legal_duty: true, law: x}"
    )
    assert messages("RET008", patch)[0].startswith(
        "does the law that is named (x) ask for 20 years?"
    )


def many(count: int) -> Register:
    """Build a register with so many periods for the same data in one list."""
    entries = ", ".join(f"{{period: P{n + 1}D, of: [age]}}" for n in range(count))
    document = read(f"{SMALL}general: {{retention: [{entries}]}}\n".encode())
    return build(document.data, document.written)


def test_the_work_grows_with_the_entries_and_not_with_their_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A register of thousands of contradictions is judged like any other."""
    compared = 0

    def is_longer(one: str, other: str) -> bool:
        nonlocal compared
        compared += 1
        return one > other

    rule = retention_contradiction.retention_contradiction
    monkeypatch.setattr(retention_contradiction, "is_longer", is_longer)
    found = list(rule.check(many(500), Knowledge.load().as_of(DAY)))
    assert len(found) == 1
    assert len(found[0].related) > 100
    assert compared <= 2 * 500
