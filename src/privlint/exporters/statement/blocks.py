"""What a statement is made of before it is written as Markdown or HTML: blocks of marked text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Span(Record):
    """A piece of text of one kind."""

    text: str
    kind: str = "plain"
    """`plain`: worded here; `own`: taken from the register; `gap`, `todo`: what is missing."""
    href: str | None = None
    """Where it leads; only `http`, `https` and `mailto` get this far."""


Text = tuple[Span, ...]

Cell = tuple[Text, ...]
"""The lines of a cell."""


class Heading(Record):
    """A heading of level 2 or 3; that of level 1 is the title of the page."""

    level: int
    text: Text


class Paragraph(Record):
    """A paragraph; a notice stands out."""

    text: Text
    is_notice: bool = False


class Bullets(Record):
    """A list without an order."""

    items: tuple[Text, ...]


class Terms(Record):
    """Names with what stands for them."""

    rows: tuple[tuple[str, Cell], ...]


class Table(Record):
    """A table; the first cell of a row names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | Bullets | Terms | Table


class Page(Record):
    """A statement in one language."""

    lang: str
    title: Text
    blocks: tuple[Block, ...]
    colon: str
    """How a name is set before what stands for it: `{label}:`."""
    between: str
    """How the lines of a cell are set apart where they stand on one line."""
    foot: Text


def plain(text: str) -> Text:
    """Return text that is worded here."""
    return (Span(text),)


def own(text: str) -> Text:
    """Return text of the register, as it stands there, on one line and with nothing hidden."""
    return (Span(printable(" ".join(text.split())), "own"),)


def joined(texts: Iterable[Text], between: str) -> Text:
    """Return texts as one, with something between them."""
    found: list[Span] = []
    for text in texts:
        found += (*((Span(between),) if found else ()), *text)
    return tuple(found)


def capital(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def in_words(text: Text) -> str:
    """Return a text without its marks."""
    return "".join(span.text for span in text)


def texts(blocks: Iterable[Block]) -> Iterator[Text]:
    """Yield every text of some blocks, in their order."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Bullets):
            yield from block.items
        else:
            yield from cells(block)


def cells(block: Terms | Table) -> Iterator[Text]:
    """Yield every text of the cells of a block."""
    if isinstance(block, Terms):
        for _, cell in block.rows:
            yield from cell
    else:
        for row in block.rows:
            for cell in row:
                yield from cell
