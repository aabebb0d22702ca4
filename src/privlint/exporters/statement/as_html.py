"""A statement as one page of HTML: no script, nothing fetched; the register's text is only text."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.exporters.statement.blocks import (
    Bullets,
    Heading,
    Paragraph,
    Terms,
    in_words,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.exporters.statement.blocks import Block, Cell, Page, Span, Table, Text

_PAGE = Path(__file__).parent / "page.html"


def write(page: Page) -> str:
    """Write a page."""
    headings: list[str] = []
    content = [line for block in page.blocks for line in _block(block, headings)]
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        lang=page.lang,
        title=in_html(in_words(page.title)),
        heading=_text(page.title),
        content="\n".join(content),
        foot=_text(page.foot),
    )


def _block(block: Block, headings: list[str]) -> Iterator[str]:
    if isinstance(block, Heading):
        headings.append(in_words(block.text))
        name = f"part-{len(headings)}"
        yield f'<h{block.level} id="{name}">{_text(block.text)}</h{block.level}>'
    elif isinstance(block, Paragraph):
        yield f"<p{' class=notice' if block.is_notice else ''}>{_text(block.text)}</p>"
    elif isinstance(block, Bullets):
        yield from ("<ul>", *(f"<li>{_text(item)}</li>" for item in block.items), "</ul>")
    elif isinstance(block, Terms):
        yield "<dl>"
        for label, cell in block.rows:
            yield f"<div><dt>{_text(plain(label))}</dt><dd>{_lines(cell)}</dd></div>"
        yield "</dl>"
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield '<table role="table">'
    yield f"<caption>{in_html(table.caption)}</caption>"
    names = "".join(
        f'<th scope="col" role="columnheader">{in_html(name)}</th>' for name in table.head
    )
    yield f'<thead role="rowgroup"><tr role="row">{names}</tr></thead><tbody role="rowgroup">'
    for row in table.rows:
        yield f'<tr role="row">{"".join(_cells(table.head, row))}</tr>'
    yield "</tbody></table>"


def _cells(head: Iterable[str], row: Iterable[Cell]) -> Iterator[str]:
    """Write the cells of a row; on a phone they stand below each other, each with its header.

    Such a layout takes its meaning from a table, so the roles give it back.
    """
    for n, (name, cell) in enumerate(zip(head, row, strict=True)):
        if n:
            yield f'<td role="cell" data-head="{in_html(name)}">{_lines(cell)}</td>'
        else:
            yield f'<th scope="row" role="rowheader">{_lines(cell)}</th>'


def _lines(cell: Cell) -> str:
    if len(cell) == 1:
        return _text(cell[0])
    return "".join(f'<span class="line">{_text(line)}</span>' for line in cell)


def _text(text: Text) -> str:
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    text = in_html(span.text)
    if span.href is not None:
        return f'<a href="{in_html(span.href)}" rel="noreferrer">{text}</a>'
    if span.kind in {"gap", "todo"}:
        return f'<mark class="{span.kind}">{text}</mark>'
    return f"<bdi>{text}</bdi>" if span.kind == "own" else text
