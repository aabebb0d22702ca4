"""A place inside a register: the keys and list positions that lead to it, never a line.

`("purposes", "newsletter", "data", 0)` is the first group of data of the purpose `newsletter`.
Only `source.document.Document` turns a `Where` into lines and columns.
"""

from __future__ import annotations

from typing import Any

Where = tuple["str | int", ...]

ROOT: Where = ()


def pointer(where: Where) -> str:
    """Write a place as a JSON Pointer (RFC 6901): `/purposes/newsletter/data/0`."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in where)


def dotted(where: Where) -> str:
    """Write a place as people say it, and as `todo` holds it: `purposes.newsletter.data.0`."""
    return ".".join(map(str, where))


class ByIds:
    """Writes places of one document without positions: `orders.data[address,name].retention`.

    An item of a list is named by what it says: its categories, its country, its basis, its name.
    So the place stays the same when entries are moved, sorted, or written on other lines. Where
    two items say the same, the later ones are numbered.
    """

    def __init__(self, data: Any) -> None:
        """Name the parts of plain data; each list is looked at once, however many ask for it."""
        self._data = data
        self._items: dict[int, list[str]] = {}

    def name(self, where: Where) -> str:
        """Return the name of a place; what is absent is named by its keys."""
        named, data = "", self._data
        for step in where:
            if isinstance(data, list) and isinstance(step, int) and step < len(data):
                named += f"[{self._named(data)[step]}]"
                data = data[step]
            else:
                named += f".{step}" if named else str(step)
                data = data.get(step) if isinstance(data, dict) else None
        return named

    def _named(self, items: list[Any]) -> list[str]:
        found = self._items.get(id(items))
        if found is None:
            seen: dict[str, int] = {}
            found = []
            for name in map(item_name, items):
                seen[name] = seen.get(name, 0) + 1
                found.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
            self._items[id(items)] = found
        return found


_NAMING = (
    "categories", "id", "country", "basis", "name", "claim", "is", "to", "tool", "provider", "what",
    "kind", "category", "channel", "method", "measure", "mechanism", "decision", "title", "age",
    "email", "period", "until", "fault", "required", "section",
)  # fmt: skip
"""The keys by which an item of a list is told from its neighbours, the most telling first."""


def item_name(item: Any) -> str:
    """Name an item of a list by what it says: by the most telling of its keys."""
    if isinstance(item, list):
        return ",".join(sorted(map(item_name, item)))
    if isinstance(item, dict):
        for key in _NAMING:
            if key in item:
                return item_name(item[key])
        return item_name(item[min(item)]) if item else ""
    return str(item)
