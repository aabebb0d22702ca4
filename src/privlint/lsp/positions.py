"""Translate between offsets in a text and the lines and columns of an editor."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol.types import Position, PositionEncodingKind, Range

if TYPE_CHECKING:
    from privlint.source.document import Span

_LINE_BREAK = re.compile(r"\r\n?|\n")
_BYTES = {PositionEncodingKind.Utf8: ("utf-8", 1), PositionEncodingKind.Utf32: ("utf-32-le", 4)}
_UTF_16 = ("utf-16-le", 2)


class Positions:
    """The lines of a text: an editor counts them from 0, and columns in units of an encoding."""

    def __init__(self, text: str, encoding: PositionEncodingKind | str | None = None) -> None:
        """Index the lines of `text`; without another encoding, columns are UTF-16 code units."""
        self._text = text
        self._encoding, self._width = _BYTES.get(
            PositionEncodingKind(encoding or "utf-16"), _UTF_16
        )
        self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]

    def offset(self, position: Position) -> int:
        """Return the offset of a position; beyond a line it is the end of the line."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        line = self._line(position.line)
        if line.isascii():
            return start + min(position.character, len(line))
        units = self._bytes(line)[: position.character * self._width]
        return start + len(units.decode(self._encoding, "ignore"))

    def position(self, offset: int) -> Position:
        """Return the position of an offset."""
        line = self.line_of(offset)
        before = self._text[self._starts[line] : offset]
        return Position(line, self._units(before))

    def range(self, start: int, end: int) -> Range:
        """Return the range of the characters from `start` up to `end`."""
        return Range(self.position(start), self.position(end))

    def stretch(self, span: Span) -> tuple[int, int]:
        """Return the offsets of a span, whose lines and columns are counted from 1."""
        return (
            self._of_column(span.start_line, span.start_column),
            self._of_column(span.end_line, span.end_column),
        )

    def of_span(self, span: Span) -> Range:
        """Return the range of a span."""
        return self.range(*self.stretch(span))

    def line(self, number: int) -> tuple[int, int]:
        """Return where a line (from 0) begins, and where it ends without its line break."""
        number = min(number, len(self._starts) - 1)
        return self._starts[number], self._starts[number] + len(self._line(number))

    def line_of(self, offset: int) -> int:
        """Return the line (from 0) on which an offset is."""
        return bisect_right(self._starts, offset) - 1

    def _of_column(self, line: int, column: int) -> int:
        number = min(line, len(self._starts)) - 1
        return self._starts[number] + min(column - 1, len(self._line(number)))

    def _line(self, number: int) -> str:
        after = number + 1
        end = self._starts[after] if after < len(self._starts) else len(self._text)
        return self._text[self._starts[number] : end].rstrip("\r\n")

    def _units(self, text: str) -> int:
        return len(text) if text.isascii() else len(self._bytes(text)) // self._width

    def _bytes(self, text: str) -> bytes:
        return text.encode(self._encoding, "surrogatepass")
