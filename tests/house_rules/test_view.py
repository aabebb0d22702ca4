"""A register as queries see it: written out in full, silent where it is silent."""

from __future__ import annotations

from privlint.register.view import Seen, where_of

from .conftest import register_of, view


def test_what_is_written_shortly_is_seen_in_full() -> None:
    """Lists are lists, and what stands for a mapping is one."""
    group = view()["purposes"]["orders"]["data"][0]
    assert group["categories"][0] == {"is": "name"}
    assert group["recipients"] == [{"to": "carrier"}, {"to": "host"}]
    assert group["source"] == ["data_subject"]
    assert group["retention"] == {"entries": [{"period": "P2Y", "from": "delivery"}]}


def test_silence_is_seen_as_silence() -> None:
    """A key that is not written is not there; what is denied is."""
    small = b"privlint: 1\nshop: {name: S, country: BE}\nstatement: {}\nembeds: []\n"
    assert set(Seen(register_of(small))) == {"privlint", "shop", "statement", "embeds"}


def test_an_entry_knows_its_id_and_its_place() -> None:
    """What stands under an id holds it; places are those of the register as written."""
    seen = view()
    assert seen["recipients"]["carrier"]["id"] == "carrier"
    location = ("purposes", "tax", "data", 0, "retention", "entries", 0, "period")
    assert where_of(seen, location) == ("purposes", "tax", "data", 0, "retention", "period")
    assert where_of(seen, ()) == ()


def test_digits_are_seen_as_they_are_written() -> None:
    """A version, a postcode and a section are text; a day is text too."""
    seen = view()
    assert seen["statement"]["version"] == "3"
    assert seen["statement"]["date"] == "2026-06-01"
    assert seen["controller"]["address"]["postcode"] == "9000"
