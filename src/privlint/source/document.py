"""A register as read: its text, its plain data, and the place of every key and value."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from privlint.where import Where

Part = tuple[int, int, Any]
"""The characters of a value, and its parts: `None` for a scalar, a list of `Part` for a list,
a mapping of key to `(key start, key end, Part)` for a mapping. A tuple of ints and not a class:
there is one for every node of every register."""


class Span(NamedTuple):
    """Lines and columns of a stretch of text, both from 1, in characters; the end is exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


_LONGEST_BREAK = len("\r\n")

_NO_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line for Python, and neither in YAML nor in an editor."""

FILE_START = Span(1, 1, 1, 1)
"""The place of what concerns a file as a whole."""


class LineTable:
    """Translates an offset in a text into a line and a column."""

    def __init__(self, text: str) -> None:
        """Index the line starts of `text`; lines end at LF, CR LF or CR, as in YAML."""
        self._text = text
        self._starts = _line_starts(text)

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters from `start` up to `end`."""
        line, column = self._position(start)
        if start <= end <= self._starts[min(line, len(self._starts) - 1)] - _LONGEST_BREAK:
            # Nearly all end on the line on which they begin.
            return Span(line, column, line, column + end - start)
        return Span(line, column, *self._position(max(start, end)))

    def offsets(self, span: Span) -> tuple[int, int]:
        """Return the characters that a span stands for, from the start of the text."""
        start = self._starts[span.start_line - 1] + span.start_column - 1
        return start, self._starts[span.end_line - 1] + span.end_column - 1

    def line(self, number: int) -> str:
        """Return the text of a line (from 1) without its line break; empty beyond the end."""
        if not 1 <= number < len(self._starts):
            return ""
        return self._text[self._starts[number - 1] : self._end(number)]

    def _position(self, offset: int) -> tuple[int, int]:
        # The table's last entry is the end of the text: an offset there is on its last line.
        starts = self._starts
        line = max(1, min(bisect_right(starts, offset), len(starts) - 1))
        column = offset - starts[line - 1]
        if line < len(starts) and offset <= starts[line] - _LONGEST_BREAK:
            return line, column + 1
        return line, min(offset, self._end(line)) - starts[line - 1] + 1

    def _end(self, line: int) -> int:
        """Return where a line ends, without its break: a line can be as long as the text."""
        if line >= len(self._starts):
            return 0
        start, end = self._starts[line - 1], self._starts[line]
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return end


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    """Return where each line starts, and where the last one ends.

    The last answer is remembered: what is refused is asked for several places, one by one, and
    two megabytes of line breaks take as long as everything else.
    """
    for sign in _NO_BREAKS:
        text = text.replace(sign, " ")
    return list(accumulate(map(len, text.splitlines(keepends=True)), initial=0))


class Document:
    """One register as read. It alone turns a `Where` into lines and columns."""

    __slots__ = ("_aliased", "_anchors", "_root", "_table", "data", "text")

    def __init__(self, text: str, data: Any, root: Part, aliased: Mapping[int, Part]) -> None:
        """Hold the text, its plain data, and the places of the data in the text.

        `aliased` is what each alias of a scalar stands for, by the offset of the alias.
        """
        self.text = text
        self.data = data
        self._root = root
        self._aliased = aliased
        self._anchors: frozenset[int] | None = None
        self._table: LineTable | None = None

    @property
    def lines(self) -> LineTable:
        """The table of lines, made when first asked for: a clean register needs none."""
        if self._table is None:
            self._table = LineTable(self.text)
        return self._table

    def locate(self, where: Where, *, key: bool = False) -> Span:
        """Return where `where` is written; what is absent has the place of its nearest ancestor.

        A scalar's place is its value, a mapping's or a list's is the key that opens it. With
        `key`, the place of the last key itself.
        """
        part = self._root
        place = _opening(part)
        for step in where:
            parts = part[2]
            if isinstance(parts, dict) and step in parts:
                start, end, part = parts[step]
                place = (start, end) if key or part[2] or part[0] == part[1] else part[:2]
            elif isinstance(parts, list) and isinstance(step, int) and step < len(parts):
                part = parts[step]
                place = _opening(part)
            else:
                break
        return self.lines.span(*place)

    def scalar(self, where: Where, *, key: bool = False) -> tuple[int, int] | None:
        """Return the characters of the text of a scalar, or with `key` of the last key.

        These are its own words, without quotes or the header of a block. `None` where they cannot
        be replaced alone: there is no scalar, it is an alias or has one, it has escapes, it is
        folded.
        """
        part, value = self._root, self.data
        found = part[:2]
        for step in where:
            if part[2] is None or part[0] in self._aliased or self.text.startswith("*", part[0]):
                return None
            try:
                value, inner = value[step], part[2][step]
            except (LookupError, TypeError):
                return None
            found, part = (inner[:2], inner[2]) if isinstance(part[2], dict) else (inner[:2], inner)
        if key:
            value = where[-1] if where else None
        elif part[2] is None and part[0] not in self._aliased:
            found = part[:2]
        else:
            return None
        if self._anchors is None:
            self._anchors = frozenset(part[0] for part in self._aliased.values())
        if not isinstance(value, str) or found[0] in self._anchors:
            return None
        return _words(self.text, *found, value)

    def extent(self, where: Where) -> Span:
        """Return all that is written of `where`, from its key to the end of its value."""
        part = self._root
        start, end = part[0], part[1]
        for step in where:
            parts = part[2]
            if isinstance(parts, dict) and step in parts:
                start, _, part = parts[step]
            elif isinstance(parts, list) and isinstance(step, int) and step < len(parts):
                part = parts[step]
                start = part[0]
            else:
                break
            end = part[1]
        # libyaml ends a block where the next one begins: the line breaks between are nobody's.
        return self.lines.span(start, start + len(self.text[start:end].rstrip()))

    def keys(self) -> dict[str, tuple[int, int]]:
        """Return the characters of the keys at the top, in their order."""
        parts = self._root[2]
        found = parts.items() if isinstance(parts, dict) else ()
        return {key: (start, end) for key, (start, end, _) in found}

    def nodes(self) -> Iterator[tuple[int, int, Where, bool]]:
        """Yield the offsets of each key, item and scalar, with its `Where`, and if it is a scalar.

        A key counts as a scalar. What an alias stands for is told where it is written.
        """
        waiting: list[tuple[Where, Part]] = [((), self._root)]
        seen: set[int] = set()
        while waiting:
            where, (start, end, parts) = waiting.pop()
            if parts is None:
                yield start, end, where, True
            elif id(parts) not in seen:
                seen.add(id(parts))
                if isinstance(parts, dict):
                    for key, (key_start, key_end, part) in parts.items():
                        yield key_start, key_end, (*where, key), True
                        waiting.append(((*where, key), part))
                else:
                    for number, part in enumerate(parts):
                        yield part[0], part[0], (*where, number), False
                        waiting.append(((*where, number), part))

    def written(self, where: Where) -> str:
        """Return the source text of a plain scalar: `1.10` where the data hold 1.1."""
        part = self._root
        for step in where:
            part = part[2][step][2] if isinstance(part[2], dict) else part[2][step]
        start, end, _ = self._aliased.get(part[0], part)
        return self.text[start:end]


_HEADER = r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)[ ]*"
"""Of a block scalar. Compiled where one is met: few registers pay for it."""


def _words(text: str, start: int, end: int, value: str) -> tuple[int, int] | None:
    """Return where the value itself stands in a scalar; `None` where it is not written as it is."""
    written = text[start:end]
    if written.startswith(("|", ">")) and (header := re.match(_HEADER, written)):
        start, end = start + header.end(), start + len(written.rstrip())
    elif written.startswith(("'", '"')):
        start, end = start + 1, end - 1
    return (start, end) if text[start:end] == value else None


def _opening(part: Part) -> tuple[int, int]:
    """Return the characters that open a value: its first key or item, or the scalar itself."""
    start, end, parts = part
    if isinstance(parts, dict) and parts:
        start, end, _ = next(iter(parts.values()))
        return start, end
    if isinstance(parts, list) and parts:
        return _opening(parts[0])
    return start, end
