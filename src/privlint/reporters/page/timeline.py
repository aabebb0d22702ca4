"""How long what is kept: bars on a scale, what has no period by name, and a gap for silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import in_html
from privlint.reporters.layout import mark
from privlint.reporters.page import places
from privlint.reporters.page.markup import aside, table, wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.data_map import Storage
    from privlint.reporters.layout import Words

_MOST = 120
"""Rows, above which no picture helps any more."""
_GAPS = {"silent": mark("Not stated how long"), "unseen": mark("Not looked at yet")}
_BOUNDS = {
    "at_most": mark("at most {length}"),
    "at_least": mark("at least {length}"),
    "about": mark("about {length}"),
}


def timeline(found: Sequence[Storage], number: int, words: Words) -> str:
    """Return the picture with its legend, and the same as a table."""
    say = words.say
    if not found:
        return f'<p class="soft">{say("The register names nothing that is kept.")}</p>'
    listed = wide(say("Storage as a table"), _table(found, words))
    listed = aside(say("The same as a table"), listed)
    if len(found) > _MOST:
        return f'<p class="soft">{say("There is too much to draw: see the table.")}</p>\n{listed}'
    # Only what is drawn pays for the library that draws.
    from privlint.reporters.page.bars import bars  # noqa: PLC0415

    name = say("How long which data are kept: picture of register {n}", n=number)
    drawn = wide(say("Picture of how long data are kept"), bars(found, name, words))
    legend = f"<figcaption>{say(_LEGEND)}</figcaption>"
    return f'<figure class="picture">{drawn}\n{legend}</figure>\n{listed}'


_LEGEND = mark(
    "The steps of the scale are not even: it goes from a day to decades. A bar is a period that "
    "the statement names; a diamond, an event or a criterion without a period; a dotted gap, a "
    "silence."
)


def label(one: Storage, words: Words) -> str:
    """Return what is kept for: the purpose, or who keeps it."""
    return one.holder or places.origin(one.origin, words)


def data(one: Storage, words: Words) -> str:
    """Return which data are kept."""
    # What cookies and embedded content are called are words of the statement, and no ids.
    is_own = one.origin.kind == "online"
    named = one.data if is_own else [words.term("data", each) for each in one.data]
    return ", ".join(named) or words.say("all data that are meant there")


def told(one: Storage, words: Words) -> str:
    """Say how long, in words."""
    say, term = words.say, words.term
    if one.kind in _GAPS:
        return say(_GAPS[one.kind])
    length = words.part(one.length)
    parts = [say(_BOUNDS[one.bound], length=length) if one.bound in _BOUNDS else length]
    parts += [say("for ever, or without an end")] if one.kind == "indefinite" else []
    parts += [say("counted from: {start}", start=term("from", one.start))] if one.start else []
    parts += [say("until: {event}", event=term("until", one.until))] if one.until else []
    if one.criterion:
        parts.append(say("criterion: {words}", words=term("criterion", one.criterion)))
    parts += [say("no period named")] if one.kind in {"until", "criterion"} else []
    parts += [say("a duty by law, as stated")] if one.is_duty else []
    parts += [say("for: {case}", case=one.case)] if one.case else []
    parts += [say("in some cases")] if one.is_sometimes else []
    return "; ".join(filter(None, parts))


def _table(found: Sequence[Storage], words: Words) -> str:
    say = words.say
    head = (say("Kept for"), say("Data"), say("How long"), say("In the statement's words"))
    rows = (
        tuple(
            map(in_html, (label(one, words), data(one, words), told(one, words), one.words or "-"))
        )
        for one in found
    )
    return table(say("How long what is kept"), head, rows)
