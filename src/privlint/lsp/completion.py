"""What can be written at the cursor: keys, words of the schema, ids, rules to ignore."""

from __future__ import annotations

import re
from enum import Enum
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any

from privlint.lsp.grammar import SECTIONS, described, forms, refers_to
from privlint.lsp.hover import ignored_at
from privlint.lsp.known import about, is_vendor
from privlint.lsp.outline import Kind, entries, find
from privlint.lsp.outliner import outline
from privlint.lsp.terms import cards_for
from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.lsp.buffer import Buffer
    from privlint.lsp.grammar import Form
    from privlint.lsp.outline import Entry, Value
    from privlint.where import Where

_CURSOR = "\ue000"
"""Stands in the text where the cursor is: its outline then tells what is being written there."""
_LIKE_A_NUMBER = re.compile(r"[-+.\d].*|true|false|null")
_OF_A_RULE = f"{ascii_letters}{digits}-"
"""What codes and names of rules are written in."""


class Sort(Enum):
    """What is offered."""

    KEY = "key"
    WORD = "word"
    ID = "id"
    RULE = "rule"


class Choice(Record):
    """Something that can be written, in place of the characters from `start` up to `end`."""

    label: str
    text: str
    start: int
    end: int
    sort: Sort
    detail: str = ""
    about: str = ""
    """What is known of it, as Markdown."""


class _Gap(Record):
    """Where the cursor is: in a value, or in a key of a mapping."""

    where: Where
    """The place of the value, or of the mapping."""
    is_key: bool
    start: int
    end: int
    column: int
    """Of the word, where it is the first of its line or item; -1 where it is not."""
    taken: frozenset[str]
    """The keys or the items that stand beside it."""
    has_colon: bool = False
    is_quoted: bool = False


def completions(buffer: Buffer, offset: int) -> list[Choice]:
    """Return what can be written at an offset, in the order of the schema."""
    listed = ignored_at(buffer, offset)
    if listed is not None and listed.start("rules") <= offset <= listed.end("rules"):
        return list(_rules(buffer, listed.start("rules"), offset))
    root = outline(f"{buffer.text[:offset]}{_CURSOR}{buffer.text[offset:]}")
    gap = _gap(buffer, root)
    if gap is None:
        return []
    if gap.is_key:
        return list(_keys(gap, forms(gap.where)))
    values = list(_values(buffer, root, gap))
    return values if gap.column < 0 else [*values, *_keys_of_value(gap)]


def _gap(buffer: Buffer, root: Value) -> _Gap | None:
    if root.kind is Kind.SCALAR:
        return _value_gap(buffer, root, (), root)
    for where, entry in entries(root):
        value = entry.value
        if isinstance(entry.key, str) and _CURSOR in entry.key:
            mapping = find(root, where[:-1])
            return _key_gap(buffer, where, entry, mapping) if mapping is not None else None
        if value.kind is Kind.SCALAR and _CURSOR in value.text:
            return _value_gap(buffer, root, where, value)
    return None


def _key_gap(buffer: Buffer, where: Where, entry: Entry, mapping: Value) -> _Gap:
    start, end = entry.start, entry.end - len(_CURSOR)
    column = -1 if mapping.is_flow else start - _line_start(buffer, start)
    taken = frozenset(str(part.key) for part in mapping.parts if part is not entry)
    return _Gap(where[:-1], True, start, end, column, taken, not entry.is_loose)  # noqa: FBT003


def _value_gap(buffer: Buffer, root: Value, where: Where, value: Value) -> _Gap | None:
    start, end = value.start, value.end - len(_CURSOR)
    written = buffer.text[start:end]
    if "\n" in written or written[:1] in {"|", ">"}:
        return None
    is_quoted = written[:1] in {'"', "'"}
    if is_quoted:
        start, end = start + 1, end - (written[0] == written[-1] and len(written) > 1)
    column = -1 if value.column is None or is_quoted else start - _line_start(buffer, start)
    beside = find(root, where[:-1]) if where and isinstance(where[-1], int) else None
    taken = frozenset(part.value.text for part in beside.parts) if beside is not None else ()
    return _Gap(where, False, start, end, column, frozenset(taken), is_quoted=is_quoted)  # noqa: FBT003


def _line_start(buffer: Buffer, offset: int) -> int:
    return buffer.positions.line(buffer.positions.line_of(offset))[0]


def _keys(gap: _Gap, found: Iterable[Form], dash: str = "") -> Iterator[Choice]:
    """Yield the keys that a mapping can have and has not."""
    for form in found:
        place = (*gap.where, 0) if dash else gap.where
        for key in form.keys:
            if key in gap.taken:
                continue
            inside = (*place, key)
            text = key if gap.has_colon else dash + _opened(gap, inside, key, len(dash))
            needed = "needed" if key in form.schema.get("required", ()) else ""
            yield Choice(key, text, gap.start, gap.end, Sort.KEY, needed, described(inside))


def _keys_of_value(gap: _Gap) -> Iterator[Choice]:
    """Yield the keys with which the value can begin: of a mapping, or of a list's first item."""
    found = forms(gap.where)
    yield from _keys(gap, found)
    if any(form.type == "array" for form in found):
        yield from _keys(gap, forms((*gap.where, 0)), "- ")


def _opened(gap: _Gap, inside: Where, key: str, further: int) -> str:
    """Return a key with its colon, and the beginning of what can only stand below it."""
    types = {form.type for form in forms(inside)}
    if gap.column < 0 or types - {"object", "array"}:
        return f"{key}: "
    items = {form.type for form in forms((*inside, 0))}
    indent = " " * (gap.column + further + 2)
    if "object" in types:
        return f"{key}:\n{indent}"
    return f"{key}:\n{indent}- " if items == {"object"} else f"{key}: "


def _values(buffer: Buffer, root: Value, gap: _Gap) -> Iterator[Choice]:
    """Yield the words that can stand there; of a list, those that can be its first item."""
    offered = [(gap.where, "{}")]
    if any(form.type == "array" for form in forms(gap.where)):
        offered.append(((*gap.where, 0), "[{}]" if gap.column < 0 else "- {}"))
    seen = set(gap.taken)
    for where, around in offered:
        for text, sort in _words(buffer, root, where):
            label = text.strip('"')
            if label in seen:
                continue
            seen.add(label)
            told = about(where, label, root, buffer.facts)
            written = label if gap.is_quoted else around.format(text)
            yield Choice(label, written, gap.start, gap.end, sort, "", told)


def _words(buffer: Buffer, root: Value, where: Where) -> Iterator[tuple[str, Sort]]:
    for section in refers_to(where):
        held = find(root, SECTIONS[section])
        ids = (str(entry.key) for entry in (held.parts if held is not None else ()))
        yield from ((one, Sort.ID) for one in ids if _CURSOR not in one)
    if is_vendor(where):
        yield from ((one, Sort.ID) for one in sorted(buffer.facts.vendor_ids))
    for form in forms(where):
        yield from ((_written(choice), Sort.WORD) for choice in form.choices)


def _written(choice: Any) -> str:
    """Return a word of the schema as YAML."""
    if isinstance(choice, bool):
        return str(choice).lower()
    text = str(choice)
    is_text = isinstance(choice, str) and _LIKE_A_NUMBER.fullmatch(text)
    return f'"{text}"' if is_text else text


def _rules(buffer: Buffer, first: int, offset: int) -> Iterator[Choice]:
    """Yield the rules that an ignore can name, those first that found something on its line."""
    start = first + len(buffer.text[first:offset].rstrip(_OF_A_RULE))
    line = buffer.positions.line_of(offset) + 1
    here = {f.card.code for f in buffer.findings if f.span.start_line == line}
    for card in sorted(cards_for(buffer.path), key=lambda card: card.code not in here):
        yield Choice(card.code, card.code, start, offset, Sort.RULE, card.name, f"{card.title}.")
