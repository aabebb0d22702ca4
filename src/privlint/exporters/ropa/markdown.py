"""The record in Markdown: a table for each activity, since no page is as wide as all columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import in_markdown
from privlint.exporters.contract import Exported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.exporters.ropa.sheet import Cell, Line, Sheet, Table


def write(sheet: Sheet) -> Exported:
    """Write the record."""
    parts = [f"# {in_markdown(sheet.title)}", in_markdown(sheet.remark), *_wide(sheet.cover)]
    table = sheet.activities
    parts.append(f"## {in_markdown(table.title)}")
    for name, *cells in table.rows:
        parts.append(f"### {_cell(name)}")
        parts.append(
            _table(("What", "As stated"), zip(table.head[1:], map(_cell, cells), strict=True))
        )
    if not table.rows:
        parts.append("The register holds none.")
    parts += _wide(sheet.recipients)
    return Exported(("\n\n".join(parts) + "\n").encode())


def _wide(table: Table) -> Iterator[str]:
    yield f"## {in_markdown(table.title)}"
    if table.rows:
        yield _table(table.head, (map(_cell, row) for row in table.rows))
    else:
        yield "The register holds none."


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = tuple(head)
    ruled = (names, ("---",) * len(names), *rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in ruled)


def _cell(cell: Cell) -> str:
    return "<br>".join(map(_line, cell))


def _line(line: Line) -> str:
    text = in_markdown(line.text)
    return f"*{text}*" if line.is_gap else text
