"""What of all that is said of storage decides, and which things are said of the same data."""

from __future__ import annotations

import pytest

from privlint.register import Register
from privlint.register.build import build
from privlint.register.retention import (
    claimed_duties,
    leaves_alone,
    retention_of,
    stored_parts,
)
from privlint.register.retention_pairs import told_alike
from privlint.source.reader import read

from ..conftest import SMALL


def written(text: str) -> Register:
    """Build the small register with more in it."""
    document = read(f"{SMALL}{text}\n".encode())
    return build(document.data, document.written)


def of_name(group: str, more: str = "", general: str = "") -> str:
    """Return a register with one group of data of a name, at a purpose, and what is said beside."""
    wide = f"general: {{{general}}}" if general else ""
    return f"purposes: {{one: {{data: [{{categories: [name]{group}}}]{more}}}}}\n{wide}"


YEAR, OF_AGE, IN_CASE = "{period: P1Y}", "{period: P2Y, of: [age]}", "{period: P3Y, when: guests}"
WIDE = "retention: {period: P4Y}"

DECIDING = [
    (of_name(f", retention: {YEAR}", general=WIDE), ["P1Y"]),
    (of_name("", f", retention: {YEAR}", WIDE), ["P1Y"]),
    (of_name("", general=WIDE), ["P4Y"]),
    (of_name(f", retention: [{OF_AGE}, {YEAR}]"), ["P1Y"]),
    (of_name("", f", retention: {OF_AGE}", WIDE), ["P4Y"]),
    (of_name(f", retention: {IN_CASE}", general=WIDE), ["P3Y", "P4Y"]),
    (of_name("", general=f"retention: [{IN_CASE}, {OF_AGE}]"), []),
    (of_name("", general=f"retention: [{YEAR}, {{period: P9Y}}]"), ["P1Y"]),
    (of_name("", general="retention: {period: P5Y, purposes: [two]}"), []),
    (of_name("", general="retention: {period: P5Y, purposes: [one]}"), ["P5Y"]),
    (of_name("", general="retention: {period: P5Y, exception: true}"), []),
    (of_name("", general=f"data: [{{categories: [name, email], retention: {YEAR}}}]"), ["P1Y"]),
    (of_name("", general=f"data: [{{categories: [email], retention: {YEAR}}}]"), []),
    (of_name("", general=f"data: [{{categories: [name], held_by: x, retention: {YEAR}}}]"), []),
]


@pytest.mark.parametrize(("text", "periods"), DECIDING)
def test_what_stands_nearest_decides(text: str, periods: list[str]) -> None:
    """The group, the purpose, everything; of two alike, the first is told."""
    register = written(text)
    purpose = register.purposes["one"]
    found = retention_of(register, purpose, purpose.data[0])
    assert [entry.period for entry in found] == periods


@pytest.mark.parametrize(
    ("general", "periods"),
    [
        ("retention: [{period: P1Y}, {period: P2Y, of: [name]}]", ["P1Y"]),
        ("data: [{categories: [name], retention: {period: P1Y}}]", ["P1Y"]),
        ("data: [{categories: [name], retention: {period: P1Y}}, {categories: [age]}]", []),
    ],
)
def test_a_purpose_that_lists_no_data_uses_some_of_all(general: str, periods: list[str]) -> None:
    """What is told of every kind that is listed is told of its data; of one kind it is not."""
    register = written(f"purposes: {{one: {{title: One}}}}\ngeneral: {{{general}}}")
    found = retention_of(register, register.purposes["one"])
    assert [entry.period for entry in found] == periods


@pytest.mark.parametrize(
    ("purpose", "asked"),
    [
        ("title: One", [None]),
        ("kind: legal_requests", []),
        ("data: [{categories: [name]}, {categories: [age], called: anonymous}]", [0]),
        ("data: [{categories: [name], held_by: x}]", []),
        ("kind: payment, data: [{categories: [name]}, {categories: [credit_card]}]", []),
        ("data: [{categories: [name]}, {categories: [credit_card]}]", [0]),
    ],
)
def test_a_period_is_called_for_where_the_shop_stores_data(
    purpose: str, asked: list[int | None]
) -> None:
    """Not for what others hold, what tells of nobody, and what is said not to be stored."""
    text = f"purposes: {{one: {{{purpose}}}}}\nclaims: [{{claim: no_payment_data_stored}}]"
    register = written(text)
    one = register.purposes["one"]
    assert list(stored_parts(register, one)) == [None if n is None else one.data[n] for n in asked]


@pytest.mark.parametrize(
    ("kinds", "section", "is_list"),
    [
        ({"suppression_list"}, 1, True),
        ({"suppression_list", "email"}, 1, True),
        ({"suppression_list", "order_data"}, 9, False),
        ({"email", "name"}, 9, True),
        ({"email", "name"}, 1, False),
        (set(), 9, False),
    ],
)
def test_a_list_of_people_to_leave_alone_is_known(
    kinds: set[str], section: int, *, is_list: bool
) -> None:
    """By its name, or by the passage that puts people on such a list."""
    erasure = "rights: {erasure: {suppression_list: true, cite: {section: 9}}}"
    register = written(f"purposes: {{one: {{cite: {{section: {section}}}}}}}\n{erasure}")
    assert leaves_alone(register, register.purposes["one"], frozenset(kinds)) is is_list


def test_duties_that_are_told_alike_are_one() -> None:
    """The same period under the same law, wherever it stands; a criterion is no period."""
    duty = "{period: P7Y, legal_duty: true, law: tax law}"
    other = "[{period: P7Y, legal_duty: true}, {criterion: legal_duty, legal_duty: true}]"
    groups = (f"{{categories: [name], retention: {told}}}" for told in (duty, other, duty))
    register = written(f"purposes: {{one: {{data: [{', '.join(groups)}]}}}}")
    assert [[kept.entry.law for kept in alike] for alike in claimed_duties(register)] == [
        ["tax law", "tax law"],
        [None],
    ]


def test_what_is_said_of_the_same_data_is_paired_with_what_was_said_first() -> None:
    """In one list, at one purpose, and for everybody; the number of pairs does not explode."""
    groups = (f"{{categories: [name], retention: [{YEAR}, {YEAR}, {YEAR}]}}" for _ in range(2))
    wide = "retention: [{period: P4Y, of: [name]}, {period: P5Y, of: [age]}]"
    register = written(f"purposes: {{one: {{data: [{', '.join(groups)}]}}}}\ngeneral: {{{wide}}}")
    pairs = list(told_alike(register.kept()))
    assert [pair.in_one_list for pair in pairs] == [True] * 4 + [False] * 3
    assert [pair.for_everybody for pair in pairs] == [False] * 5 + [True] * 2
    assert {kind for pair in pairs for kind in pair.kinds} == {"name"}
    assert not any(pair.in_two_sets for pair in pairs)


def test_pairs_grow_with_the_entries() -> None:
    """Twice the entries give about twice the pairs."""

    def pairs(count: int) -> int:
        entries = ", ".join(f"{{period: P{n + 1}D, of: [age]}}" for n in range(count))
        words = ", ".join(f"{{is: name, words: n{n}}}" for n in range(count))
        group = f"{{categories: [{words}], retention: {YEAR}}}"
        register = written(
            f"purposes: {{one: {{data: [{', '.join([group] * 3)}]}}}}\n"
            f"general: {{retention: [{entries}]}}"
        )
        return sum(1 for _ in told_alike(register.kept()))

    assert pairs(400) <= 2 * pairs(200) + 10
