"""The record as CSV: the cover, the activities and the recipients, with an empty row between."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from privlint.escaping import printable
from privlint.exporters.contract import Exported

if TYPE_CHECKING:
    from privlint.exporters.ropa.sheet import Cell, Sheet

_COMMANDS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula."""


def write(sheet: Sheet) -> Exported:
    """Write the record, with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([harmless(printable(sheet.title))])
    writer.writerow([sheet.remark])
    for table in sheet.tables:
        writer.writerow([])
        writer.writerow([table.title])
        writer.writerow(table.head)
        writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return Exported(out.getvalue().encode("utf-8-sig"))


def harmless(text: str) -> str:
    """Write a text so that no spreadsheet takes it for a formula, whatever it begins with."""
    is_command = text.lstrip(" ").startswith(_COMMANDS) or text.startswith(_COMMANDS)
    return f"'{text}" if is_command else text


def _cell(cell: Cell) -> str:
    return "\n".join(harmless(printable(line.text)) for line in cell)
