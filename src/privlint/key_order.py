"""Whether the sections of a register stand in the order of the format, and how to move them.

A section is moved whole: its key with all that is under it, the comment lines directly above it,
and those that follow it. The blank lines between sections stay where they are, and so does all
that stands above the first key or, as comments, below the last section.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from privlint import form
from privlint.finding import Edit, Finding, Fix, fault
from privlint.record import Record
from privlint.source.reader import ReadError, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.source.document import Document
    from privlint.source.reader import Limits

_MARKER = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
_IGNORE = re.compile(r"#[ \t]*privlint[ \t]*:")
_LINES = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")


class _Section(Record):
    """A section as written, and the blank lines that follow it."""

    key: str
    start: int
    text: str
    gap: str

    @property
    def comments(self) -> str:
        """The comment lines that it ends with."""
        lines = _LINES.findall(self.text)[:-1]
        ended = takewhile(_is_comment, reversed(lines))
        return "".join(reversed(list(ended)))

    @property
    def end(self) -> int:
        """The character after both."""
        return self.start + len(self.text) + len(self.gap)


def out_of_order(
    document: Document, path: str, order: Sequence[str], limits: Limits
) -> Finding | None:
    """Return the finding that keys at the top stand in another order, if they do.

    It has a fix where the sections can be moved, and mean the same when they are read again.
    """
    keys = list(document.keys())
    place = {key: number for number, key in enumerate(order)}
    if not all(key in place for key in keys):
        return None
    wanted = sorted(keys, key=place.__getitem__)
    if wanted == keys:
        return None
    after, key = next((a, b) for a, b in pairwise(keys) if place[a] > place[b])
    message = f"`{key}` stands below `{after}`, and comes before it in the format"
    span = document.locate((key,), key=True)
    found = fault(path, form.OPTIONAL["keys-out-of-order"], message, span)
    return found.replace(where=(key,), logical=key, fix=_moved(document, wanted, limits))


def _moved(document: Document, wanted: Sequence[str], limits: Limits) -> Fix | None:
    """Return the fix that moves the sections; `None` where that could change what they mean."""
    sections = _sections(document)
    if not sections:
        return None
    by_key = {section.key: section for section in sections}
    moved = [by_key[key] for key in wanted]
    # Above the first key an ignore would cover the whole file.
    if moved[0] is not sections[0] and _IGNORE.search(_above(moved[0], document)):
        return None
    gaps = [section.gap for section in sections]
    # A comment at the end of a section would seem to speak of the key that comes to stand below.
    if any(one.comments and not gap for one, gap in zip(moved[:-1], gaps, strict=False)):
        return None
    text = "".join(one.text + gap for one, gap in zip(moved, gaps, strict=True))
    start, end = sections[0].start, sections[-1].end
    try:
        again = read((document.text[:start] + text + document.text[end:]).encode(), limits)
    except ReadError:
        return None
    if again.data != document.data:
        return None
    return Fix("Move the sections into the order of the format", (_trimmed(document, start, text),))


def _trimmed(document: Document, start: int, text: str) -> Edit:
    """Return the edit without the lines at both ends that stay as they are."""
    old, new = (_LINES.findall(one) for one in (document.text[start : start + len(text)], text))
    first = next(n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)
    last = next(n for n, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=True)) if a != b)
    begin = start + sum(map(len, old[:first]))
    end = start + sum(map(len, old[: len(old) - last]))
    return Edit(begin, end, "".join(new[first : len(new) - last]), document.lines.span(begin, end))


def _sections(document: Document) -> list[_Section]:
    """Divide a register into its sections; nothing where they cannot be told apart by lines."""
    text, keys = document.text, document.keys()
    if _MARKER.search(text):
        return []
    bounds: list[int] = []
    for key_start, _ in keys.values():
        start = 1 + max(text.rfind("\n", 0, key_start), text.rfind("\r", 0, key_start))
        if start != key_start:
            # In brackets, indented, with an anchor or a question mark.
            return []
        # What stands above the first key stays there.
        bounds.append(_with_comments(text, start) if bounds else start)
    sections = []
    for key, start, end in zip(keys, bounds, [*bounds[1:], len(text)], strict=True):
        is_last = end == len(text)
        whole = _without_end(text[start:end], comments=is_last)
        gap = "" if is_last else text[start + len(whole) : end]
        section = _Section(key, start, whole, gap)
        # An ignore there speaks of the next key, from which it would be parted.
        if not whole.endswith(("\n", "\r")) or _IGNORE.search(section.comments):
            return []
        sections.append(section)
    return sections


def _without_end(text: str, *, comments: bool) -> str:
    """Return a section without the blank lines that end it, and its own comments if asked."""
    lines = _LINES.findall(text)
    while lines and (not lines[-1].strip() or (comments and lines[-1].startswith("#"))):
        lines.pop()
    return "".join(lines)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#") or not line.strip()


def _with_comments(text: str, start: int) -> int:
    """Return where the comment lines begin that stand directly above a line."""
    while start:
        end = start - (2 if text.startswith("\r\n", start - 2) else 1)
        above = 1 + max(text.rfind("\n", 0, end), text.rfind("\r", 0, end))
        if not text.startswith("#", above) or above == end:
            return start
        start = above
    return start


def _above(section: _Section, document: Document) -> str:
    """Return the comment lines that are moved with a section because they stand above it."""
    return document.text[section.start : document.keys()[section.key][0]]
