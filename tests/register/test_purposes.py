"""What a group of data says of itself, and what it takes from where it stands."""

from __future__ import annotations

import pytest

from privlint.register import DataGroup, Register
from privlint.register.build import build
from privlint.source.reader import read

SHOP = """
privlint: 1
shop: {name: Test, country: BE}
statement: {}
recipients:
  host: {role: processor}
  bank: {role: controller}
"""


def written(text: str) -> Register:
    """Build a register from the shop and what is written below it."""
    document = read(f"{SHOP}{text}".encode())
    return build(document.data, document.written)


def the_group(text: str) -> DataGroup:
    """Return the one group of data of a purpose."""
    (group,) = written(f"purposes: {{one: {{{text}}}}}\n").all(DataGroup)
    return group


def test_data_are_about_whom_the_group_or_the_purpose_says() -> None:
    """The nearer word counts."""
    both = "data_subjects: [customers], data: [{data_subjects: [children]}]"
    assert the_group(both).subjects == {"children"}
    assert the_group("data_subjects: [customers], data: [{when: x}]").subjects == {"customers"}
    assert the_group("data: [{when: x}]").subjects == frozenset()


@pytest.mark.parametrize(
    ("text", "are"),
    [
        ("data: [{data_subjects: [employees, suppliers]}]", True),
        ("kind: recruitment, data: [{when: x}]", True),
        ("data: [{data_subjects: [employees, customers]}]", False),
        ("data: [{when: x}]", False),
    ],
)
def test_data_are_of_staff_only_where_they_are_of_nobody_else(text: str, *, are: bool) -> None:
    """Silence about whose data they are does not make them those of staff."""
    assert the_group(text).of_staff is are


def test_the_bases_of_data_are_their_own_and_those_of_the_purpose_for_such_data() -> None:
    """A basis that is limited to other data is left out."""
    group = the_group(
        "legal_basis: [{basis: contract}, {basis: consent, of: [email]}, "
        "{basis: legal_obligation, of: [name]}], "
        "data: [{categories: [name], legal_basis: [{basis: legitimate_interests}]}]"
    )
    bases = [basis.basis for basis in group.bases]
    assert bases == ["legitimate_interests", "contract", "legal_obligation"]


@pytest.mark.parametrize(
    ("basis", "does"),
    [
        ("{basis: legal_obligation}", True),
        ("{basis: unnamed, law: Sales Act}", True),
        ("{basis: contract}", False),
    ],
)
def test_data_rest_on_law_where_a_duty_or_a_law_is_given(basis: str, *, does: bool) -> None:
    """A duty need not name its law for that: another rule asks for the name."""
    assert the_group(f"legal_basis: [{basis}], data: [{{categories: [name]}}]").rests_on_law is does


@pytest.mark.parametrize(
    ("group", "does"),
    [
        ("categories: [name]", True),
        ("categories: [name], held_by: host", True),
        ("categories: [name], held_by: bank", False),
        ("categories: [name], called: [anonymous, aggregated]", False),
        ("categories: [name], called: [anonymous, personal]", False),
        ("categories: [name], called: household", False),
        ("categories: [name], called: personal", False),
        ("categories: [name], called: pseudonymous", True),
    ],
)
def test_the_shop_uses_what_it_has_and_calls_personal(group: str, *, does: bool) -> None:
    """In a bare list `personal` marks an example of the word."""
    register = written(f"general: {{data: [{{{group}}}]}}\n")
    assert register.uses(register.all(DataGroup)[0]) is does


def test_data_of_a_purpose_that_are_called_personal_are_used() -> None:
    """There the word is no example."""
    group = the_group("data: [{categories: [name], called: personal}]")
    assert group.within(Register).uses(group)
