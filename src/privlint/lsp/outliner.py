"""Read the outline of a register, line by line, by indentation."""

from __future__ import annotations

import re

from privlint.lsp.flow import DEEPEST, Flow, extend, line_end, next_line, scalar
from privlint.lsp.outline import Entry, Kind, Value

_KEY = re.compile(
    r"""(?P<key>(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*')[ \t]*"""
    r"""|(?![-?:][ \t\r\n])[^\s#&*!|>'"%@`\[\]{},](?:[^:#\r\n]|:(?![ \t\r\n]|\Z)|(?<![ \t])\#)*)"""
    r""":(?=[ \t\r\n]|\Z)""",
    re.VERBOSE,
)
_DASH = re.compile(r"-(?=[ \t\r\n]|\Z)")
_BLANK = re.compile(r"[ \t]*")
_PROPERTY = re.compile(r"[&!][^\s]*[ \t]*")
_SILENT = re.compile(r"(?:#|\r|\n|\Z|(?:---|\.\.\.)(?=\s|\Z))")


MOST = 50_000
"""So many entries are looked at: a register has hundreds."""


def outline(text: str) -> Value:
    """Return the outline of a text, whatever is wrong with it."""
    return _Outliner(text).read()


class _Outliner:
    """Keeps the mappings and lists that are open, the innermost last, each with its column."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._left = MOST
        self._root = Value(0)
        self._open: list[tuple[int, Value]] = []

    def read(self) -> Value:
        text = self._text
        while self._at < len(text) and self._left > 0:
            start = self._at
            at = self._skip_blanks(start)
            if _SILENT.match(text, at):
                self._at = next_line(text, at)
            else:
                self._line(start, at)
        return self._root

    def _skip_blanks(self, at: int) -> int:
        found = _BLANK.match(self._text, at)
        return at if found is None else found.end()

    def _line(self, start: int, at: int) -> None:
        """Read a line, with what belongs to its last value on further lines."""
        text = self._text
        self._left -= 1
        self._close(at - start)
        if self._goes_on(at - start) and _DASH.match(text, at):
            self._bare(at - start, at)
            return
        while _DASH.match(text, at):
            items = self._collection(Kind.LIST, at - start, at)
            at = self._skip_blanks(at + 1)
            self._left -= 1
            if items is not None:
                items.parts.append(Entry(len(items.parts), at, at, Value(at)))
            if _SILENT.match(text, at):
                self._at = next_line(text, at)
                return
        found = _KEY.match(text, at)
        if found is None:
            self._bare(at - start, at)
            return
        mapping = self._collection(Kind.MAPPING, at - start, at)
        after = self._skip_blanks(found.end())
        value = Value(min(found.end() + 1, after))
        if mapping is not None:
            key = found["key"].rstrip()
            name = key[1:-1] if key[0] in "\"'" else key
            mapping.parts.append(Entry(name, at, at + len(key), value))
        if _SILENT.match(text, after):
            self._at = next_line(text, after)
        else:
            self._value(value, after, at - start)

    def _close(self, column: int) -> None:
        while self._open and self._open[-1][0] > column:
            self._open.pop()

    def _slot(self) -> Value:
        """Return the value that was begun last and can still be filled or go on."""
        if not self._open:
            return self._root
        parts = self._open[-1][1].parts
        return parts[-1].value if parts else self._open[-1][1]

    def _goes_on(self, column: int) -> bool:
        """Tell whether a line at this column can be more of a plain scalar above it."""
        return self._slot().is_plain and not (self._open and self._open[-1][0] == column)

    def _collection(self, kind: Kind, column: int, at: int) -> Value | None:
        """Return the collection that a line at this column is part of; `None` where none can be."""
        self._close(column)
        if kind is Kind.MAPPING and self._is_open(Kind.LIST, column):
            self._open.pop()
        if self._is_open(kind, column):
            return self._open[-1][1]
        slot = self._slot()
        if slot.kind in {Kind.MAPPING, Kind.LIST} or len(self._open) >= DEEPEST:
            return None
        if slot.kind is Kind.SCALAR and slot.column == column and kind is Kind.MAPPING:
            # What looked like a value was a key that has no colon yet.
            loose = Entry(slot.text, slot.start, slot.end, Value(slot.end))
            loose.is_loose = True
            slot.parts.append(loose)
        slot.kind, slot.text, slot.is_plain = kind, "", False
        if not slot.parts:
            slot.start = at
        self._open.append((column, slot))
        self._reach(at)
        return slot

    def _is_open(self, kind: Kind, column: int) -> bool:
        return bool(self._open) and self._open[-1][0] == column and self._open[-1][1].kind is kind

    def _reach(self, end: int) -> None:
        """Let everything that is open reach to an offset."""
        for _, value in self._open:
            value.end = max(value.end, end)

    def _bare(self, column: int, at: int) -> None:
        """Read a line without a key: a value, more of one, or a key that has no colon yet."""
        self._close(column)
        if self._is_open(Kind.LIST, column):
            self._open.pop()
        slot = self._slot()
        if self._is_open(Kind.MAPPING, column):
            word = Value(at)
            self._value(word, at, column)
            if word.is_plain:
                loose = Entry(word.text, at, word.end, Value(word.end))
                loose.is_loose = True
                self._open[-1][1].parts.append(loose)
        elif self._goes_on(column):
            self._at = next_line(self._text, extend(self._text, slot, at))
            self._reach(slot.end)
        else:
            holder = self._open[-1][0] if self._open else -1
            is_free = slot.kind is Kind.EMPTY
            self._value(slot if is_free else Value(at), at, holder)
            if is_free:
                slot.column = column

    def _value(self, value: Value, at: int, indent: int) -> None:
        """Read a value that begins on this line; what holds it stands at the column `indent`."""
        text = self._text
        while found := _PROPERTY.match(text, at):
            at = found.end()
        if _SILENT.match(text, at):
            self._at = next_line(text, at)
            return
        if text[at] in "|>":
            self._at = self._block(value, at, indent)
        elif text[at] in "[{":
            flow = Flow(text, indent, self._left)
            flow.read(value, at)
            self._left = flow.left
            self._at = next_line(text, flow.at)
        else:
            self._at = next_line(text, scalar(text, value, at, indent))
        self._reach(value.end)

    def _block(self, value: Value, at: int, indent: int) -> int:
        """Read a block scalar, and return where the line after it begins."""
        text = self._text
        end, line = line_end(text, at), next_line(text, at)
        while line < len(text):
            content = self._skip_blanks(line)
            if content < len(text) and text[content] not in "\r\n":
                if content - line <= indent:
                    break
                end = line_end(text, content)
            line = next_line(text, line)
        value.kind, value.start, value.end = Kind.SCALAR, at, end
        value.text = text[at:end]
        return line
