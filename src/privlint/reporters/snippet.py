"""The part of a line that is shown of a place, however long the line is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable

if TYPE_CHECKING:
    from privlint.source.document import LineTable, Span


def window(lines: LineTable, span: Span, width: int) -> tuple[str, int, int]:
    """Return the part of a line that fits, where its mark starts, and how long the mark is."""
    line = lines.line(span.start_line)
    start = span.start_column - 1
    end = span.end_column - 1 if span.end_line == span.start_line else len(line.rstrip())
    end = max(start, end)
    # A line can be a whole file long: what is farther away than the width is not looked at.
    before = printable(line[max(0, start - width) : start])
    marked = printable(line[start : min(end, start + width)])
    text = before + marked + printable(line[end : end + width])
    start = len(before)
    if start >= width * 3 // 4:
        cut = start - width // 4
        text, start = "..." + text[cut + 3 :], start - cut
    if len(text) > width:
        text = text[: width - 3] + "..."
    return text, start, max(1, min(len(marked), width - start))
