"""Draws up the record of a register, and writes it in a format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from privlint.exporters.ropa.activities import activities
from privlint.exporters.ropa.cells import Cells
from privlint.exporters.ropa.columns import COLUMNS
from privlint.exporters.ropa.cover import cover
from privlint.exporters.ropa.layouts import LAYOUTS as COLUMNS_OF
from privlint.exporters.ropa.layouts import TITLES
from privlint.exporters.ropa.parties import parties
from privlint.exporters.ropa.saying import flat
from privlint.exporters.ropa.sheet import Sheet, Table, lines

if TYPE_CHECKING:
    from privlint.exporters.contract import Exported, Subject, Wish

FORMATS = ("markdown", "csv", "xlsx", "html")
LAYOUTS = tuple(COLUMNS_OF)
LANGUAGES = ()

_TITLE = "Record of processing activities of {}, {}"
_REMARK = (
    "Drawn from the privacy statement as the register has it, and from nothing else: what the "
    "statement does not say has to be added by whoever keeps the record (Art. 30 GDPR)."
)


def export(subject: Subject, wish: Wish) -> Exported:
    """Write the record in a layout and a format."""
    drawn = draw(subject, wish.layout or LAYOUTS[0])
    # Each format has a library or a page of its own: only the one that is asked for is loaded.
    written: Exported = import_module(f"privlint.exporters.ropa.{wish.format}").write(drawn)
    return written


def draw(subject: Subject, layout: str) -> Sheet:
    """Draw up the record in a layout."""
    cells, columns = Cells(subject), COLUMNS_OF[layout]
    rows = tuple(
        (lines(activity.title), *(COLUMNS[column.fill](cells, activity) for column in columns))
        for activity in activities(subject.register)
    )
    head = ("Processing activity", *(column.head for column in columns))
    return Sheet(
        title=_TITLE.format(flat(subject.register.shop.name), TITLES[layout]),
        remark=_REMARK,
        day=subject.facts.day,
        cover=cover(subject, cells),
        activities=Table("Processing activities", head, rows),
        recipients=parties(cells),
    )
