"""What stands where the register says nothing: silence, or that nobody has looked yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.ropa.sheet import Line

if TYPE_CHECKING:
    from privlint.exporters.ropa.sheet import Cell
    from privlint.register import Register
    from privlint.where import Where

NOT_STATED = "not in the statement"
NOT_LOOKED_AT = "not looked at yet"


def gap(register: Register, *places: Where) -> Cell:
    """Return a cell that says why it is empty; `places` are where what it lacks would stand."""
    waits = any(is_waiting(register, place) for place in places)
    return (Line(NOT_LOOKED_AT if waits else NOT_STATED, is_gap=True),)


def is_waiting(register: Register, place: Where) -> bool:
    """Tell whether a place is listed under `todo`, or below something that is."""
    step = tuple(map(str, place))
    waiting = (tuple(path.split(".")) for path in register.todo)
    return any(step[: len(path)] == path for path in waiting)
