"""The contents of a register as a tree, for the outline that an editor shows."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from privlint.lsp.outline import Kind
from privlint.record import Record

if TYPE_CHECKING:
    from privlint.lsp.buffer import Buffer
    from privlint.lsp.outline import Entry, Value

_TITLES = ("name", "title", "status", "claim", "basis", "kind", "what", "is", "measure", "tool")
"""The keys by which an entry is known; the first that is there counts."""
_UNTOLD = frozenset({"cite", "note", "words", "sections", "passages_without_facts"})
_DEEPEST = 6


class Sort(Enum):
    """What a part of a register is."""

    SECTION = "section"
    ENTRY = "entry"
    ITEM = "item"
    FIELD = "field"


class Symbol(Record):
    """A part of a register: what it is called, where it is written, what is below it."""

    name: str
    detail: str
    sort: Sort
    start: int
    end: int
    key_start: int
    key_end: int
    below: tuple[Symbol, ...]


def symbols(buffer: Buffer) -> tuple[Symbol, ...]:
    """Return the sections of a register with their entries."""
    return _below(buffer.outline, 0)


def _below(value: Value, depth: int) -> tuple[Symbol, ...]:
    if depth == _DEEPEST:
        return ()
    told = (entry for entry in value.parts if not entry.is_loose and entry.key not in _UNTOLD)
    return tuple(_symbol(entry, value, depth) for entry in told if _is_told(entry, value, depth))


def _is_told(entry: Entry, holder: Value, depth: int) -> bool:
    is_mapping = entry.value.kind is Kind.MAPPING
    return depth == 0 or is_mapping or (holder.kind is Kind.MAPPING and _has_mappings(entry.value))


def _has_mappings(value: Value) -> bool:
    return any(part.value.kind is Kind.MAPPING for part in value.parts)


def _symbol(entry: Entry, holder: Value, depth: int) -> Symbol:
    value, title = entry.value, _title(entry.value)
    start, end = entry.start, max(entry.end, value.end)
    if holder.kind is Kind.LIST:
        key_end = value.parts[0].end if value.parts else end
        name = title or str(entry.key)
        return Symbol(name, "", Sort.ITEM, start, end, start, key_end, _below(value, depth + 1))
    sort = Sort.SECTION if depth == 0 else Sort.ENTRY
    if value.kind is not Kind.MAPPING and not _has_mappings(value):
        sort = Sort.FIELD
    name = str(entry.key) or '""'
    return Symbol(name, title, sort, start, end, start, entry.end, _below(value, depth + 1))


def _title(value: Value) -> str:
    if value.kind is Kind.SCALAR:
        return value.text
    told = {part.key: part.value.text for part in value.parts}
    return next((told[key] for key in _TITLES if told.get(key)), "")
