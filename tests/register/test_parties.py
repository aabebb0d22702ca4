"""By which ways the parties of a statement can be reached."""

from __future__ import annotations

import pytest

from privlint.register.build import build
from privlint.source.reader import read

SHOP = "privlint: 1\nshop: {name: Test, country: BE}\nstatement: {}\n"


@pytest.mark.parametrize(
    ("given", "ways"),
    [
        ("email: dpo@shop.example, phone: 1", {"email", "phone"}),
        ("url: https://shop.example/dpo", {"form"}),
        ("address: {street: Dorpsstraat 1}", {"post"}),
        ("address: {city: Gent}, name: Anna Peeters", set()),
    ],
)
def test_an_officer_is_reached_by_what_a_message_can_be_sent_to(given: str, ways: set[str]) -> None:
    """A name and a town are no way."""
    document = read(f"{SHOP}dpo: {{status: appointed, {given}}}".encode())
    dpo = build(document.data, document.written).dpo
    assert dpo is not None
    assert dpo.ways == ways
    assert dpo.reachable is bool(ways)
