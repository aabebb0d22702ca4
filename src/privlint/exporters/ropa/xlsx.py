"""The record as a workbook: a sheet for the cover, one for the activities, one for recipients."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

from privlint.escaping import in_xml
from privlint.exporters.contract import Exported, Loss, MissingLibraryError
from privlint.where import ROOT

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as Box
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from privlint.exporters.ropa.sheet import Cell, Sheet, Table

_ROOM = 32_767
"""Characters that a cell of a workbook can hold."""
_CUT = "... [cut here: a cell holds no more]"
_NARROW, _WIDE = 24, 44
"""Widths of columns, in characters."""
_CORE = "docProps/core.xml"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive knows."""


def write(sheet: Sheet) -> Exported:
    """Write the record; the same register gives the same bytes. Raises `MissingLibraryError`."""
    try:
        # Only this format needs it, and it takes as long to load as twenty registers to check.
        from openpyxl import Workbook  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise MissingLibraryError("The format xlsx", "xlsx") from None
    book, losses = Workbook(), list[Loss]()
    book.remove(book.worksheets[0])
    for table in sheet.tables:
        losses += _add(book.create_sheet(table.title[:31]), table, sheet.title)
    properties = book.properties
    properties.title, properties.creator = in_xml(sheet.title), "privlint"
    properties.created = datetime.combine(sheet.day, time())
    return Exported(_bytes(book), tuple(losses))


def _add(page: Worksheet, table: Table, title: str) -> list[Loss]:
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415 - an optional library
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - the same

    losses = []
    for row, cells in enumerate(table.rows, 2):
        for column, cell in enumerate(cells, 1):
            text = "\n".join(in_xml(line.text) for line in cell)
            if len(text) > _ROOM:
                place = f"row {row}, column {column} of {table.title!r}"
                losses.append(Loss(ROOT, f"xlsx: {place} is cut after {_ROOM:,} characters"))
                text = text[: _ROOM - len(_CUT)] + _CUT
            box = _fill(page, row, column, text)
            box.font = Font(bold=column == 1, italic=_is_gap(cell))
    for column, name in enumerate(table.head, 1):
        box = _fill(page, 1, column, name)
        box.font = Font(bold=True)
        box.fill = PatternFill("solid", fgColor="E4E7EC")
        page.column_dimensions[get_column_letter(column)].width = _NARROW if column == 1 else _WIDE
    page.freeze_panes = "B2"
    _for_print(page, title)
    return losses


def _fill(page: Worksheet, row: int, column: int, text: str) -> Box | MergedCell:
    """Write a text that stays one, whatever it begins with, also when somebody edits it."""
    from openpyxl.styles import Alignment  # noqa: PLC0415 - an optional library

    box = page.cell(row, column)
    box.value = text
    box.data_type = "s"
    box.style = "Normal"
    box.quotePrefix = True
    box.alignment = Alignment(wrap_text=True, vertical="top")
    return box


def _for_print(page: Worksheet, title: str) -> None:
    """Print it in landscape, as wide as a page, with the head and the title on each."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - the same

    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    header, footer = page.HeaderFooter.oddHeader, page.HeaderFooter.oddFooter
    if header is not None and footer is not None:
        header.left.text = in_xml(title[:200]).replace("&", "&&")
        footer.right.text = "&P / &N"


def _is_gap(cell: Cell) -> bool:
    return all(line.is_gap for line in cell)


def _bytes(book: Workbook) -> bytes:
    """Save a workbook without the hour of the day in it."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - an optional library

    saved, out = io.BytesIO(), io.BytesIO()
    book.save(saved)
    book.properties.modified = book.properties.created
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = tostring(book.properties.to_tree()) if name == _CORE else old.read(name)
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
