"""The short form on top: six questions, each answered in a line or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named, rights
from privlint.exporters.statement.blocks import Heading, Terms, own
from privlint.exporters.statement.telling import linked
from privlint.register import Transfer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.statement.blocks import Block, Text
    from privlint.exporters.statement.telling import Telling


def told(t: Telling) -> Iterator[Block]:
    """Tell the most important on one screen."""
    yield Heading(2, t.say("In short"))
    yield Terms(
        (
            (t.word("Who are we?"), (_who(t),)),
            (t.word("What do we use your data for?"), _what_for(t)),
            (t.word("Who gets your data?"), (_whom(t),)),
            (t.word("Do your data leave the European Economic Area?"), (_abroad(t),)),
            (t.word("What can you do?"), (_rights(t),)),
            (t.word("Where can you complain?"), (_authority(t),)),
        )
    )


def _who(t: Telling) -> Text:
    one = t.register.controller
    gap = t.gap(t.word("who the controller is"), ("controller", "name"))
    name = own(one.name) if one is not None and one.name else gap
    way = None if one is None else one.email or one.phone
    return t.say("{name}. Contact: {way}", name=name, way=linked(way)) if way else name


def _what_for(t: Telling) -> tuple[Text, ...]:
    found = tuple(named.purpose(t, one) for one in t.register.purposes.values())
    return found or (t.gap(t.word("what we use your data for"), ("purposes",)),)


def _whom(t: Telling) -> Text:
    found = [named.called(o) for o in t.register.recipients.values() if o.relation is None]
    if not found and t.register.claims_of("no_recipients"):
        return t.say("nobody")
    return t.listed(found) if found else t.gap(t.word("who gets your data"), ("recipients",))


def _abroad(t: Telling) -> Text:
    transfers = t.register.all(Transfer)
    going = [one for one in transfers if one.happens]
    if going:
        codes = dict.fromkeys(one.country for one in going if one.names_country and one.country)
        if codes:
            return t.say("Yes, to: {places}.", places=t.listed([t.country(c) for c in codes]))
        return t.say("Yes.")
    if any(not one.when for one in transfers):
        return t.say("No.")
    what = t.word("whether your data leave the European Economic Area")
    return t.gap(what, ("general", "transfers"), ("recipients",))


def _rights(t: Telling) -> Text:
    return t.listed([t.label("right", right) for right in rights.applying(t)])


def _authority(t: Telling) -> Text:
    for country in rights.countries(t):
        found = t.facts.authorities(country)
        if len(found) == 1:
            return own(found[0].name_in(t.lang))
        if found:
            return t.say("the supervisory authority of your place in {place}",
                         place=t.country(country))  # fmt: skip
    return t.gap(t.word("which authority is competent"), ("complaint",))
