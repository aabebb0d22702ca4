"""Who gets the data, and what leaves the European Economic Area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named, parties, storage
from privlint.exporters.statement.blocks import Bullets, Heading, Paragraph, Table, own
from privlint.exporters.statement.telling import linked
from privlint.knowledge.answers import Answer
from privlint.register import Recipient, Transfer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.statement.blocks import Block, Cell, Text
    from privlint.exporters.statement.telling import Telling


def told(t: Telling) -> Iterator[Block]:
    """Tell who gets data, and of transfers to third countries."""
    yield Heading(2, t.say("Who gets your data"))
    everybody = t.register.recipients.values()
    rows = tuple(_row(t, one) for one in everybody if one.relation is None)
    if rows:
        head = (t.word("Who"), t.word("What they do"), t.word("Role"), t.word("Where"))
        yield Table(t.word("Who gets your data, and what for"), head, rows)
    elif t.register.claims_of("no_recipients"):
        yield Paragraph(t.say("Nobody else gets your data."))
    else:
        yield Paragraph(t.gap(t.word("who gets your data"), ("recipients",)))
    linked_only = [named.called(one) for one in everybody if one.relation is not None]
    if linked_only:
        text = t.say("We only link to these, or you can reach us through them: {names}.",
                     names=t.listed(linked_only))  # fmt: skip
        yield Paragraph(text)
    yield from _abroad(t)


def _row(t: Telling, one: Recipient) -> tuple[Cell, ...]:
    role = t.label("role", one.role) if one.role else t.say("not stated")
    return ((t.with_when(named.called(one), one.when),), tuple(_does(t, one)), (role,),
            tuple(_where(t, one)))  # fmt: skip


def _does(t: Telling, one: Recipient) -> Iterator[Text]:
    yield own(one.does) if one.does else t.say("not stated")
    if one.categories:
        yield t.say("Data: {data}", data=named.data(t, one.categories))
    for basis in one.legal_basis:
        yield t.say("Legal basis: {basis}", basis=named.on(t, basis))
    for line in storage.kept(t, one.retention) if one.retention is not None else ():
        yield t.say("How long: {text}", text=line)
    if one.collects_itself:
        yield t.say("It collects the data itself.")
    if one.own_purposes:
        yield t.say("It also uses the data for its own purposes.")
    if one.passes_on is not None and one.passes_on.to:
        yield t.say("It passes data on to: {text}", text=own(one.passes_on.to))
    if one.compelled_disclosure:
        yield own(one.compelled_disclosure)
    if one.self_hosted:
        yield t.say("It runs on our own server.")


def _where(t: Telling, one: Recipient) -> Iterator[Text]:
    if one.address is not None:
        yield parties.address(t, one.address)
    elif one.country:
        yield t.country(one.country)
    for place in t.register.storage_of(one):
        if place != "unnamed":
            yield t.say("Data kept in: {place}", place=t.country(place))
    if one.contact is not None:
        ways = (one.contact.email, one.contact.phone, one.contact.url)
        yield from (linked(way) for way in ways if way)
    if one.policy:
        yield t.say("Its privacy statement: {text}", text=linked(one.policy))
    if not (one.seat or one.contact or one.policy or t.register.storage_of(one)):
        yield t.say("not stated")


def _abroad(t: Telling) -> Iterator[Block]:
    yield Heading(2, t.say("Outside the European Economic Area"))
    transfers = t.register.all(Transfer)
    rows = [_transfer(t, one) for one in transfers if one.happens]
    rows += [_unsaid(t, one) for one in _silent(t)]
    if rows:
        yield Paragraph(t.say("Some data go to countries outside the European Economic Area."))
        head = (t.word("Who"), t.word("Country"), t.word("Safeguard"), t.word("Copy"))
        yield Table(t.word("Who gets data there, and what protects them"), head, tuple(rows))
    kept_in = [_excluded(t, one) for one in transfers if not one.happens]
    if kept_in:
        yield Bullets(tuple(kept_in))
    if not rows and not kept_in:
        what = t.word("whether your data leave the European Economic Area")
        yield Paragraph(t.gap(what, ("general", "transfers"), ("recipients",)))


def _silent(t: Telling) -> Iterator[Recipient]:
    """Yield who gets data outside the EEA, as stated, without a word on what protects them."""
    for one in t.register.recipients.values():
        is_outside = t.facts.eea(one.seat) is Answer.NO
        if one.receives and is_outside and not t.register.transfers_of(one):
            yield one


def _unsaid(t: Telling, one: Recipient) -> tuple[Cell, ...]:
    gap = t.gap(t.word("what protects the data"), (*one.where, "transfers"))
    return (named.called(one),), (t.country(one.seat or ""),), (gap,), (t.say("not stated"),)


def _whom(t: Telling, one: Transfer) -> Text:
    found = [named.called(each) for each in t.register.receivers(one)]
    names = t.listed(found) if found else t.say("not stated")
    return t.with_when(names, one.importer, one.when)


def _transfer(t: Telling, one: Transfer) -> tuple[Cell, ...]:
    gap = t.gap(t.word("to which country"), (*one.where, "country"))
    place = t.country(one.country) if one.names_country and one.country else gap
    gap = t.gap(t.word("whether you can have a copy"), (*one.where, "copy"))
    copy = t.label("copy", one.copy) if one.copy else gap
    if one.safeguard in {"adequacy", "dpf"} and not one.copy:
        copy = t.say("The decision is published in the Official Journal of the European Union.")
    return (_whom(t, one),), (place,), tuple(_safeguard(t, one)), (copy,)


def _safeguard(t: Telling, one: Transfer) -> Iterator[Text]:
    if one.safeguard and one.safeguard != "unnamed":
        yield t.label("safeguard", one.safeguard)
    elif not one.derogation:
        gap = t.gap(t.word("what protects the data"), (*one.where, "safeguard"))
        yield t.apart(gap, *((own(one.words),) if one.words else ()))
    if one.derogation:
        yield t.label("derogation", one.derogation)
    if one.generation:
        yield t.say("of {year}", year=one.generation)
    if is_dead(t, one):
        yield t.say("No longer valid on {day}", day=t.day(t.facts.day))


def is_dead(t: Telling, one: Transfer) -> bool:
    """Tell whether a transfer leans on what no longer carries one on the day."""
    generation = f"-{one.generation}" if one.generation else ""
    named_one = t.facts.instrument(f"{one.safeguard}{generation}")
    return named_one is not None and not named_one.in_force


def _excluded(t: Telling, one: Transfer) -> Text:
    found = [named.called(each) for each in t.register.receivers(one)]
    text = t.say("The data stay in the European Economic Area.")
    if found:
        text = t.say("The data that {names} get stay in the European Economic Area.",
                     names=t.listed(found))  # fmt: skip
    return t.with_when(text, one.when)
