"""Find the comments of a register, and what each of them stands beside or above."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.source.document import Document, Span
    from privlint.where import Where


class Comment(Record):
    """A comment, and which part of the register it can speak of."""

    text: str
    """From its `#` to the end of the line."""
    start: int
    """The offset of the `#`, in characters."""
    span: Span
    lines: frozenset[int]
    """The lines it stands at the end of; empty for one on a line of its own. There are two where a
    text that began on an earlier line ends before it."""
    above: Where | None
    """What it stands above, on a line of its own; `None` where nothing follows, or at a line's end.
    """
    is_first: bool
    """True: it stands on a line of its own, before the first key."""


def comments(document: Document, mark: re.Pattern[str]) -> Iterator[Comment]:
    """Yield the comments in which `mark`, a pattern that starts with `#`, is found.

    A `#` inside quoted or block text is no comment. Few registers have any: those without a `mark`
    pay for no more than the search.
    """
    candidates = [found.start() for found in mark.finditer(document.text)]
    if not candidates:
        return
    finder = _Finder(document)
    ended = -1
    for start in candidates:
        # The rest of a comment is comment too.
        if start > ended and not finder.is_text(start):
            ended = finder.end(start)
            yield finder.comment(start)


_BREAK = re.compile(r"[\r\n]")


class _Finder:
    """Knows where the keys, items and scalars of a document start and end."""

    def __init__(self, document: Document) -> None:
        nodes = sorted(document.nodes(), key=lambda node: (node[0], len(node[2])))
        self._lines = document.lines
        self._text = document.text
        self._starts = [start for start, _, _, _ in nodes]
        self._wheres = [where for _, _, where, _ in nodes]
        self._scalars = sorted((start, end) for start, end, _, is_scalar in nodes if is_scalar)

    def is_text(self, at: int) -> bool:
        """Tell whether a `#` is part of a value."""
        if at and self._text[at - 1] not in " \t\r\n":
            return True
        index = bisect_right(self._scalars, (at, len(self._text))) - 1
        if index < 0 or self._scalars[index][1] <= at:
            return False
        start = self._scalars[index][0]
        is_header = self._text[start] in "|>" and self._break(start) > at
        return not is_header

    def end(self, start: int) -> int:
        """Return where the comment that starts here ends, without the space behind it."""
        return start + len(self._text[start : self._break(start)].rstrip())

    def comment(self, start: int) -> Comment:
        end = self.end(start)
        span = self._lines.span(start, end)
        line_start = start - (span.start_column - 1)
        lines: frozenset[int] = frozenset()
        above = None
        index = bisect_left(self._starts, end)
        if self._text[line_start:start].strip():
            lines = frozenset({span.start_line, self._first_line(line_start, start, span)})
        elif index < len(self._wheres):
            above = self._wheres[index]
        is_first = not lines and index == 0
        return Comment(self._text[start:end], start, span, lines, above, is_first)

    def _first_line(self, line_start: int, start: int, span: Span) -> int:
        """Return the line on which the text began that ends on the line of a comment."""
        index = bisect_left(self._scalars, (start, 0)) - 1
        if index < 0 or self._scalars[index][1] <= line_start:
            return span.start_line
        return self._lines.span(*self._scalars[index]).start_line

    def _break(self, start: int) -> int:
        found = _BREAK.search(self._text, start)
        return found.start() if found is not None else len(self._text)
