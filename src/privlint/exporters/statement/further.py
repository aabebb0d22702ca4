"""What else a register tells: advertising, accounts, minors, security, changes, documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named
from privlint.exporters.statement.blocks import Bullets, Heading, Span, joined, own
from privlint.exporters.statement.cookies import document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from privlint.exporters.statement.blocks import Block, Text
    from privlint.exporters.statement.telling import Telling
    from privlint.register import Marketing, Minor


def told(t: Telling) -> Iterator[Block]:
    """Tell the rest, each under its heading, where the register says anything of it."""
    parts: dict[str, Callable[[Telling], Iterator[Text]]] = {
        t.word("Advertising"): _advertising,
        t.word("Your account"): _account,
        t.word("Where the data are kept"): _places,
        t.word("Security"): _security,
        t.word("Minors"): _minors,
        t.word("What this statement is about"): _scope,
        t.word("Changes to this statement"): _changes,
        t.word("Other documents"): _documents,
    }
    for title, part in parts.items():
        lines = tuple(part(t))
        if lines:
            yield Heading(2, (Span(title),))
            yield Bullets(lines)


def _advertising(t: Telling) -> Iterator[Text]:
    for purpose in t.register.purposes.values():
        lines = tuple(_marketing(t, purpose.marketing))
        if lines:
            text = t.apart(*lines)
            yield t.say("{label}: {text}", label=named.purpose(t, purpose), text=text)
    yield from _marketing(t, t.register.marketing)


def _marketing(t: Telling, one: Marketing | None) -> Iterator[Text]:
    if one is None:
        return
    if one.content:
        yield own(one.content)
    for each in one.channels:
        parts = [t.with_when(t.label("way", each.channel), each.when)]
        parts += [t.say("Legal basis: {basis}", basis=named.on(t, b)) for b in each.legal_basis]
        if each.opt_out:
            parts.append(t.say("How you stop it: {text}", text=own(each.opt_out)))
        yield t.apart(*parts)
    if one.opt_out:
        yield t.say("How you stop it: {text}", text=own(one.opt_out))
    for track in one.tracking:
        yield t.with_when(t.label("tracked", track.what), track.purpose, track.when)


def _account(t: Telling) -> Iterator[Text]:
    one = t.register.account
    if one is None:
        return
    if one.required is not None:
        yes, no = t.say("You need an account."), t.say("You do not need an account.")
        yield yes if one.required else no
    if one.guest_checkout:
        yield t.say("You can order as a guest.")
    if one.social_login:
        yield t.say("You can log in with a social network.")
    yield from (own(each.words) for each in one.functions if each.words)


def _places(t: Telling) -> Iterator[Text]:
    for one in t.register.storage:
        if one.place is None or one.by is not None:
            continue
        gap = t.gap(t.word("in which country"), (*one.where, "place"))
        text = gap if one.place == "unnamed" else t.country(one.place)
        if one.of:
            text = t.say("{what}, only: {limits}", what=text, limits=named.data(t, one.of))
        yield t.with_when(text, one.for_, one.when)


def _security(t: Telling) -> Iterator[Text]:
    one = t.register.security
    if one is None:
        return
    if one.measures:
        names = [t.with_when(t.label("measure", each.measure), each.of) for each in one.measures]
        yield t.say("We protect your data with: {names}.", names=t.listed(names))
    if one.breach is not None and one.breach.tells:
        whom = t.labels("told_of_breach", one.breach.tells)
        told = t.with_when(whom, one.breach.when)
        yield t.say("If data leak, we tell: {names}.", names=told)


def _minors(t: Telling) -> Iterator[Text]:
    yield from (_minor(t, one) for one in t.register.minors)


def _minor(t: Telling, one: Minor) -> Text:
    parts: list[Text] = []
    if one.age is not None:
        parts.append(t.say("Age limit: {n} years.", n=str(one.age)))
    if one.position:
        parts.append(t.label("minor", one.position))
    parts += [(*own(text), Span(".")) for text in (one.measures, one.remedy) if text]
    limits: list[Text] = [own(text) for text in (one.for_, one.when) if text]
    if limits:
        parts.append(t.say("This is so for: {names}.", names=t.apart(*limits)))
    return joined(parts, " ")


def _scope(t: Telling) -> Iterator[Text]:
    said = t.register.statement
    for one in said.applies_to:
        yield t.say("It is about: {data}.", data=own(one.words or ""))
    for one in said.not_applies_to:
        yield t.say("It is not about: {data}.", data=own(one.words or ""))


def _changes(t: Telling) -> Iterator[Text]:
    changes = t.register.statement.changes
    if changes is None:
        return
    told = [way for way in changes.notice if way != "none"]
    if told:
        yield t.say("We tell of changes: {ways}.", ways=t.labels("notice", told))
    if changes.material:
        ways = t.labels("notice", changes.material)
        yield t.say("We tell of important changes: {ways}.", ways=ways)
    if "none" in changes.notice:
        yield t.say("We do not tell of changes.")
    if changes.reasons:
        yield own(changes.reasons)


def _documents(t: Telling) -> Iterator[Text]:
    yield from (document(t, name) for name in t.register.statement.documents)
