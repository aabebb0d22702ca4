"""Which rights are told, on which bases they exist, and who decides."""

from __future__ import annotations

import pytest

from privlint.register import Register
from privlint.register.build import build
from privlint.source.reader import read

SHOP = "privlint: 1\nshop: {name: Test, country: BE}\nstatement: {}\n"


def written(text: str) -> Register:
    """Build a register from a shop and what is written below it."""
    document = read(f"{SHOP}{text}".encode())
    return build(document.data, document.written)


def test_a_right_is_told_where_it_is_more_than_mentioned() -> None:
    """The statement speaks of three, and tells of two."""
    rights = written(
        "rights: {access: {}, erasure: {status: described}, object: {status: mentioned},"
        " withdraw_consent: {}}"
    ).rights
    assert rights is not None
    assert list(rights.listed) == ["access", "erasure", "object"]
    assert rights.told == {"access", "erasure"}


MAYBE = "general: {legal_basis: [{basis: consent}, {basis: contract, when: where needed}]}\n"
OWN = "purposes: {one: {legal_basis: [{basis: public_task, when: asked}]}}\n"


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        (MAYBE, {"consent", "contract"}),
        (f"{MAYBE}purposes: {{one: {{}}}}\n", {"consent", "contract"}),
        (MAYBE + OWN, {"consent", "public_task"}),
    ],
)
def test_a_basis_for_the_case_that_it_is_needed_is_not_in_use(text: str, bases: set[str]) -> None:
    """Purposes that have bases of their own tell where that is."""
    assert {basis.basis for basis in written(text).bases_in_use()} == bases


@pytest.mark.parametrize(
    ("by", "own"),
    [("", True), ("by: controller", True), ("by: helper", True), ("by: bank", False)],
)
def test_the_shop_decides_what_works_on_its_orders_decides(by: str, *, own: bool) -> None:
    """Who decides is not told: then it is the shop."""
    register = written(
        f"""
recipients: {{helper: {{name: Helper, role: processor}}, bank: {{name: Bank}}}}
automated_decisions: {{decisions: [{{what: a refusal, {by}}}]}}
"""
    )
    told = register.automated_decisions
    assert told is not None
    assert register.decides(told.decisions[0]) is own
