"""Registers held against each other: by meaning, and without losing anything."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

import pytest

from privlint.comparison import compare
from privlint.difference import Change
from privlint.knowledge.facts import Knowledge
from privlint.register import Register
from privlint.register.build import build
from privlint.source.reader import read
from privlint.where import Where

from ..conftest import DAY, ROOT

FACTS = Knowledge.load().as_of(DAY)
SHOPS = sorted((ROOT / "policies").glob("*.yaml"))
PLAIN = (ROOT / "tests" / "registers" / "plain.yaml").read_bytes()
NO_FACTS = {"cite", "note", "faults", "todo", "privlint", "text", "sha256", "sections"}
NO_FACTS |= {"passages_without_facts"}


def made(data: Any) -> Register:
    """Build a register from plain data."""

    def written(where: Where) -> str:
        value = data
        for step in where:
            value = value[step]
        return str(value)

    return build(data, written)


def changed(old: Any, new: Any) -> tuple[Change, ...]:
    """Compare plain data."""
    return compare(made(old), made(new), FACTS)


def plain() -> Any:
    """Return the plain register."""
    return read(PLAIN).data


def leaves(data: Any, where: Where = ()) -> Iterator[Where]:
    """Yield where the scalars stand that are facts of the statement."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in NO_FACTS:
                yield from leaves(value, (*where, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from leaves(value, (*where, number))
    else:
        yield where


def replaced(data: Any, where: Where) -> Any:
    """Return the data with another scalar at a place."""
    if not where:
        return (not data) if isinstance(data, bool) else _otherwise(data)
    other = copy.copy(data)
    other[where[0]] = replaced(data[where[0]], where[1:])
    return other


def _otherwise(value: Any) -> Any:
    if isinstance(value, int):
        return value + 1
    period = str(value).startswith("P") and str(value)[1:2].isdigit()
    day = str(value)[:2] == "20" and str(value).count("-") == 2
    return "P99Y" if period else "1999-01-01" if day else f"{value}_otherwise"


def shuffled(data: Any, seed: random.Random) -> Any:
    """Return the data with keys and the items of lists in another order."""
    if isinstance(data, dict):
        keys = list(data)
        seed.shuffle(keys)
        return {key: shuffled(data[key], seed) for key in keys}
    if isinstance(data, list):
        items = [shuffled(item, seed) for item in data]
        seed.shuffle(items)
        return items
    return data


@pytest.mark.parametrize("path", SHOPS, ids=lambda path: path.stem)
def test_every_fact_that_becomes_other_is_told(path: Any) -> None:
    """Wherever a scalar stands in the registers of the shops; every seventh is tried."""
    data = read(path.read_bytes()).data
    old, places = made(data), list(leaves(data))
    assert len(places) > 100
    for where in places[::7]:
        assert compare(old, made(replaced(data, where)), FACTS), where


@pytest.mark.parametrize("path", SHOPS, ids=lambda path: path.stem)
def test_another_order_and_other_cites_change_nothing(path: Any) -> None:
    """Keys are moved, lists turned round, quotes and notes taken out."""
    data = read(path.read_bytes()).data
    other = shuffled(bare(data), random.Random(1))  # noqa: S311 - the order, not a secret
    assert changed(data, other) == ()


def bare(data: Any) -> Any:
    """Return the data without cites and notes."""
    if isinstance(data, dict):
        return {key: bare(value) for key, value in data.items() if key not in {"cite", "note"}}
    return [bare(item) for item in data] if isinstance(data, list) else data


@pytest.mark.parametrize("path", SHOPS, ids=lambda path: path.stem)
def test_there_and_back_again(path: Any) -> None:
    """What is new in one direction is gone in the other, and what is longer is shorter."""
    old, new = plain(), read(path.read_bytes()).data
    opposite = {"new": "gone", "gone": "new", "longer": "shorter", "shorter": "longer"}
    there = sorted((one.what, opposite.get(one.how, one.how)) for one in changed(old, new))
    assert there == sorted((one.what, one.how) for one in changed(new, old))
    assert len(there) > 10


def only(changes: tuple[Change, ...]) -> tuple[str, str, str]:
    """Return the one change, with whether people are told."""
    (one,) = changes
    return one.what, one.how, one.notice.tell


def groups(**told: Any) -> Any:
    """Return a register with one purpose of one group of data."""
    group = {"categories": ["name", "email"], **told}
    return {
        "privlint": 1,
        "shop": {"name": "S", "country": "BE"},
        "statement": {},
        "purposes": {"orders": {"title": "Deliver", "data": [group]}},
    }


KEPT = groups(retention={"period": "P2Y", "from": "collection"})


def test_longer_retention_is_told_once_for_all_data() -> None:
    """With both periods, and the kinds of data."""
    new = groups(retention={"period": "P7Y", "from": "collection"})
    assert only(changed(KEPT, new)) == ("retention", "longer", "yes")
    assert only(changed(new, KEPT)) == ("retention", "shorter", "no")
    (one,) = changed(KEPT, new)
    assert one.message == (
        "`email`, `name` of `orders` are kept longer: 2 years from collection before, "
        "now 7 years from collection"
    )


def test_periods_that_cannot_be_compared_are_only_other() -> None:
    """They begin elsewhere, or lengths may be the same."""
    for told in (
        {"period": "P7Y", "from": "order_completed"},
        {"until": "unsubscribe"},
        {"period": "P24M", "from": "collection"},
        {"criterion": "as_needed"},
    ):
        assert only(changed(KEPT, groups(retention=told))) == ("retention", "other", "decide")
    assert only(changed(KEPT, groups(retention={"indefinite": True})))[:2] == (
        "retention",
        "longer",
    )


def test_data_that_move_to_another_group_have_not_changed() -> None:
    """Only their fate counts, and it is the same."""
    apart = groups()
    fate = {"retention": {"period": "P2Y", "from": "collection"}}
    apart["purposes"]["orders"]["data"] = [
        {"categories": ["email"], **fate}, {"categories": ["name"], **fate},
    ]  # fmt: skip
    assert changed(KEPT, apart) == ()


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({}, {"recipients": ["mailer"]}, ("recipient", "new", "yes")),
        ({"recipients": ["mailer"]}, {}, ("recipient", "gone", "no")),
        ({}, {"categories": ["name", "email", "phone"]}, ("data", "new", "decide")),
        ({"categories": ["name", "email", "phone"]}, {}, ("data", "gone", "no")),
        ({}, {"legal_basis": [{"basis": "consent"}]}, ("basis", "new", "yes")),
        ({"source": "data_subject"}, {"source": "third_party"}, ("other", "other", "decide")),
    ],
)
def test_what_becomes_of_data_is_told(old: Any, new: Any, found: Any) -> None:
    """Each change is of a kind, and people are told of it or not."""
    assert only(changed(groups(**old), groups(**new))) == found


def test_a_purpose_is_told_before_data_serve_it() -> None:
    """Art. 13(3) and 14(4) GDPR, as cited."""
    new = groups()
    new["purposes"]["newsletter"] = {"title": "Send news"}
    (one,) = changed(groups(), new)
    assert (one.what, one.how, one.notice.tell) == ("purpose", "new", "yes")
    assert one.notice.law == ("GDPR 13(3)", "GDPR 14(4)")
    assert one.message == "the purpose `newsletter` is new: Send news"


@pytest.mark.parametrize(
    ("section", "old", "new", "found"),
    [
        ("controller", {"name": "A"}, {"name": "B"}, ("controller", "other", "yes")),
        ("controller", {"phone": "1"}, {"phone": "2"}, ("contact", "other", "yes")),
        ("dpo", {"status": "not_appointed"}, {"status": "appointed"}, ("dpo", "other", "yes")),
        ("rights", {"access": {}}, {"access": {}, "erasure": {}}, ("right", "new", "yes")),
        ("statement", {"date": "2024-01-01"}, {"date": "2025-01-01"}, ("statement", "other", "no")),
        ("cookies", {}, {"items": [{"name": "_ga"}]}, ("cookie", "new", "yes")),
        ("recipients", {}, {"mailer": {"name": "M"}}, ("recipient", "new", "yes")),
        ("recipients", {"m": {"transfers": [{"country": "US", "safeguard": "scc"}]}},
         {"m": {"transfers": [{"country": "US", "safeguard": "dpf"}]}},
         ("transfer", "other", "decide")),
        ("recipients", {"m": {"transfers": []}}, {"m": {"transfers": [{"country": "US"}]}},
         ("transfer", "new", "yes")),
        ("general", {"retention": {"period": "P1Y"}}, {"retention": {"period": "P3Y"}},
         ("retention", "longer", "yes")),
    ],
)  # fmt: skip
def test_sections_are_of_a_kind(section: str, old: Any, new: Any, found: Any) -> None:
    """People are told who answers, how they reach whom, and where data go."""
    before, after = ({**groups(), section: told} for told in (old, new))
    assert only(changed(before, after)) == found
