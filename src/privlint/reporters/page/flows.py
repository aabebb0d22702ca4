"""Who gets which data for which purpose, and where in the world they go: a picture and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.record import Record
from privlint.reporters.page import places
from privlint.reporters.page.markup import aside, table, wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from privlint.data_map import Flow, Party
    from privlint.knowledge.facts import Facts

_MOST = 60
"""Boxes in a column, above which no picture helps any more."""
_NOWHERE = frozenset({"nobody", "silent", "unseen"})
_GAP = ("gap", "")


class Box(Record):
    """A box of the picture: what it says, and how it looks."""

    key: tuple[str, str]
    label: str
    kind: str
    note: str = ""


class Link(Record):
    """A ribbon between two boxes of neighbouring columns, as wide as there are kinds of data."""

    start: tuple[str, str]
    end: tuple[str, str]
    weight: int
    kind: str
    title: str


class Columns(Record):
    """The picture before it is laid out: purposes, recipients and places, and what joins them."""

    boxes: tuple[dict[tuple[str, str], Box], ...]
    links: tuple[Link, ...]


def flows(found: Sequence[Flow], facts: Facts, number: int) -> str:
    """Return the picture with its legend, and the same as a table."""
    if not found:
        return '<p class="soft">The register names no purpose and no recipient.</p>'
    columns = _columns(found, facts)
    listed = aside("The same as a table", wide("Flows as a table", _table(found, facts)))
    if max(map(len, columns.boxes)) > _MOST:
        return f'<p class="soft">There is too much to draw: see the table.</p>\n{listed}'
    # Only what is drawn pays for the library that draws.
    from privlint.reporters.page.ribbons import ribbons  # noqa: PLC0415

    name = f"Who gets which data, and where they go: picture of register {number}"
    drawn = wide("Picture of the flows", ribbons(columns, name))
    return f'<figure class="picture">{drawn}\n<figcaption>{_LEGEND}</figcaption></figure>\n{listed}'


_LEGEND = (
    "Purposes on the left, who gets the data in the middle, where they go on the right. "
    '<span class="key"><i class="stated"></i> stated</span> '
    '<span class="key"><i class="sometimes"></i> stated for some cases only</span> '
    '<span class="key"><i class="known"></i> not stated, but known of the company</span> '
    '<span class="key"><i class="silent"></i> the statement is silent</span> '
    "The more kinds of data, the wider."
)


def _columns(found: Iterable[Flow], facts: Facts) -> Columns:
    origins: dict[tuple[str, str], Box] = {}
    parties: dict[tuple[str, str], Box] = {}
    ends: dict[tuple[str, str], Box] = {}
    links: list[Link] = []
    for flow in found:
        start, middle = (flow.origin.kind, flow.origin.id), (flow.party.kind, flow.party.id)
        label = places.origin(flow.origin)
        origins.setdefault(start, Box(start, label, _look(flow.origin.kind)))
        is_new = middle not in parties
        who = places.party(flow.party)
        parties.setdefault(middle, Box(middle, who, _look(flow.party.kind)))
        links.append(_link(flow, start, middle, f"{label} - {who}: {places.data(flow)}"))
        if is_new:
            for box, link in _whereabouts(flow.party, middle, facts):
                ends.setdefault(box.key, box)
                links.append(link)
    return Columns((origins, parties, ends), tuple(links))


def _link(flow: Flow, start: tuple[str, str], end: tuple[str, str], title: str) -> Link:
    kind = "sometimes" if flow.is_sometimes else "stated"
    if flow.party.kind in {"silent", "unseen"}:
        kind = "silent"
    tail = " (in some cases)" if flow.is_sometimes else ""
    return Link(start, end, max(1, len(flow.data)), kind, f"{title}{tail}")


def _whereabouts(party: Party, middle: tuple[str, str], facts: Facts) -> Iterator[tuple[Box, Link]]:
    if party.kind in _NOWHERE:
        return
    for one in party.whereabouts:
        key = ("place", one.place)
        side = places.side(one.place, facts)
        note = places.beside(one.place, facts)
        box = Box(key, places.place(one.place, facts), side, note)
        kind = "known" if one.known is not None else "sometimes" if one.is_sometimes else "stated"
        title = f"{places.party(party)} - {places.where(one, facts)}"
        yield box, Link(middle, key, 2, kind, title)
    if not party.whereabouts:
        title = f"{places.party(party)} - not stated where"
        yield Box(_GAP, "Not stated where", "gap"), Link(middle, _GAP, 2, "silent", title)


def _look(kind: str) -> str:
    return {"silent": "gap", "unseen": "gap", "untied": "gap"}.get(kind, "box")


def _table(found: Iterable[Flow], facts: Facts) -> str:
    head = ("Purpose", "Data", "Who gets them", "Where they go")
    return table(
        "Who gets which data, and where they go", head, (_row(one, facts) for one in found)
    )


def _row(flow: Flow, facts: Facts) -> tuple[str, ...]:
    who = places.party(flow.party) + (" (in some cases)" if flow.is_sometimes else "")
    told = "; ".join(places.where(one, facts) for one in flow.party.whereabouts)
    if not told:
        told = "-" if flow.party.kind in _NOWHERE else "not stated"
    return tuple(map(in_html, (places.origin(flow.origin), places.data(flow), who, told)))
