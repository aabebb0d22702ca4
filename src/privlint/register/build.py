"""Build the register's nodes from plain data that already has the right shape."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from privlint.register.model import Register
from privlint.register.node import Field, N, Node
from privlint.where import ROOT, Where

if TYPE_CHECKING:
    from collections.abc import Callable


def build(data: Any, written: Callable[[Where], str]) -> Register:
    """Build a register from data that are valid under the register's schema.

    `written` gives the source text of a scalar, for the fields whose digits must stay as they are.
    """
    builder = _Builder(written)
    register = builder.node(Register, data, ROOT, None)
    object.__setattr__(register, "index", builder.index)
    object.__setattr__(register, "memory", {})
    return register


def release(register: Register) -> None:
    """Take a register apart that nobody asks any more, so that its memory is free at once.

    Parts know what holds them, and it holds them: left alone, they wait for a collection, and the
    next of a thousand registers is built elsewhere, in memory that the processor has not at hand.
    """
    let_go = vars(Node)["parent"].__set__
    for parts in register.index.values():
        for part in parts:
            let_go(part, None)
    register.memory.clear()


class _Plan:
    """What is known of a class of nodes before the first is built.

    A node refuses to be changed, so its slots are set by their descriptors: that takes half of the
    time of `object.__setattr__`, and a register has a thousand of them.
    """

    __slots__ = ("entries", "key", "set_parent", "set_stated", "set_where")

    def __init__(self, cls: type[Node]) -> None:
        self.key = cls.LISTED or cls.SHORTHAND
        self.set_where, self.set_parent, self.set_stated = (
            vars(Node)[name].__set__ for name in ("where", "parent", "stated")
        )
        self.entries = [
            (field.key, getattr(cls, name).__set__, field.default, field)
            for name, field in cls.FIELDS.items()
        ]


_plan = cache(_Plan)


class _Builder:
    """Makes nodes, and keeps them by class in the order of the model, lists in that of the file."""

    def __init__(self, written: Callable[[Where], str]) -> None:
        self._written = written
        self.index: dict[type[Node], list[Node]] = {}

    def node(self, cls: type[N], data: Any, where: Where, parent: Node | None) -> N:
        node, plan = object.__new__(cls), _plan(cls)
        self.index.setdefault(cls, []).append(node)
        is_written_out = type(data) is dict and (cls.LISTED is None or cls.LISTED in data)
        stated = data if is_written_out else {plan.key: data}
        plan.set_where(node, where)
        plan.set_parent(node, parent)
        plan.set_stated(node, frozenset(stated))
        for key, put, default, field in plan.entries:
            found = stated.get(key)
            if found is None:
                put(node, default)
            elif field.node is None and field.shape == "value":
                put(node, found)
            else:
                # What was written without its key stands where its holder stands.
                at = (*where, key) if is_written_out else where
                put(node, self._value(field, found, at, node))
        return node

    def _value(self, field: Field, data: Any, where: Where, parent: Node) -> Any:
        if field.node is not None:
            return self._nodes(field, field.node, data, where, parent)
        if field.shape == "values":
            return tuple(data) if isinstance(data, list) else (data,)
        if field.shape == "written":
            return data if isinstance(data, str) else self._written(where)
        if field.shape == "day":
            return date.fromisoformat(data)
        return data

    def _nodes(self, field: Field, cls: type[Node], data: Any, where: Where, parent: Node) -> Any:
        if field.shape == "one":
            return self.node(cls, data, where, parent)
        if field.shape == "keyed":
            return {key: self.node(cls, item, (*where, key), parent) for key, item in data.items()}
        if not isinstance(data, list):
            return (self.node(cls, data, where, parent),)
        return tuple(self.node(cls, item, (*where, n), parent) for n, item in enumerate(data))
