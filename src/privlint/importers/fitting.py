"""What does not fit the format of registers is taken out, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.importers.contract import Left
from privlint.record import Record
from privlint.schema.shape import misshapen
from privlint.schema.store import schema
from privlint.where import dotted

if TYPE_CHECKING:
    from privlint.where import Where


_ENTRY = 2
"""How deep the keys of an entry stand: below the section and the name of the entry."""


class _Data(Record):
    data: Any


def in_order(data: Any, part: dict[str, Any] | None = None) -> Any:
    """Return data with its keys in the order of the format."""
    part = _meant(data, schema("register") if part is None else part)
    if isinstance(data, list):
        return [in_order(one, part.get("items", {})) for one in data]
    if not isinstance(data, dict):
        return data
    known, rest = part.get("properties", {}), part.get("additionalProperties")
    keys = [*(key for key in known if key in data), *(key for key in data if key not in known)]
    others = rest if isinstance(rest, dict) else {}
    return {key: in_order(data[key], known.get(key, others)) for key in keys}


def _meant(data: Any, part: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the schema that is about data: behind a reference, of the same type."""
    if "$ref" in part:
        return _meant(data, schema("register")["$defs"][part["$ref"].rsplit("/", 1)[1]])
    if "anyOf" not in part:
        return part
    wanted = "object" if isinstance(data, dict) else "array"
    found = (_meant(data, one) for one in part["anyOf"])
    return next((one for one in found if one.get("type") == wanted), {})


_BARE = {"privlint": 1, "shop": {"name": "-", "country": "NL"}, "statement": {}}
"""What a register has at least."""


def fitted(data: dict[str, Any], left: list[Left]) -> dict[str, Any]:
    """Return data of the right shape: what a register cannot hold is dropped, and noted."""
    if not misshapen(_Data(data)):
        return data
    # One by one: who looks through everything after each fault takes for ever.
    for key in ("recipients", "purposes"):
        held = data.get(key, {})
        for name in held:
            held[name] = _mended({**_BARE, key: {name: held[name]}}, left)[key][name]
    return _mended(data, left)


def _mended(data: dict[str, Any], left: list[Left]) -> dict[str, Any]:
    while flags := misshapen(_Data(data)):
        # Places in lists move when what stands before them goes: the last ones go first.
        told = {flag.where: flag.message for flag in flags if flag.where}
        gone = [where for where in sorted(told, key=_order, reverse=True) if _drop(data, where)]
        if not gone:
            raise RuntimeError(flags[0].message)
        left += (
            Left((), f"a register cannot hold `{dotted(where)}`: {told[where]}") for where in gone
        )
    return data


def _order(where: Where) -> tuple[tuple[int, str], ...]:
    return tuple((one, "") if isinstance(one, int) else (-1, one) for one in where)


def _drop(data: Any, where: Where) -> bool:
    """Take a place out of data; what holds nothing after that goes too."""
    holders = [data]
    for step in where[:-1]:
        holder = holders[-1]
        inside = isinstance(step, int) and isinstance(holder, list) and step < len(holder)
        if not inside and not (isinstance(holder, dict) and step in holder):
            return False
        holders.append(holder[step])
    for depth in range(len(where) - 1, -1, -1):
        holder, step = holders[depth], where[depth]
        if isinstance(holder, dict):
            holder.pop(str(step), None)
        elif isinstance(step, int) and step < len(holder):
            del holder[step]
        # A recipient or a purpose of which nothing is left is still one.
        if holder or depth <= _ENTRY:
            break
    return True
