"""Parts of a register in words, short enough for one line of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.register import LegalBasis, RetentionEntry

_LONGEST = 120
_ASIDE = frozenset({"cite", "note", "id"})
"""Keys that say where something stands, or what its key says already."""


def kept(entry: RetentionEntry) -> str:
    """Say how long data are kept by one entry: `2 years from collection`."""
    if entry.indefinite:
        told = "for ever"
    elif entry.period:
        told = entry.length + (f" from {plain(entry.from_)}" if entry.from_ else "")
    elif entry.until:
        told = f"until {plain(entry.until)}"
    elif entry.criterion:
        told = plain(entry.criterion)
    else:
        told = entry.words or "in words"
    if entry.bound:
        told = f"{plain(entry.bound)} {told}"
    limits = [f"for {entry.for_}"] if entry.for_ else []
    limits += [f"when {entry.when}"] if entry.when else []
    limits += [entry.law] if entry.law else []
    limits += [f"of {listed(entry.kinds)}"] if entry.kinds else []
    limits += [f"of {listed(entry.purposes)}"] if entry.purposes else []
    return f"{told} ({', '.join(limits)})" if limits else told


def ground(basis: LegalBasis) -> str:
    """Say what a legal basis is, with the law, the interest and the condition that it names."""
    further = (basis.law, basis.interest, basis.article_9, basis.when)
    named = "; ".join(plain(one) for one in further if one)
    return f"{plain(basis.basis)} ({named})" if named else plain(basis.basis)


def plain(name: str) -> str:
    """Write an id of the vocabulary as words."""
    return name.replace("_", " ")


def listed(names: Iterable[str]) -> str:
    """Name ids in their order, in code marks."""
    return ", ".join(f"`{name}`" for name in sorted(names))


def short(value: Any) -> str:
    """Say what a part of a register holds, without cites, cut where it gets long."""
    told = _told(value)
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 3].rstrip()}..."


def _told(value: Any) -> str:
    if isinstance(value, dict):
        parts = ((key, _told(one)) for key, one in value.items() if key not in _ASIDE)
        return ", ".join(f"{plain(key)}: {told}" if told else plain(key) for key, told in parts)
    if isinstance(value, list):
        return "; ".join(map(_told, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
