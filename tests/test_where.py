"""A place is named by ids: the same wherever its entry is moved."""

from __future__ import annotations

import pytest

from privlint.where import ByIds, Where

DATA = {
    "purposes": {
        "orders": {
            "data": [
                {"categories": ["name", {"is": "email", "words": "mail"}], "source": "observed"},
                {"categories": ["phone"]},
                {"categories": ["phone"]},
            ],
            "legal_basis": [{"basis": "contract"}, {"when": "x", "basis": "consent"}],
        }
    },
    "todo": ["dpo", "cookies"],
    "empty": [{}, {}],
}


@pytest.mark.parametrize(
    ("where", "named"),
    [
        ((), ""),
        (("purposes", "orders"), "purposes.orders"),
        (("purposes", "orders", "data", 0), "purposes.orders.data[email,name]"),
        (("purposes", "orders", "data", 1, "retention"), "purposes.orders.data[phone].retention"),
        (("purposes", "orders", "data", 2), "purposes.orders.data[phone#2]"),
        (("purposes", "orders", "legal_basis", 1), "purposes.orders.legal_basis[consent]"),
        (("purposes", "orders", "data", 9), "purposes.orders.data.9"),
        (("rights", "access"), "rights.access"),
        (("todo", 1), "todo[cookies]"),
        (("empty", 1), "empty[#2]"),
    ],
)
def test_a_place_is_named_by_what_its_entries_say(where: Where, named: str) -> None:
    """Equal items are numbered; what is not there keeps its keys."""
    assert ByIds(DATA).name(where) == named


def test_each_list_is_looked_at_once() -> None:
    """However many findings there are in it."""

    class Counted(dict[str, object]):
        looked = 0

        def __contains__(self, key: object) -> bool:
            Counted.looked += 1
            return super().__contains__(key)

    items = [Counted(name=f"n{number}") for number in range(100)]
    ids = ByIds({"contacts": items})
    ids.name(("contacts", 0))
    once = Counted.looked
    assert [ids.name(("contacts", number)) for number in range(100)][42] == "contacts[n42]"
    assert Counted.looked == once
