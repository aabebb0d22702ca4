"""Reads back what the record of processing is written as, with a reader that is not ours."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from openpyxl import load_workbook

Rows = list[list[str]]


class Tables(HTMLParser):
    """Reads the tables of a page; each `p`, `br` and list item is a line of its cell."""

    def __init__(self, text: str) -> None:
        """Read all of it."""
        super().__init__()
        self.rows: Rows = []
        self.headings: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._in = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a row or a cell."""
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
            self._in = "cell"
        elif tag == "h3":
            self.headings.append("")
            self._in = "heading"
        elif tag in {"p", "br"} and self._in == "cell" and self.rows[-1][-1]:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        """Close a cell or a heading."""
        if tag in {"td", "th", "h3"}:
            self._in = ""

    def handle_data(self, data: str) -> None:
        """Take what is shown."""
        if self._in == "cell":
            self.rows[-1][-1] += data
        elif self._in == "heading":
            self.headings[-1] += data


def as_html(content: bytes) -> Rows:
    """Read the tables of the page, and the names of the activities as rows of one cell."""
    page = Tables(content.decode())
    return [*page.rows, *([name] for name in page.headings)]


def as_markdown(content: bytes) -> Rows:
    """Read what a renderer makes of it."""
    shown = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(content.decode())
    return as_html(shown.replace("\u200b", "").encode())


def as_csv(content: bytes) -> Rows:
    """Read the rows; the mark before what a spreadsheet would run belongs to no text."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [["\n".join(map(_unmarked, cell.split("\n"))) for cell in row] for row in rows]


def _unmarked(line: str) -> str:
    return line.removeprefix("'") if line[1:].lstrip(" ")[:1] in set("=+-@") else line


def as_xlsx(content: bytes) -> Rows:
    """Read the cells of all sheets."""
    book = load_workbook(io.BytesIO(content))
    return [
        [str(cell.value or "") for cell in row] for page in book.worksheets for row in page.rows
    ]


READERS: dict[str, Callable[[bytes], Rows]] = {
    "markdown": as_markdown,
    "csv": as_csv,
    "xlsx": as_xlsx,
    "html": as_html,
}
