"""A statement as Markdown (CommonMark, with the tables of GitHub's).

People go on writing in it, so a sign that would mean something has a backslash, and no entity.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.exporters.statement.blocks import Bullets, Heading, Paragraph, Terms, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.statement.blocks import Block, Cell, Page, Span, Table, Text

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#$!])")
_OPENING = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])")
"""What would begin a list or a heading at the start of a line."""


def write(page: Page) -> str:
    """Write a page."""
    parts = [f"# {_text(page.title)}"]
    parts += ["\n".join(_block(block, page)) for block in page.blocks]
    parts += ["---", _text(page.foot)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, page: Page) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_text(block.text)}"
    elif isinstance(block, Paragraph):
        yield f"> {_text(block.text)}" if block.is_notice else _text(block.text)
    elif isinstance(block, Bullets):
        yield from (f"- {_text(item)}" for item in block.items)
    elif isinstance(block, Terms):
        yield from (_term(label, cell, page.colon) for label, cell in block.rows)
    else:
        yield from _table(block, page.between)


def _term(label: str, cell: Cell, colon: str) -> str:
    text = _text(plain(label))
    named = text if label.endswith("?") else colon.replace("{label}", text)
    if len(cell) == 1:
        return f"- **{named}** {_text(cell[0])}"
    return "\n".join([f"- **{named}**", *(f"  - {_text(line)}" for line in cell)])


def _table(table: Table, between: str) -> Iterator[str]:
    yield f"**{_text(plain(table.caption))}**\n"
    yield _row(_text(plain(name)) for name in table.head)
    yield _row("---" for _ in table.head)
    for row in table.rows:
        yield _row(between.join(_text(line) for line in cell) for cell in row)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: Text) -> str:
    """Write a text that begins a line, so that nothing in it means anything."""
    return _OPENING.sub(_held, "".join(map(_span, text)))


def _held(found: re.Match[str]) -> str:
    number, mark, sign = found.groups()
    return f"{number}\\{mark}" if number else f"\\{sign}"


def _span(span: Span) -> str:
    text = _SPECIAL.sub(r"\\\1", span.text)
    if span.href is not None:
        return f"[{text}](<{_SPECIAL.sub(_encoded, span.href)}>)"
    return f"**\\[{text}\\]**" if span.kind in {"gap", "todo"} else text


def _encoded(found: re.Match[str]) -> str:
    sign = found[0]
    return sign if sign in "_~&#!$" else f"%{ord(sign):02X}"
