"""What a target has taken of a register, and so what it has not: nothing is dropped silently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.exporters.contract import Loss
from privlint.register.node import Node
from privlint.where import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.register import Register
    from privlint.where import Where

_EVERYWHERE = ("cite", "note", "words")
"""The keys that stand at nearly every fact: their losses are told once, and counted."""
_FORMAT = frozenset({("privlint",), ("todo",)})


class Ledger:
    """Notes which facts a target takes, and tells of those that it leaves."""

    def __init__(self, register: Register, target: str) -> None:
        """Begin with nothing taken; `target` is what people call it."""
        self._register = register
        self._target = target
        self._taken: set[Where] = set()
        self._marked: set[Where] = set()
        self._told: dict[str, list[Where]] = {}

    def take(self, node: Node | None, attribute: str) -> Any:
        """Return what a field of a node holds, `None` where there is no node: the target holds it.

        Of a field that holds nodes only the fields of those that are taken themselves are held.
        """
        if node is None:
            return None
        self._taken.add((*node.where, node.FIELDS[attribute].key))
        return getattr(node, attribute)

    def mark(self, node: Node) -> None:
        """Note that the target holds that there is such a thing, whatever it leaves of it."""
        self._marked.add(node.where)

    def leave(self, node: Node, attribute: str) -> None:
        """Take back that a field is held."""
        self._taken.discard((*node.where, node.FIELDS[attribute].key))

    def fill(self, where: Where, asked: str) -> None:
        """Note that a filler stands in for what the target asks for."""
        self.lose(where, f"{self._target} asks for {asked}: a filler stands in")

    def lose(self, where: Where, message: str) -> None:
        """Note what is lost in another way; the same of several places is told once."""
        self._told.setdefault(message, []).append(where)

    def losses(self) -> tuple[Loss, ...]:
        """Return what the target does not hold, in the order of the model, then what stands in."""
        held = self._taken | {(*where, "") for where in self._marked}
        touched = {where[:n] for where in held for n in range(len(where))}
        left = list(self._left(self._register, touched))
        found = [Loss(at, self._cannot(at)) for at in left if _key(at) not in _EVERYWHERE]
        for key in _EVERYWHERE:
            if places := [where for where in left if _key(where) == key]:
                others = _others(places, f", nor `{key}`")
                found.append(Loss(places[0], self._cannot(places[0]) + others))
        found += (Loss(("todo",), f"not looked at yet: `{at}`") for at in self._register.todo)
        for message, wheres in self._told.items():
            places = list(dict.fromkeys(wheres))
            found.append(Loss(places[0], message + _others(places, ", here and")))
        return tuple(found)

    def _cannot(self, where: Where) -> str:
        return f"{self._target} cannot hold `{dotted(where)}`"

    def _left(self, node: Node, touched: set[Where]) -> Iterator[Where]:
        """Yield what is stated under a node and not taken; a part of which nothing is, as one."""
        for attribute, field in node.FIELDS.items():
            where = (*node.where, field.key)
            if field.key not in node.stated or where in _FORMAT or where in self._taken:
                continue
            parts = [] if field.node is None else _nodes(getattr(node, attribute))
            if not parts:
                yield where
            for part in parts:
                if part.where in touched:
                    yield from self._left(part, touched)
                else:
                    yield part.where


def _nodes(value: Any) -> list[Node]:
    if isinstance(value, Node):
        return [value]
    return list(value.values() if isinstance(value, dict) else value or ())


def _key(where: Where) -> str:
    """Return the last key of a place: that of a list, for what stands in one."""
    return next((step for step in reversed(where) if isinstance(step, str)), "")


def _others(places: list[Where], how: str) -> str:
    more = len(places) - 1
    return f"{how} at {more} more place{'s' if more > 1 else ''}" if more else ""
