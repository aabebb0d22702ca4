"""A register as plain data that is changed one fact at a time, and what stands in it.

What a register says is read here from its keys, and not through the model that the rules use: the
benchmark would otherwise share their mistakes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Where = tuple["str | int", ...]
Move = tuple[Where, "Where | None"]
"""From which place to which an edit moved what stands there and below; `None`: it is gone."""


class Sheet(NamedTuple):
    """A register, perhaps with the text of its statement, and where its entries went."""

    name: str
    data: Any
    text: str | None = None
    moves: tuple[Move, ...] = ()
    source: bytes | None = None
    """The file itself, where it is the reading or the tracing of it that is at stake."""

    def at(self, *where: str | int) -> Any:
        """Return what stands at a place; `None` where the register is silent."""
        found = self.data
        for step in where:
            if not _has(found, step):
                return None
            found = found[step]
        return found

    def many(self, *where: str | int) -> list[Any]:
        """Return what stands at a place as a list: one entry may be written without it."""
        return many(self.at(*where))

    def put(self, value: Any, *where: str | int) -> Sheet:
        """State something at a place; one behind the end of a list is added to it."""
        return self._replace(data=_put(self.data, where, value))

    def yes(self, *where: str | int) -> Sheet:
        """State that something is so."""
        return self._replace(data=_put(self.data, where, value=True))

    def no(self, *where: str | int) -> Sheet:
        """State that something is not so."""
        return self._replace(data=_put(self.data, where, value=False))

    def add(self, value: Any, *where: str | int) -> Sheet:
        """State one thing more in a list."""
        return self.put(value, *where, len(self.many(*where)))

    def drop(self, *where: str | int) -> Sheet:
        """Leave out what stands at a place, and what is empty without it."""
        sheet = self._replace(data=_drop(self.data, where))
        holder = sheet.at(*where[:-1])
        if not holder and len(where) > 1:
            return sheet.drop(*where[:-1])
        after = self._after(where)
        return sheet._replace(moves=(*self.moves, (where, None), *after))

    def drop_all(self, places: Iterable[Where]) -> Sheet:
        """Leave out what stands at several places."""
        sheet = self
        for where in sorted(places, key=_order, reverse=True):
            if sheet.at(*where) is not None:  # not gone already with what was around it
                sheet = sheet.drop(*where)
        return sheet

    def _after(self, where: Where) -> Iterator[Move]:
        """Yield how the entries behind one that is left out move up."""
        *holder, last = where
        if isinstance(last, int):
            for n in range(last + 1, len(self.at(*holder))):
                yield (*holder, n), (*holder, n - 1)

    def moved(self, where: Where) -> Where | None:
        """Return where a place of the register before the edits is now."""
        for old, new in self.moves:
            if where[: len(old)] == old:
                if new is None:
                    return None
                where = (*new, *where[len(old) :])
        return where

    def nearest(self, where: Where) -> Where:
        """Return a place, or the nearest one around it where something is written."""
        found, steps = self.data, 0
        for step in where:
            if not _has(found, step):
                break
            found, steps = found[step], steps + 1
        return where[:steps]

    def fresh(self) -> Sheet:
        """Take the register as it is now for the one before the edits."""
        return self._replace(moves=())

    def holds(self, *keys: str) -> Iterator[Where]:
        """Yield every place of which the last step is one of these keys."""
        yield from _holds(self.data, keys, ())


def _has(holder: Any, step: str | int) -> bool:
    """Tell whether a mapping has a key, or a list a position."""
    if isinstance(holder, list):
        return isinstance(step, int) and step < len(holder)
    return isinstance(holder, dict) and step in holder


def many(value: Any) -> list[Any]:
    """Return a list of what may stand alone."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _order(where: Where) -> list[tuple[str, int]]:
    return [(step, 0) if isinstance(step, str) else ("", step) for step in where]


def dotted(where: Where) -> str:
    """Write a place in words."""
    return ".".join(map(str, where))


def _put(data: Any, where: Where, value: Any) -> Any:
    if not where:
        return value
    step, *rest = where
    if isinstance(step, int):
        items = list(many(data))
        below = items[step] if step < len(items) else None
        items[step : step + 1] = [_put(below, tuple(rest), value)]
        return items
    holder = data if isinstance(data, dict) else {}
    return {**holder, step: _put(holder.get(str(step)), tuple(rest), value)}


def _drop(data: Any, where: Where) -> Any:
    step, *rest = where
    if rest:
        return _put(data, (step,), _drop(data[step], tuple(rest)))
    if isinstance(data, list):
        return [item for n, item in enumerate(data) if n != step]
    return {key: value for key, value in data.items() if key != step}


def _holds(data: Any, keys: tuple[str, ...], where: Where) -> Iterator[Where]:
    entries: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        entries = list(data.items())
    elif isinstance(data, list):
        entries = list(enumerate(data))
    for step, value in entries:
        here = (*where, step)
        if step in keys:
            yield here
        yield from _holds(value, keys, here)
