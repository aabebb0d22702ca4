"""The ids of a register: where each entry stands, and where it is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.lsp.grammar import SECTIONS, refers_to
from privlint.lsp.outline import Kind, Spot, Value, entries, find, spot
from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.lsp.outline import Entry
    from privlint.where import Where

_VALID = re.compile(r"[a-z][a-z0-9_]*")
_SHOP = "controller"
"""What stands for the shop itself where somebody decides: no recipient can bear the name."""


class Named(Record):
    """An id, and the section whose entry it means."""

    id: str
    section: str


class Place(Record):
    """Where an id stands: its characters, without quotes."""

    start: int
    end: int


class RenameError(ValueError):
    """A rename that would not leave the register saying what it says."""


def named(root: Value, offset: int) -> tuple[Named, Place] | None:
    """Return the id at an offset, whether it is its entry's key or a use of it."""
    found = spot(root, offset)
    if found is None:
        return None
    if found.is_key:
        section = _section_of_entry(found.where)
        return (Named(str(found.entry.key), section), _bare(found)) if section else None
    section = _meant(root, found.where, found.entry.value.text)
    return (Named(found.entry.value.text, section), _bare(found)) if section else None


def declared(root: Value, name: Named) -> Entry | None:
    """Return the entry that an id means, if it is written."""
    section = find(root, SECTIONS[name.section])
    return None if section is None else section.entry(name.id)


def declaration(root: Value, name: Named) -> Place | None:
    """Return where the key of the entry stands that an id means."""
    entry = declared(root, name)
    return None if entry is None else _bare(Spot((name.id,), entry, is_key=True))


def uses(root: Value, name: Named) -> Iterator[Place]:
    """Yield where an id is used, in the order of the text."""
    for where, entry in entries(root):
        value = entry.value
        if value.kind is not Kind.SCALAR:
            continue
        if value.text == name.id and _meant(root, where, value.text) == name.section:
            yield _bare(Spot(where, entry, is_key=False))
        elif where[0] == "todo" and (start := _in_todo(value.text, name)) is not None:
            start += _bare(Spot(where, entry, is_key=False)).start
            yield Place(start, start + len(name.id))


def renamed(root: Value, name: Named, new: str) -> list[Place]:
    """Return what has to be replaced to give an id another name; raises `RenameError`."""
    if not _VALID.fullmatch(new):
        raise RenameError(f"`{new}` is no id: small letters, digits and underscores")
    if new == _SHOP and name.section == "recipients":
        raise RenameError(f"`{new}` stands for the shop itself where somebody decides")
    key = declaration(root, name)
    if key is None:
        raise RenameError(f"`{name.id}` has no entry in `{name.section}`")
    for section in {name.section, *_shared(name.section)}:
        if new != name.id and declared(root, Named(new, section)) is not None:
            raise RenameError(f"`{new}` is taken in `{section}`")
    return sorted([key, *uses(root, name)], key=lambda place: place.start)


def _shared(section: str) -> tuple[str, ...]:
    """Return the sections that share their ids with one: a claim can be about either."""
    return ("recipients", "purposes") if section in {"recipients", "purposes"} else ()


def _section_of_entry(where: Where) -> str:
    found = (section for section, at in SECTIONS.items() if where[:-1] == at)
    return next(found, "")


def _meant(root: Value, where: Where, text: str) -> str:
    """Return the section that the id at a place means: the first that has it, else the first."""
    sections = refers_to(where)
    if not sections or (text == _SHOP and "automated_decisions" in where):
        return ""
    known = (one for one in sections if declared(root, Named(text, one)) is not None)
    return next(known, sections[0])


def _in_todo(text: str, name: Named) -> int | None:
    """Return where an id stands in a dotted path, if it is there."""
    above = "".join(f"{step}." for step in SECTIONS[name.section])
    is_below = f"{text}.".startswith(f"{above}{name.id}.")
    return len(above) if is_below else None


def _bare(found: Spot) -> Place:
    """Return the characters of a key or scalar without the quotes around it."""
    told = str(found.entry.key) if found.is_key else found.entry.value.text
    quotes = 1 if found.end - found.start == len(told) + len("''") else 0
    return Place(found.start + quotes, found.end - quotes)
