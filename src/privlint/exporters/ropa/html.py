"""The record as one page that holds all it needs: no script, and nothing is fetched."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from privlint import version
from privlint.escaping import in_html
from privlint.exporters.contract import Exported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.exporters.ropa.sheet import Cell, Sheet, Table

_PAGE = Path(__file__).parent / "page.html"
_GAP = ' class="gap"'
_NONE = "<p>The register holds none.</p>"


def write(sheet: Sheet) -> Exported:
    """Write the page: the cover, a list of the activities, a table for each, the recipients."""
    page = Template(_PAGE.read_text(encoding="utf-8")).substitute(
        title=in_html(sheet.title),
        remark=in_html(sheet.remark),
        cover=_upright("cover", ((_text(name), cell) for name, cell in sheet.cover.rows)),
        heading=in_html(sheet.cover.title),
        activities="\n".join(_activities(sheet.activities)),
        recipients="\n".join(_wide(sheet.recipients)),
        home=version.HOME,
        version=version.VERSION,
    )
    return Exported(page.encode())


def _activities(table: Table) -> Iterator[str]:
    yield f"<h2>{in_html(table.title)}</h2>"
    if not table.rows:
        yield _NONE
        return
    yield '<ol class="list">'
    for number, (name, *_) in enumerate(table.rows, 1):
        yield f'<li><a href="#activity-{number}">{in_html(_text(name))}</a></li>'
    yield "</ol>"
    for number, (name, *cells) in enumerate(table.rows, 1):
        yield f'<section aria-labelledby="activity-{number}">'
        yield f'<h3 id="activity-{number}">{in_html(_text(name))}</h3>'
        yield _upright(f"activity-{number}", zip(table.head[1:], cells, strict=True))
        yield "</section>"


def _upright(heading: str, rows: Iterable[tuple[str, Cell]]) -> str:
    told = (
        f'<tr><th scope="row">{in_html(name)}</th><td>{_cell(cell)}</td></tr>'
        for name, cell in rows
    )
    return f'<table aria-labelledby="{heading}"><tbody>{"".join(told)}</tbody></table>'


def _wide(table: Table) -> Iterator[str]:
    yield f'<h2 id="recipients">{in_html(table.title)}</h2>'
    if not table.rows:
        yield _NONE
        return
    head = "".join(f'<th scope="col">{in_html(name)}</th>' for name in table.head)
    yield '<div class="wide" role="region" aria-labelledby="recipients" tabindex="0"><table>'
    yield f"<thead><tr>{head}</tr></thead><tbody>"
    for name, *cells in table.rows:
        told = "".join(f"<td>{_cell(cell)}</td>" for cell in cells)
        yield f'<tr><th scope="row">{_cell(name)}</th>{told}</tr>'
    yield "</tbody></table></div>"


def _text(cell: Cell) -> str:
    return " ".join(line.text for line in cell)


def _cell(cell: Cell) -> str:
    return "".join(f"<p{_GAP if line.is_gap else ''}>{in_html(line.text)}</p>" for line in cell)
