"""Who gets which data for which purpose, and where in the world they go: a picture and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.record import Record
from privlint.reporters.layout import mark
from privlint.reporters.page import places
from privlint.reporters.page.markup import aside, table, wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from privlint.data_map import Flow, Party
    from privlint.knowledge.facts import Facts
    from privlint.reporters.layout import Words

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


def flows(found: Sequence[Flow], facts: Facts, number: int, words: Words) -> str:
    """Return the picture with its legend, and the same as a table."""
    say = words.say
    if not found:
        return f'<p class="soft">{say("The register names no purpose and no recipient.")}</p>'
    columns = _columns(found, facts, words)
    listed = wide(say("Flows as a table"), _table(found, facts, words))
    listed = aside(say("The same as a table"), listed)
    if max(map(len, columns.boxes)) > _MOST:
        return f'<p class="soft">{say("There is too much to draw: see the table.")}</p>\n{listed}'
    # Only what is drawn pays for the library that draws.
    from privlint.reporters.page.ribbons import ribbons  # noqa: PLC0415

    name = say("Who gets which data, and where they go: picture of register {n}", n=number)
    drawn = wide(say("Picture of the flows"), ribbons(columns, name))
    legend = f"<figcaption>{_legend(words)}</figcaption>"
    return f'<figure class="picture">{drawn}\n{legend}</figure>\n{listed}'


_KEYS = {
    "stated": mark("stated"),
    "sometimes": mark("stated for some cases only"),
    "known": mark("not stated, but known of the company"),
    "silent": mark("the statement is silent"),
}
"""What a ribbon means, by how it looks."""


def _legend(words: Words) -> str:
    keys = (
        f'<span class="key"><i class="{kind}"></i> {words.say(told)}</span>'
        for kind, told in _KEYS.items()
    )
    columns = words.say(
        "Purposes on the left, who gets the data in the middle, where they go on the right."
    )
    return " ".join((columns, *keys, words.say("The more kinds of data, the wider.")))


def _columns(found: Iterable[Flow], facts: Facts, words: Words) -> Columns:
    origins: dict[tuple[str, str], Box] = {}
    parties: dict[tuple[str, str], Box] = {}
    ends: dict[tuple[str, str], Box] = {}
    links: list[Link] = []
    for flow in found:
        start, middle = (flow.origin.kind, flow.origin.id), (flow.party.kind, flow.party.id)
        label = places.origin(flow.origin, words)
        origins.setdefault(start, Box(start, label, _look(flow.origin.kind)))
        is_new = middle not in parties
        who = places.party(flow.party, words)
        parties.setdefault(middle, Box(middle, who, _look(flow.party.kind)))
        links.append(
            _link(flow, start, middle, f"{label} - {who}: {places.data(flow, words)}", words)
        )
        if is_new:
            for box, link in _whereabouts(flow.party, middle, facts, words):
                ends.setdefault(box.key, box)
                links.append(link)
    return Columns((origins, parties, ends), tuple(links))


def _link(
    flow: Flow, start: tuple[str, str], end: tuple[str, str], title: str, words: Words
) -> Link:
    kind = "sometimes" if flow.is_sometimes else "stated"
    if flow.party.kind in {"silent", "unseen"}:
        kind = "silent"
    tail = f" ({words.say('in some cases')})" if flow.is_sometimes else ""
    return Link(start, end, max(1, len(flow.data)), kind, f"{title}{tail}")


def _whereabouts(
    party: Party, middle: tuple[str, str], facts: Facts, words: Words
) -> Iterator[tuple[Box, Link]]:
    if party.kind in _NOWHERE:
        return
    for one in party.whereabouts:
        key = ("place", one.place)
        side = places.side(one.place, facts)
        note = places.beside(one.place, facts, words)
        box = Box(key, places.place(one.place, facts, words), side, note)
        kind = "known" if one.known is not None else "sometimes" if one.is_sometimes else "stated"
        title = f"{places.party(party, words)} - {places.where(one, facts, words)}"
        yield box, Link(middle, key, 2, kind, title)
    if not party.whereabouts:
        title = f"{places.party(party, words)} - {words.say('not stated where')}"
        yield (
            Box(_GAP, words.say("Not stated where"), "gap"),
            Link(middle, _GAP, 2, "silent", title),
        )


def _look(kind: str) -> str:
    return {"silent": "gap", "unseen": "gap", "untied": "gap"}.get(kind, "box")


def _table(found: Iterable[Flow], facts: Facts, words: Words) -> str:
    say = words.say
    head = (say("Purpose"), say("Data"), say("Who gets them"), say("Where they go"))
    rows = (_row(one, facts, words) for one in found)
    return table(say("Who gets which data, and where they go"), head, rows)


def _row(flow: Flow, facts: Facts, words: Words) -> tuple[str, ...]:
    who = places.party(flow.party, words)
    who += f" ({words.say('in some cases')})" if flow.is_sometimes else ""
    told = "; ".join(places.where(one, facts, words) for one in flow.party.whereabouts)
    if not told:
        told = "-" if flow.party.kind in _NOWHERE else words.say("not stated")
    return tuple(
        map(in_html, (places.origin(flow.origin, words), places.data(flow, words), who, told))
    )
