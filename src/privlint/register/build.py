"""Build the register's nodes from plain data that already has the right shape."""

from __future__ import annotations

from datetime import date
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


class _Builder:
    """Makes nodes, and keeps them by class in the order of the model, lists in that of the file."""

    def __init__(self, written: Callable[[Where], str]) -> None:
        self._written = written
        self.index: dict[type[Node], list[Node]] = {}

    def node(self, cls: type[N], data: Any, where: Where, parent: Node | None) -> N:
        node = object.__new__(cls)
        self.index.setdefault(cls, []).append(node)
        is_written_out = isinstance(data, dict)
        if cls.LISTED is not None:
            is_written_out = is_written_out and cls.LISTED in data
        key = cls.LISTED or cls.SHORTHAND
        stated = data if is_written_out else {key: data}
        put = object.__setattr__
        put(node, "where", where)
        put(node, "parent", parent)
        put(node, "stated", frozenset(stated))
        for attribute, field in cls.FIELDS.items():
            found = stated.get(field.key)
            if found is None:
                put(node, attribute, field.default)
            else:
                # What was written without its key stands where its holder stands.
                at = (*where, field.key) if is_written_out else where
                put(node, attribute, self._value(field, found, at, node))
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
