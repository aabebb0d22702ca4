"""Rules are asked in their time, held back where nobody has looked, and fail alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from privlint.judging import Judged, in_force, judge
from privlint.knowledge.facts import Facts, Knowledge
from privlint.linting import lint
from privlint.register import Purpose, Recipient, Register
from privlint.register.build import build
from privlint.register.node import Node
from privlint.report import Unasked
from privlint.rule import Card, Certainty, Flag, Rule, Severity, StatementText, flag
from privlint.running.run import report
from privlint.source.reader import read
from privlint.source.text import Text

from .conftest import DAY, SMALL, terms

TWO_PURPOSES = SMALL + "purposes: {orders: {title: O}, newsletter: {title: N}}\n"


def rule_of(
    check: Callable[[Any, Facts], Iterator[Flag]],
    judges: type[Node] = Register,
    *,
    code: str = "TST001",
    since: str = "2018-05-25",
    until: str | None = None,
) -> Rule:
    """Make a rule by hand."""
    card = Card(
        code=code,
        name=check.__name__.replace("_", "-"),
        family="testing",
        title="A test",
        rationale="Why not.",
        wrong_when="",
        severity=Severity.ERROR,
        certainty=Certainty.CERTAIN,
        law=("GDPR 5(1)(a)",),
        remedy="Mend it.",
        since=since,
        until=until,
    )
    return Rule(card, judges, check)


def seen(node: Node, _: Facts) -> Iterator[Flag]:
    """Flag every node that it is asked about."""
    yield flag(node, "seen")


def crashing(node: Node, _: Facts) -> Iterator[Flag]:
    """Flag the node, and fail."""
    yield flag(node, "seen before it fell")
    raise ZeroDivisionError("by design")


def judged(text: str, *rules: Rule, day: date = DAY) -> Judged:
    """Judge a register by some rules."""
    document = read(text.encode())
    register = build(document.data, document.written)
    return judge(register, Knowledge.load().as_of(day), rules)


def places(found: Judged) -> list[str]:
    """Return where something was raised, as dotted paths."""
    return [".".join(map(str, flag.where)) for _, flag in found.raised]


def test_a_rule_is_asked_about_every_node_of_its_class() -> None:
    """Not about more, and not about less."""
    assert places(judged(TWO_PURPOSES, rule_of(seen, Purpose))) == [
        "purposes.orders",
        "purposes.newsletter",
    ]
    assert places(judged(TWO_PURPOSES, rule_of(seen, Register))) == [""]
    assert places(judged(TWO_PURPOSES, rule_of(seen, Recipient))) == []


@pytest.mark.parametrize(
    ("since", "until", "is_asked"),
    [
        ("2018-05-25", None, True),
        ("2026-11-22", None, True),
        ("2026-11-23", None, False),
        ("2018-05-25", "2026-11-22", True),
        ("2018-05-25", "2026-11-21", False),
        ("2026-11-22", "2026-11-22", True),
    ],
)
def test_a_rule_is_asked_from_its_first_day_to_its_last(
    since: str,
    until: str | None,
    is_asked: bool,  # noqa: FBT001
) -> None:
    """Both days count."""
    rule = rule_of(seen, since=since, until=until)
    assert in_force(rule.card, DAY.isoformat()) is is_asked
    assert bool(judged(SMALL, rule).raised) is is_asked


def test_a_rule_that_is_not_in_force_is_told_as_not_run() -> None:
    """A report says which rules asked nothing, and why."""
    rules = (rule_of(seen), rule_of(seen, code="TST002", until="2020-01-01"))
    made = terms(rules=rules)
    done = report([lint("small.yaml", SMALL.encode(), made)], made)
    assert [(one.card.code, one.why) for one in done.rules_not_run] == [
        ("TST002", Unasked.NOT_IN_FORCE)
    ]
    assert [finding.card.code for finding in done.findings] == ["TST001"]


@pytest.mark.parametrize(
    ("todo", "left"),
    [
        ("[]", ["purposes.orders", "purposes.newsletter"]),
        ("[purposes]", []),
        ("[purposes.orders]", ["purposes.newsletter"]),
        ("[purposes.orders, purposes.newsletter]", []),
        ("[purposes.orders.data]", ["purposes.orders", "purposes.newsletter"]),
        ("[purposes.order]", ["purposes.orders", "purposes.newsletter"]),
        ("[dpo, recipients]", ["purposes.orders", "purposes.newsletter"]),
    ],
)
def test_what_nobody_has_looked_at_is_held_back(todo: str, left: list[str]) -> None:
    """Findings at a path of `todo` and below it wait; the others do not."""
    assert places(judged(f"{TWO_PURPOSES}todo: {todo}\n", rule_of(seen, Purpose))) == left


def test_todo_reaches_what_is_absent_and_what_is_in_lists() -> None:
    """An absent key and an item of a list can be named as well."""

    def odd(register: Register, _: Facts) -> Iterator[Flag]:
        yield flag(register, "no DPO", at="dpo")
        yield flag(("purposes", "orders", "data", 1), "second group")

    asked = rule_of(odd)
    assert places(judged(TWO_PURPOSES, asked)) == ["dpo", "purposes.orders.data.1"]
    assert places(judged(TWO_PURPOSES + "todo: [dpo]\n", asked)) == ["purposes.orders.data.1"]
    assert places(judged(TWO_PURPOSES + "todo: [purposes.orders.data.1]\n", asked)) == ["dpo"]


def test_a_rule_that_fails_is_named_and_the_others_go_on() -> None:
    """A broken rule is our fault, and hides nothing that other rules find."""
    first, broken, last = (
        rule_of(seen, Purpose),
        rule_of(crashing, Purpose, code="TST002"),
        rule_of(seen, Purpose, code="TST003"),
    )
    found = judged(TWO_PURPOSES, first, broken, last)
    assert [card.code for card, _ in found.raised] == ["TST001", "TST001", "TST003", "TST003"]
    (crash,) = found.crashes
    assert crash.card.code == "TST002"
    assert isinstance(crash.error, ZeroDivisionError)


@pytest.mark.parametrize(
    ("shop", "asked_for", "law", "by_market"),
    [
        ("{name: S, country: NL}", "", True, True),
        ("{name: S, country: BE}", "", False, False),
        ("{name: S, country: BE, sells_to: [BE, NL]}", "", False, True),
        ("{name: S, country: BE}", "NL", True, True),
    ],
)
def test_a_country_s_own_rule_is_asked_where_its_law_applies(
    shop: str,
    asked_for: str,
    law: bool,  # noqa: FBT001
    by_market: bool,  # noqa: FBT001
) -> None:
    """Where the shop is, where somebody says so, and for some rules where the shop sells."""
    document = read(SMALL.replace("{name: Small Shop, country: BE}", shop).encode())
    register = build(document.data, document.written)
    dutch = rule_of(seen)
    dutch = dutch.replace(card=dutch.card.replace(jurisdictions=frozenset({"NL"})))
    there = dutch.replace(card=dutch.card.replace(code="TST002", by_market=True))
    countries = frozenset({asked_for} - {""})
    found = judge(register, Knowledge.load().as_of(DAY), (dutch, there), jurisdictions=countries)
    assert [code for code, is_asked in (("TST001", law), ("TST002", by_market)) if is_asked] == [
        card.code for card, _ in found.raised
    ]
    assert {one.why for one in found.not_run} <= {Unasked.OTHER_LAW}


def test_the_controller_s_seat_counts_as_the_shop_s_country() -> None:
    """A shop that calls itself Belgian and is run from the Netherlands falls under both."""
    text = SMALL + "controller: {address: {country: NL}}\n"
    document = read(text.encode())
    assert build(document.data, document.written).countries == {"BE", "NL"}


def test_a_rule_on_the_text_asks_nothing_without_it() -> None:
    """And is told as not run; with a text it is asked once."""

    def wordy(told: StatementText, _: Facts) -> Iterator[Flag]:
        yield flag(told.register.statement, told.text.source)

    rule = Rule(rule_of(seen).card, StatementText, wordy)
    document = read(SMALL.encode())
    register = build(document.data, document.written)
    facts = Knowledge.load().as_of(DAY)
    silent = judge(register, facts, (rule,))
    assert [one.why for one in silent.not_run] == [Unasked.NO_TEXT]
    found = judge(register, facts, (rule,), Text("Hello.", {}))
    assert [flag.message for _, flag in found.raised] == ["Hello."]
