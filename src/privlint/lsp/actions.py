"""What an editor offers to do about a finding: mend it, or answer for it in a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.lsp.hover import ignored_at
from privlint.lsp.outline import Kind, entries
from privlint.record import Record
from privlint.suppression.ignores import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.finding import Finding
    from privlint.lsp.buffer import Buffer


class Change(Record):
    """The characters from `start` up to `end`, and the text that replaces them."""

    start: int
    end: int
    text: str


class Action(Record):
    """Something that can be done about a finding."""

    title: str
    finding: Finding
    changes: tuple[Change, ...]
    mends: bool
    """False: it answers for the finding, which stays."""


def actions(buffer: Buffer, start: int, end: int) -> Iterator[Action]:
    """Yield what can be done about the findings that touch a stretch of text."""
    for finding in buffer.findings:
        first, last = buffer.positions.stretch(finding.span)
        if not (first <= end and start <= last):
            continue
        if finding.fix is not None:
            edits = ((buffer.positions.stretch(edit.span), edit.text) for edit in finding.fix.edits)
            changes = tuple(Change(*stretch, text) for stretch, text in edits)
            yield Action(finding.fix.title, finding, changes, mends=True)
        if finding.card.family not in _UNANSWERABLE:
            yield _ignore(buffer, finding, first)


_UNANSWERABLE = frozenset({"input", "suppression"})
"""The families of what no ignore can hide."""


def _ignore(buffer: Buffer, finding: Finding, at: int) -> Action:
    """Return what adds a comment that ignores a finding: at the end of its line if there is room.

    A line above answers for the key below it and all that it holds; above the first key, for the
    whole file.
    """
    code, lines = finding.card.code, buffer.positions
    title = f"Ignore {code} here with a reason"
    number = lines.line_of(at)
    listed = ignored_at(buffer, at)
    if listed is not None:
        further = Change(listed.end("rules"), listed.end("rules"), f", {code}")
        return Action(f"Ignore {code} here too, for the same reason", finding, (further,), False)  # noqa: FBT003
    comment = f"# privlint: ignore[{code}] {PLACEHOLDER}"
    start, end = lines.line(number)
    if not _is_taken(buffer, start, end):
        room = Change(end, end, f"  {comment}")
        return Action(title, finding, (room,), mends=False)
    start, end = lines.line(lines.line_of(_key_before(buffer, end)))
    line = buffer.text[start:end]
    indent = line[: len(line) - len(line.lstrip())]
    above = Change(start, start, f"{indent}{comment}\n")
    if all(entry.start >= start for entry in buffer.outline.parts):
        title = f"Ignore {code} in the whole file with a reason"
    return Action(title, finding, (above,), mends=False)


def _is_taken(buffer: Buffer, start: int, end: int) -> bool:
    """Tell whether a line ends inside a scalar, or in a comment."""
    held = [entry.value for _, entry in entries(buffer.outline)]
    scalars = [value for value in held if value.kind is Kind.SCALAR and value.end > start]
    if any(value.start <= end < value.end for value in scalars):
        return True
    last = max((value.end for value in scalars if value.end <= end), default=start)
    return "#" in buffer.text[last:end]


def _key_before(buffer: Buffer, offset: int) -> int:
    """Return where the last key begins that stands before an offset."""
    keys = (entry.start for _, entry in entries(buffer.outline) if entry.start < offset)
    return max(keys, default=0)
