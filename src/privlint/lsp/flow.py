"""Read scalars and what stands in brackets, and go on where they are not finished."""

from __future__ import annotations

import re

from privlint.lsp.outline import Entry, Kind, Value

DEEPEST = 64
"""What is nested deeper is not looked into: no register is."""

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', re.DOTALL)
_BEFORE_COMMENT = re.compile(r"[ \t]#")
_PLAIN_IN_FLOW = re.compile(r"(?:[^,\[\]{}\r\n:#]|:(?![\s,\[\]{}]|\Z)|(?<![ \t])#)+")
_LINE_END = re.compile(r"\r\n?|\n|\Z")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*")
_PAIR = re.compile(r"[ \t]*:")


def line_end(text: str, at: int) -> int:
    """Return the offset of the line break after an offset, or of the end of the text."""
    found = _LINE_END.search(text, at)
    return len(text) if found is None else found.start()


def next_line(text: str, at: int) -> int:
    """Return the offset at which the next line begins."""
    found = _LINE_END.search(text, at)
    return len(text) if found is None else found.end()


def scalar(text: str, value: Value, at: int, indent: int) -> int:
    """Read a scalar into a value, and return where it ends."""
    if text[at] in "\"'":
        return _quoted(text, value, at, indent)
    end = _plain_end(text, at)
    _fill(value, at, end, text[at:end], is_plain=True)
    return end


def extend(text: str, value: Value, at: int) -> int:
    """Read a further line of a plain scalar, and return where it ends."""
    end = _plain_end(text, at)
    value.text += f" {text[at:end]}"
    value.end = end
    return end


def _plain_end(text: str, at: int) -> int:
    end = line_end(text, at)
    comment = _BEFORE_COMMENT.search(text, at, end)
    if comment is not None:
        end = comment.start()
    return at + len(text[at:end].rstrip())


def _quoted(text: str, value: Value, at: int, indent: int) -> int:
    found = _QUOTED.match(text, at)
    if found is not None and _is_within(text, at, found.end(), indent):
        end = found.end()
        _fill(value, at, end, text[at + 1 : end - 1])
        return end
    # Its end is not written yet: what follows on further lines is not part of it.
    end = line_end(text, at)
    _fill(value, at, end, text[at + 1 : end])
    return end


def _is_within(text: str, start: int, end: int, indent: int) -> bool:
    """Tell whether the lines of a stretch all stand further to the right than what holds it."""
    at = next_line(text, start)
    while at < end:
        content = at + _blanks(text, at)
        if text[content : content + 1] not in {"", "\r", "\n"} and content - at <= indent:
            return False
        at = next_line(text, at)
    return True


def _blanks(text: str, at: int) -> int:
    end = at
    while text[end : end + 1] in {" ", "\t"}:
        end += 1
    return end - at


def _fill(value: Value, start: int, end: int, told: str, *, is_plain: bool = False) -> None:
    value.kind, value.start, value.end = Kind.SCALAR, start, end
    value.text, value.is_plain = told, is_plain


class Flow:
    """Reads what stands in brackets, up to the line that does not belong to it any more."""

    def __init__(self, text: str, indent: int, most: int) -> None:
        """Read at most so many entries; what holds the brackets stands at the column `indent`."""
        self._text = text
        self._indent = indent
        self.left = most
        """How many entries may follow."""
        self.at = 0
        """Where reading stopped."""
        self.is_closed = True
        """False: a line came that stands too far to the left to be inside."""

    def read(self, value: Value, at: int, depth: int = 0) -> None:
        """Read a mapping or list in brackets into a value."""
        value.kind = Kind.MAPPING if self._text[at] == "{" else Kind.LIST
        value.is_flow, value.start, self.at = True, at, at + 1
        follows_comma = True
        if depth > DEEPEST:
            self.at = line_end(self._text, at)
        while self.left > 0 and self._forward():
            char = self._text[self.at]
            if char in "]}":
                self.at += 1
                break
            if char == ",":
                self.at += 1
                follows_comma = True
                continue
            last = value.parts[-1].value if value.parts else None
            if not follows_comma and last is not None and last.is_plain and self._more(last):
                continue
            self._part(value, depth)
            follows_comma = False
        value.end = self.at

    def _forward(self) -> bool:
        """Go to the next character that says something; False where the brackets end unclosed."""
        text = self._text
        while self.is_closed and self.at < len(text):
            char = text[self.at]
            if char in " \t":
                self.at += 1
            elif char == "#":
                self.at = line_end(text, self.at)
            elif char in "\r\n":
                after = next_line(text, self.at)
                content = after + _blanks(text, after)
                told = text[content : content + 1]
                if told not in {"", "\r", "\n", "#", "]", "}"} and content - after <= self._indent:
                    self.is_closed = False
                    return False
                self.at = after
            else:
                return True
        return False

    def _more(self, last: Value) -> bool:
        """Read a further line of a plain scalar."""
        found = _PLAIN_IN_FLOW.match(self._text, self.at)
        if found is None:
            return False
        told = found[0].rstrip()
        last.text += f" {told}"
        last.end = self.at = self.at + len(told)
        return True

    def _part(self, value: Value, depth: int) -> None:
        self.left -= 1
        if value.kind is Kind.LIST:
            item = Value(self.at)
            value.parts.append(Entry(len(value.parts), self.at, self.at, item))
            self._value(item, depth)
            return
        start = self.at
        key = Value(start)
        self._value(key, depth)
        entry = Entry(key.text, start, key.end, Value(self.at))
        value.parts.append(entry)
        colon = _PAIR.match(self._text, self.at)
        if colon is None:
            entry.is_loose = True
            return
        self.at = colon.end()
        entry.value.start = entry.value.end = self.at
        if self._forward() and self._text[self.at] not in ",]}":
            self._value(entry.value, depth)

    def _value(self, value: Value, depth: int) -> None:
        text, start = self._text, self.at
        char = text[start]
        if prop := _PROPERTY.match(text, start):
            self.at = prop.end()
            value.start = value.end = self.at
            if self._forward() and text[self.at] not in ",]}&!":
                self._value(value, depth)
        elif char in "\"'":
            self.at = _quoted(text, value, start, self._indent)
        elif char in "[{":
            self.read(value, start, depth + 1)
        else:
            found = _PLAIN_IN_FLOW.match(text, start)
            told = text[start] if found is None else found[0].rstrip()
            self.at = start + len(told)
            _fill(value, start, self.at, told, is_plain=True)
