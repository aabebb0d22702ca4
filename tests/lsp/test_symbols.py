"""The contents of a register as a tree."""

from __future__ import annotations

from collections.abc import Iterable

from privlint.lsp.buffer import Buffer
from privlint.lsp.symbols import Symbol, symbols

from ..conftest import ROOT
from .editing import SHOP


def tree(told: Iterable[Symbol]) -> dict[str, tuple[str, object]]:
    """Return the names with what is told of each, and what is below."""
    return {one.name: (one.detail, tree(one.below)) for one in told}


def test_sections_hold_their_entries_with_what_they_are_called() -> None:
    """Recipients by id and name, purposes by id and title."""
    found = tree(symbols(Buffer("file:///policies/shop.yaml", SHOP)))
    assert found["shop"][0] == "Small Shop"
    recipients = found["recipients"][1]
    assert isinstance(recipients, dict)
    assert recipients["carrier"][0] == "Plain Parcels"
    purposes = found["purposes"][1]
    assert isinstance(purposes, dict)
    assert purposes["orders"][0] == "Deliver what was ordered"
    assert purposes["orders"][1]["legal_basis"][1] == {"contract": ("", {})}
    assert found["claims"][1] == {"no_sharing": ("", {})}


def test_a_part_lies_within_what_holds_it() -> None:
    """Editors refuse a tree in which it does not, or in which a name is empty."""

    def check(told: Iterable[Symbol], start: int, end: int) -> None:
        for one in told:
            assert one.name
            assert start <= one.start <= one.key_start <= one.key_end <= one.end <= end, one.name
            check(one.below, one.start, one.end)

    for path in sorted((ROOT / "policies").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        check(symbols(Buffer(path.as_uri(), text)), 0, len(text))
    for text in ("a:\n - : b\n 'c': {", "a: [{b: {c: [{", '"": {"": {a: 1}}'):
        check(symbols(Buffer("file:///policies/a.yaml", text)), 0, len(text))
