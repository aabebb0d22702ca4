"""Read the ignores that stand in the comments of a register.

# privlint: ignore[RET001, dpo-statement-missing] a reason (until 2027-03-01, @owner)
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.source.comments import comments
from privlint.suppression.ignores import COMMENT, PLACEHOLDER, Ignore, Named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.source.comments import Comment
    from privlint.source.document import Document, Span

# A digit follows where somebody has put the key `privlint: 1` into a comment.
_MARK = re.compile(r"#[ \t]*privlint[ \t]*:[ \t]*(?=[^\s\d])")
_IGNORE = re.compile(r"ignore[ \t]*\[([^\]\r\n]*)\][ \t]*[:,-]{0,2}[ \t]*", re.IGNORECASE)
_TAIL = re.compile(r"\(([^()]*)\)[ \t]*$")
_TERM = re.compile(r"until[ \t]+(\S+)|(@\S+)")
_LOOSE_UNTIL = re.compile(r"\buntil[ \t]+\d{4}-")
_NAME = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_MOST = 1000
"""How many rules all the comments of one register can name."""
_FORM = "# privlint: ignore[RET001] reason (until 2027-03-01, @owner)"


class Malformed(Record):
    """A comment that is meant for privlint and cannot be read."""

    span: Span
    message: str


def ignores(document: Document, path: str) -> Iterator[Ignore | Malformed]:
    """Yield the ignores of a register, and the comments that may have been meant as one."""
    left = _MOST
    for comment in comments(document, _MARK):
        starts = [found.start() for found in islice(_MARK.finditer(comment.text), left + 1)]
        for start, end in zip(starts, [*starts[1:], len(comment.text)], strict=True):
            found = _read(document, path, comment, start, end)
            left -= len(found.rules) if isinstance(found, Ignore) else 1
            if left < 0:
                more = f"more than {_MOST} ignores; from here on they are not read"
                yield Malformed(found.span, more)
                return
            yield found


def _read(
    document: Document, path: str, comment: Comment, start: int, end: int
) -> Ignore | Malformed:
    """Read the part of a comment from one mark up to the next."""
    text = comment.text[start:end].rstrip()

    def span(first: int, last: int) -> Span:
        offset = comment.start + start
        return document.lines.span(offset + first, offset + last)

    whole = span(0, len(text))
    mark = _MARK.match(text)
    found = _IGNORE.match(text, mark.end() if mark is not None else 0)
    if found is None:
        return Malformed(whole, f"this comment cannot be read; write `{_FORM}`")
    rules = tuple(
        Named(name.group(), span(found.start(1) + name.start(), found.start(1) + name.end()))
        for name in islice(_NAME.finditer(found[1]), _MOST + 1)
    )
    if not rules:
        return Malformed(whole, f"it names no rule, and nothing ignores all; write `{_FORM}`")
    if not comment.lines and comment.above is None:
        return Malformed(whole, "nothing stands under this comment that it could speak of")
    told = _told(text[found.end() :])
    if isinstance(told, str):
        return Malformed(whole, told)
    reason, owner, until = told
    above = () if comment.is_first else comment.above
    return Ignore(COMMENT, path, whole, rules, reason, owner, until, comment.lines, above)


def _told(text: str) -> tuple[str, str | None, date | None] | str:
    """Return reason, owner and last day; or what is wrong with them."""
    owner, until = None, None
    tail = _TAIL.search(text)
    terms = [term.strip() for term in tail[1].split(",")] if tail is not None else []
    if tail is not None and any(term.startswith(("until", "@")) for term in terms):
        text = text[: tail.start()]
        for term in terms:
            found = _TERM.fullmatch(term)
            if found is None:
                return f"`{term}` is neither `until YYYY-MM-DD` nor `@owner`"
            owner = found[2] or owner
            if found[1]:
                until = day(found[1])
                if until is None:
                    return f"`{found[1]}` is no day of the calendar (YYYY-MM-DD)"
    elif _LOOSE_UNTIL.search(text):
        return "the last day stands in brackets at the end: `(until YYYY-MM-DD)`"
    reason = text.strip()
    return "" if reason == PLACEHOLDER else reason, owner, until


def day(text: str) -> date | None:
    """Read a day as YYYY-MM-DD; `None` where it is not one."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None
