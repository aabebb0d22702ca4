"""Compare parts of two registers key by key, in their full form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from privlint.comparison.fact import Delta, how, places
from privlint.comparison.words import short
from privlint.where import item_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from privlint.where import Where

LEFT_OUT = frozenset({"cite", "note", "id"})
"""Keys that hold no fact of the statement: where it says so, what the writer remarks."""


Sides = tuple["Side | None", "Side | None"]
"""A part of the old register and of the new one; `None` where it is not there."""


class Side:
    """A part of one register: its value, its place, and its name for people."""

    __slots__ = ("value", "where")

    def __init__(self, value: Any, where: Where) -> None:
        """Hold a part of a register in its full form."""
        self.value = value
        self.where = getattr(value, "where", where)

    def parts(self) -> Mapping[str, Side]:
        """Return what it is made of, by key or by what tells items apart."""
        if isinstance(self.value, dict):
            return {
                key: Side(one, (*self.where, key))
                for key, one in self.value.items()
                if key not in LEFT_OUT
            }
        if isinstance(self.value, list):
            return {
                f"[{name}]": Side(self.value[number], (*self.where, number))
                for name, number in _numbered(self.value)
            }
        return {}

    @property
    def is_compound(self) -> bool:
        """Tell whether it has parts; a list of words is one thing, in whatever order."""
        is_list = isinstance(self.value, list)
        return isinstance(self.value, dict) or (is_list and any(map(_is_compound, self.value)))


def _is_compound(value: Any) -> bool:
    return isinstance(value, dict | list)


def _numbered(items: list[Any]) -> Iterator[tuple[str, int]]:
    """Yield the name of each item and its position; of those with one name, sorted by content.

    So the names of two lists agree whatever the order of their items.
    """
    bare = [_bare(item) for item in items]
    written = [_canonical(item) for item in bare]
    named = [item_name(item) if item != {} else "" for item in bare]
    seen: Counter[str] = Counter()
    for number in sorted(range(len(items)), key=lambda n: (written[n], n)):
        name = named[number]
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name}#{seen[name]}"), number


def _canonical(value: Any) -> str:
    """Write a part so that no order of keys or items shows."""
    if isinstance(value, dict):
        parts = sorted(f"{key!r}:{_canonical(one)}" for key, one in value.items())
        return f"{{{','.join(parts)}}}"
    if isinstance(value, list):
        return f"[{','.join(sorted(map(_canonical, value)))}]"
    return repr(value)


def _bare(value: Any) -> Any:
    """Return a part without what is no fact of the statement."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key not in LEFT_OUT}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def differences(what: str, name: str, sides: Sides, skip: Iterable[str] = ()) -> Iterator[Delta]:
    """Yield what differs between two parts of one name; a part that is new or gone is told whole.

    `skip` names keys of these parts that are compared elsewhere.
    """
    old, new = sides
    if old is None or new is None:
        for side in (old, new):
            if side is not None:
                told = short(side.value)
                message = f"`{name}` is {how(old, new)}" + (f": {told}" if told else "")
                yield Delta(what, how(old, new), message, *places(old, new))
        return
    if not (old.is_compound or new.is_compound):
        if _content(old.value) != _content(new.value):
            message = f"`{name}` was {short(old.value)}, and is {short(new.value)}"
            yield Delta(what, "other", message, old.where, new.where)
        return
    for key, pair in paired(sides).items():
        if key not in skip:
            joined = f"{name}{key}" if key.startswith("[") else f"{name}.{key}"
            yield from differences(what, joined, pair)


def _content(value: Any) -> Any:
    """Return a value so that the order of words in a list does not count."""
    return sorted(map(str, value)) if isinstance(value, list) else value


def paired(sides: Sides) -> dict[str, Sides]:
    """Return the parts of both sides by their names, in their order."""
    before, after = (side.parts() if side is not None else {} for side in sides)
    return {key: (before.get(key), after.get(key)) for key in dict.fromkeys((*before, *after))}


_COVERED = {
    "legal_basis": frozenset({"article_9", "basis", "interest", "law", "of", "when"}),
    "recipients": frozenset({"categories", "to"}),
    "retention": frozenset(
        {"bound", "criterion", "for", "from", "indefinite", "law", "of", "period", "until", "when"}
    ),
}
"""Of bases, recipients and periods: the keys that are told in words of their own."""


def details(path: str, sides: Sides, keys: Iterable[str] = _COVERED) -> Iterator[Delta]:
    """Yield what is told otherwise of the bases, recipients and periods that are in both."""
    for key in keys:
        pair = paired(sides).get(key, (None, None))
        if key == "retention":
            if None not in pair:
                yield from differences("other", f"{path}.{key}", pair, skip={"entries"})
            pair = paired(pair).get("entries", (None, None))
        for name, items in paired(pair).items():
            if None not in items:
                inner = f"{path}.{key}{name}"
                yield from differences("other", inner, items, skip=_COVERED[key])
                yield from _kinds(inner, items)


def _kinds(path: str, sides: Sides) -> Iterator[Delta]:
    """Yield what is told otherwise of the kinds of data that both sides limit themselves to."""
    for key, pair in paired(sides).items():
        if key in {"of", "categories"}:
            for name, entries in paired(pair).items():
                if None not in entries:
                    yield from differences("other", f"{path}.{key}{name}", entries, skip={"is"})
