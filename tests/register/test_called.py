"""What a statement calls data: not personal, or anonymous."""

from __future__ import annotations

import pytest

from privlint.register import DataGroup, Register
from privlint.register.build import build
from privlint.register.called import called_not_personal
from privlint.source.reader import read

from ..conftest import SMALL


def written(text: str) -> Register:
    """Build the small register with more in it."""
    document = read(f"{SMALL}{text}\n".encode())
    return build(document.data, document.written)


@pytest.mark.parametrize(
    ("purpose", "claim", "is_called"),
    [
        ("kind: analytics", "claim: analytics_anonymous", True),
        ("kind: security", "claim: analytics_anonymous", False),
        ("kind: security", "claim: analytics_anonymous, about: [one]", True),
        ("kind: analytics", "claim: analytics_anonymous, about: [two]", False),
        ("kind: analytics", "claim: lawful", False),
    ],
)
def test_data_are_called_anonymous_by_what_is_said_of_measuring(
    purpose: str, claim: str, *, is_called: bool
) -> None:
    """All measuring, unless the sentence names what it is about."""
    register = written(
        f"purposes: {{one: {{{purpose}, data: [{{categories: [age]}}]}}}}\nclaims: [{{{claim}}}]"
    )
    (group,) = register.all(DataGroup)
    assert register.is_called_anonymous(group) is is_called


def test_data_are_called_anonymous_where_they_stand() -> None:
    """The word at the data is enough."""
    register = written("general: {data: [{categories: [age], called: [anonymous, personal]}]}")
    assert register.is_called_anonymous(register.all(DataGroup)[0])


CLAIM = "claim: browsing_not_personal"
CALLED = "purposes: {one: {data: [{categories: [age], called: not_personal, recipients: [x]}]}}\n"

DENIED = [
    (CALLED, [("purposes", {"age"}, 0)]),
    (f"{CALLED}claims: [{{{CLAIM}}}]", [("purposes", {"age"}, 1)]),
    (f"{CALLED}claims: [{{{CLAIM}, about: [one], of: [age]}}]", [("purposes", {"age"}, 1)]),
    (f"{CALLED}claims: [{{{CLAIM}, about: [x]}}]", [("purposes", {"age"}, 1)]),
    (
        f"{CALLED}claims: [{{{CLAIM}, of: [name]}}]",
        [("purposes", {"age"}, 0), ("claims", {"name"}, 0)],
    ),
    (
        f"{CALLED}claims: [{{{CLAIM}, about: [two]}}]",
        [("purposes", {"age"}, 0), ("claims", set(), 0)],
    ),
    (
        f"{CALLED.replace(', called: not_personal', '')}claims: [{{{CLAIM}, about: [one]}}]",
        [("claims", {"age"}, 0)],
    ),
    (CALLED.replace("not_personal", "[not_personal, anonymous]"), []),
]


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_a_sentence_is_told_with_the_data_it_is_about(
    text: str, denied: list[tuple[str | int, set[str], int]]
) -> None:
    """Each denial once: at the data, with the sentences, or at a sentence about no such data."""
    found = called_not_personal(written(text))
    assert [(one.place.where[0], set(one.kinds), len(one.said)) for one in found] == denied
