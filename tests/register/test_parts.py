"""What words for kinds of data stand for."""

from __future__ import annotations

import pytest

from privlint.register.parts import alike


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ({"contact_details"}, {"contact_details", "name", "email", "phone", "address"}),
        ({"email", "age"}, {"email", "age", "contact_details"}),
        ({"name"}, {"name"}),
        (set(), set()),
    ],
)
def test_contact_details_stand_for_each_of_them(kinds: set[str], found: set[str]) -> None:
    """And each of them for the word; a name alone gives no contact."""
    assert alike(frozenset(kinds)) == found
