"""A register as plain data in its full form: what the queries of house rules look at.

What the format lets one write shortly stands here as it would stand written out: lists are lists,
`carrier` among recipients is `{to: carrier}`. A key of which the register is silent is not there.
An entry that stands under an id holds that id as `id`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.register.node import Field, Node
    from privlint.where import Where


class Seen(dict[str, Any]):
    """A part of a register as plain data, which knows where it stands in the register."""

    __slots__ = ("where",)

    def __init__(self, node: Node) -> None:
        """Write out what a node states."""
        super().__init__(
            (field.key, _plain(getattr(node, attribute), field))
            for attribute, field in node.FIELDS.items()
            if field.key in node.stated
        )
        self.where = node.where


def _plain(value: Any, field: Field) -> Any:
    if field.shape == "one":
        return Seen(value)
    if field.shape == "many":
        return [Seen(node) for node in value]
    if field.shape == "keyed":
        return {key: _named(Seen(node), key) for key, node in value.items()}
    if field.shape == "values":
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _named(seen: Seen, key: str) -> Seen:
    seen["id"] = key
    return seen


def where_of(register: Seen, location: Sequence[str | int]) -> Where:
    """Tell where in the register stands what a query found at a location of its view."""
    value: Any = register
    where = register.where
    for step in location:
        value = value[step]
        where = value.where if isinstance(value, Seen) else (*where, step)
    return where
