"""What the reader holds of a register while it reads on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.record import Record

if TYPE_CHECKING:
    from privlint.source.document import Part


class Open:
    """A mapping or list that is being read."""

    __slots__ = (
        "anchor",
        "data",
        "first_node",
        "is_mapping",
        "key",
        "key_end",
        "key_start",
        "part",
    )

    def __init__(self, data: Any, part: Part, anchor: str | None, first_node: int) -> None:
        """Begin with what is empty as yet; `first_node` counts what was read before it."""
        self.data = data
        self.part = part
        self.anchor = anchor
        self.first_node = first_node
        self.is_mapping = type(data) is dict
        self.key: str | None = None
        self.key_start = self.key_end = 0


class Anchored(Record):
    """What an anchor stands for."""

    data: Any
    part: Part
    nodes: int
    is_complete: bool
