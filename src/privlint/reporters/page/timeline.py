"""How long what is kept: bars on a scale, what has no period by name, and a gap for silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.reporters.page import places
from privlint.reporters.page.markup import aside, spoken, table, wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.data_map import Storage

_MOST = 120
"""Rows, above which no picture helps any more."""
_GAPS = {"silent": "Not stated how long", "unseen": "Not looked at yet"}
_BOUNDS = {"at_most": "at most", "at_least": "at least", "about": "about"}


def timeline(found: Sequence[Storage], number: int) -> str:
    """Return the picture with its legend, and the same as a table."""
    if not found:
        return '<p class="soft">The register names nothing that is kept.</p>'
    listed = aside("The same as a table", wide("Storage as a table", _table(found)))
    if len(found) > _MOST:
        return f'<p class="soft">There is too much to draw: see the table.</p>\n{listed}'
    # Only what is drawn pays for the library that draws.
    from privlint.reporters.page.bars import bars  # noqa: PLC0415

    name = f"How long which data are kept: picture of register {number}"
    drawn = wide("Picture of how long data are kept", bars(found, name))
    return f'<figure class="picture">{drawn}\n<figcaption>{_LEGEND}</figcaption></figure>\n{listed}'


_LEGEND = (
    "The steps of the scale are not even: it goes from a day to decades. A bar is a period that "
    "the statement names; a diamond, an event or a criterion without a period; a dotted gap, a "
    "silence."
)


def label(one: Storage) -> str:
    """Return what is kept for: the purpose, or who keeps it."""
    return one.holder or places.origin(one.origin)


def data(one: Storage) -> str:
    """Return which data are kept."""
    # What cookies and embedded content are called are words of the statement, and no ids.
    named = one.data if one.origin.kind == "online" else map(spoken, one.data)
    return ", ".join(named) or "all data that are meant there"


def told(one: Storage) -> str:
    """Say how long, in words."""
    if one.kind in _GAPS:
        return _GAPS[one.kind]
    parts = [" ".join(filter(None, (_BOUNDS.get(one.bound, ""), one.length)))]
    parts += ["for ever, or without an end"] if one.kind == "indefinite" else []
    parts += [f"counted from: {spoken(one.start)}"] if one.start else []
    parts += [f"until: {spoken(one.until)}"] if one.until else []
    parts += [f"criterion: {spoken(one.criterion)}"] if one.criterion else []
    parts += ["no period named"] if one.kind in {"until", "criterion"} else []
    parts += ["a duty by law, as stated"] if one.is_duty else []
    parts += [f"for: {one.case}"] if one.case else []
    parts += ["in some cases"] if one.is_sometimes else []
    return "; ".join(filter(None, parts))


def _table(found: Sequence[Storage]) -> str:
    head = ("Kept for", "Data", "How long", "In the statement's words")
    rows = (
        tuple(map(in_html, (label(one), data(one), told(one), one.words or "-"))) for one in found
    )
    return table("How long what is kept", head, rows)
