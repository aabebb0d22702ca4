"""Cookies and what else a website stores or loads: what for, by whom, how long, and the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named, storage
from privlint.exporters.statement.blocks import (
    Bullets,
    Heading,
    Paragraph,
    Span,
    Table,
    own,
)
from privlint.exporters.statement.telling import linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.statement.blocks import Block, Cell, Text
    from privlint.exporters.statement.telling import Telling
    from privlint.register import Analytics, Cookie, CookieConsent, Cookies, Embed


def told(t: Telling) -> Iterator[Block]:
    """Tell of cookies, of measuring and of content of others."""
    yield Heading(2, t.say("Cookies"))
    found = t.register.cookies
    if found is None:
        yield Paragraph(t.gap(t.word("whether we use cookies, and which"), ("cookies",)))
    else:
        yield from _cookies(t, found)
    if t.register.embeds:
        yield Heading(3, t.say("Content of others on our website"))
        yield Bullets(tuple(_embed(t, one) for one in t.register.embeds))


def _cookies(t: Telling, found: Cookies) -> Iterator[Block]:
    if found.items:
        head = (t.word("Cookie"), t.word("What for"), t.word("By whom"), t.word("How long"))
        rows = tuple(_row(t, one) for one in found.items)
        yield Table(t.word("Which cookies we use"), head, rows)
    lines = [
        *_choice(t, found),
        *(text for one in found.analytics if (text := _measuring(t, one))),
    ]
    if found.technologies:
        names = t.labels("technology", found.technologies)
        lines.append(t.say("We also use: {names}.", names=names))
    if found.details_in:
        lines.append(t.say("You find more in: {text}", text=document(t, found.details_in)))
    if lines:
        yield Bullets(tuple(lines))


def _row(t: Telling, one: Cookie) -> tuple[Cell, ...]:
    kind = t.label("cookie", one.kind) if one.kind else None
    name = own(one.name) if one.name else kind or t.say("not stated")
    text = t.with_when(name, None if one.name else one.words, one.when)
    title = (text, kind) if one.name and kind is not None else (text,)
    duration = storage.kept(t, one.duration) if one.duration is not None else ()
    gap = t.gap(t.word("how long"), (*one.where, "duration"))
    return title, tuple(_uses(t, one)), tuple(_whose(t, one)), duration or (gap,)


def _uses(t: Telling, one: Cookie) -> Iterator[Text]:
    if one.purpose:
        yield own(one.purpose)
    if one.serves:
        yield t.labels("serves", one.serves)
    if not one.purpose and not one.serves:
        yield t.gap(t.word("what for"), (*one.where, "purpose"))
    if one.data:
        yield t.say("Data: {data}", data=named.data(t, one.data))
    if one.called:
        yield t.labels("called", one.called)
    for basis in one.legal_basis:
        yield t.say("Legal basis: {basis}", basis=named.on(t, basis))


def _whose(t: Telling, one: Cookie) -> Iterator[Text]:
    if one.party:
        yield t.label("party", one.party)
    if one.provider:
        yield named.recipients(t, one.provider)
    if one.third_party_access is True:
        yield t.say("Others can read them.")
    elif one.third_party_access is False:
        yield t.say("Nobody else can read them.")
    elif not one.party and not one.provider:
        yield t.gap(t.word("by whom"), (*one.where, "party"))


def _choice(t: Telling, found: Cookies) -> Iterator[Text]:
    yield from (text for one in found.consent if (text := _asked(t, one)))
    if not found.consent and any(one.kind != "strictly_necessary" for one in found.items):
        yield t.gap(t.word("how you choose"), ("cookies", "consent"))
    refused = [own(one.words) for one in found.refusal if one.words]
    if refused:
        yield t.say("If you refuse: {text}", text=t.apart(*refused))
    if found.withdrawal is not None:
        yield named.withdrawal(t, found.withdrawal)


def _asked(t: Telling, one: CookieConsent) -> Text:
    if one.mechanism == "not_stated":
        text = t.gap(t.word("how you choose"), (*one.where, "mechanism"))
    else:
        text = t.label("mechanism", one.mechanism)
    if one.refuse:
        text = (*text, Span(" "), *t.label("refuse", one.refuse))
    if one.wall:
        text = (*text, Span(" "), *t.say("Without consent you cannot use the website."))
    if one.of:
        text = t.say("{what} Only for: {limits}.", what=text, limits=t.labels("cookie", one.of))
    return text


def _measuring(t: Telling, one: Analytics) -> Text:
    said = {
        t.word("the IP address is shortened"): one.ip_truncated is True,
        t.word("the IP address is not shortened"): one.ip_truncated is False,
        t.word("it may use the data for its own purposes"): one.shared_for_own_purposes is True,
        t.word("it may not use the data itself"): one.shared_for_own_purposes is False,
        t.word("we can see individual people"): one.individual is True,
        t.word("we cannot see individual people"): one.individual is False,
        t.word("the data are combined with other data"): one.combined is True,
        t.word("the data are not combined with other data"): one.combined is False,
    }
    name = named.recipient(t, one.tool) if one.tool else t.say("Measuring visits")
    told = [(Span(text),) for text, is_said in said.items() if is_said]
    return t.say("{label}: {text}", label=name, text=t.apart(*told)) if told else ()


def _embed(t: Telling, one: Embed) -> Text:
    text = (*t.apart(*_embedded(t, one)), Span("."))
    return (*text, Span(" "), *t.label("loads", one.loads)) if one.loads else text


def _embedded(t: Telling, one: Embed) -> Iterator[Text]:
    yield named.worded(t, "embed", one.what, one.words)
    if one.recipients:
        yield t.say("from {names}", names=named.recipients(t, one.recipients))
    if one.purpose:
        yield own(one.purpose)
    if one.collects:
        yield t.say("Data: {data}", data=named.data(t, one.collects))
    for basis in one.legal_basis:
        yield t.say("Legal basis: {basis}", basis=named.on(t, basis))
    for line in storage.kept(t, one.retention) if one.retention is not None else ():
        yield t.say("How long: {text}", text=line)


def document(t: Telling, name: str) -> Text:
    """Name another document, with its address where one is given."""
    found = t.register.statement.documents.get(name)
    if found is None:
        return own(name)
    title = own(found.title) if found.title else t.label("document", found.kind)
    if found.recipient:
        title = (*title, Span(" ("), *named.recipient(t, found.recipient), Span(")"))
    return t.say("{label}: {text}", label=title, text=linked(found.url)) if found.url else title
