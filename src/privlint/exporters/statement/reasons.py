"""Why data are used: the table of purposes, the legal bases, consent, the duty to give data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named, storage
from privlint.exporters.statement.blocks import (
    Bullets,
    Heading,
    Paragraph,
    Span,
    Table,
    joined,
    own,
)
from privlint.exporters.statement.marking import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.exporters.statement.blocks import Block, Cell, Text
    from privlint.exporters.statement.telling import Telling
    from privlint.register import DataGroup, General, LegalBasis, Provision, Purpose

Row = tuple["Cell", ...]

_HEAD = (
    mark("Purpose"),
    mark("Data"),
    mark("Legal basis"),
    mark("How long"),
    mark("Who gets them"),
)


def told(t: Telling) -> Iterator[Block]:
    """Tell what data are used for, which, on what basis, how long, and who gets them."""
    yield Heading(2, t.say("Why we use your data"))
    rows = tuple(_rows(t))
    if not t.register.purposes:
        yield Paragraph(t.gap(t.word("what we use your data for"), ("purposes",)))
    if rows:
        caption = t.word("What we use your data for, and on what basis")
        yield Table(caption, tuple(map(t.word, _HEAD)), rows)
    if t.register.general is not None:
        yield from _general(t, t.register.general)
    yield from _bases(t)
    yield from _consent(t)
    yield from _duty(t)


def _rows(t: Telling) -> Iterator[Row]:
    for purpose in t.register.purposes.values():
        title = t.with_when(named.purpose(t, purpose), purpose.when)
        (data, *fate), *others = (_fate(t, purpose, group) for group in purpose.data or (None,))
        first = ((*data, *_terms(t, purpose)), *fate)
        yield from _merged((title,), [first, *others])
    general = t.register.general
    listed = general.data if general is not None else ()
    yield from _merged((t.say("No purpose in particular"),), [_listed(t, g) for g in listed])


def _merged(title: Cell, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows under a title; data that share their fate stand in one."""
    data: dict[Row, Cell] = {}
    for first, *rest in rows:
        data[tuple(rest)] = (*data.get(tuple(rest), ()), *first)
    for fate, first in data.items():
        yield title, tuple(dict.fromkeys(first)), *fate


def _fate(t: Telling, purpose: Purpose, group: DataGroup | None) -> Row:
    """Return data, with on what basis and how long they are kept, and who gets them."""
    return (
        _data(t, purpose, group),
        _grounds(t, purpose, group),
        storage.kept_for(t, purpose, group),
        _receivers(t, purpose, group),
    )


def _listed(t: Telling, group: DataGroup) -> Row:
    silent = (t.say("as told below for all data"),)
    return (
        tuple(_group(t, group)),
        tuple(named.on(t, basis) for basis in group.legal_basis) or silent,
        (storage.kept(t, group.retention) if group.retention is not None else ()) or silent,
        _named(t, group) or silent,
    )


def _terms(t: Telling, purpose: Purpose) -> Cell:
    """Return what is said of a purpose as a whole."""
    lines: list[Text] = []
    conditions = [own(one.words) for one in purpose.conditions if one.words]
    if conditions:
        lines.append(t.say("Conditions: {text}", text=t.apart(*conditions)))
    if purpose.since is not None:
        lines.append(t.say("Since {day}", day=t.day(purpose.since)))
    if purpose.payment_methods:
        methods = t.listed([own(method) for method in purpose.payment_methods])
        lines.append(t.say("Payment methods: {text}", text=methods))
    return tuple(lines)


def _data(t: Telling, purpose: Purpose, group: DataGroup | None) -> Cell:
    if group is None:
        return (t.gap(t.word("which data"), (*purpose.where, "data")),)
    return tuple(_group(t, group))


def _group(t: Telling, group: DataGroup) -> Iterator[Text]:
    what = [named.data(t, group.categories)] if group.categories else []
    what += [own(group.unnamed)] if group.unnamed else []
    if not what:
        what.append(t.gap(t.word("which data"), (*group.where, "categories")))
    yield t.with_when(t.apart(*what), group.when)
    if group.called:
        yield t.labels("called", group.called)
    if group.subjects:
        people = t.labels("people", sorted(group.subjects))
        yield t.say("About: {people}", people=people)
    if group.source:
        source = t.with_when(t.labels("source", group.source), group.source_words)
        yield t.say("Source: {source}", source=source)
    elif group.source_words:
        yield t.say("Source: {source}", source=own(group.source_words))
    if group.via:
        yield t.say("Through: {parties}", parties=named.recipients(t, group.via))
    if group.held_by:
        yield t.say("Held by: {parties}", parties=named.recipient(t, group.held_by))
    if group.required is not None:
        yield t.label("required", "required" if group.required else "optional")


def _grounds(t: Telling, purpose: Purpose, group: DataGroup | None) -> Cell:
    bases = group.bases if group is not None else purpose.bases
    if bases:
        return tuple(named.on(t, basis) for basis in bases)
    if purpose.bases:
        return tuple(named.on(t, basis) for basis in purpose.bases)
    return (t.gap(t.word("the legal basis"), (*purpose.where, "legal_basis")),)


def _receivers(t: Telling, purpose: Purpose, group: DataGroup | None) -> Cell:
    lines = (*(_named(t, group) if group is not None else ()), *_named(t, purpose))
    if lines:
        return lines
    general = t.register.general
    if general is not None and general.recipients:
        return (t.say("as told below for all data"),)
    places = [(*h.where, "recipients") for h in (group, purpose) if h is not None]
    return (t.gap(t.word("who gets them"), *places),)


def _named(t: Telling, holder: Purpose | DataGroup) -> Cell:
    """Name who gets data; nobody is said only where the register says so."""
    if "recipients" in holder.stated and not holder.recipients:
        return (t.say("nobody"),)
    return named.received(t, holder.recipients)


def _general(t: Telling, general: General) -> Iterator[Block]:
    lines = tuple(_for_all(t, general))
    if lines:
        yield Heading(3, t.say("For all data"))
        yield Bullets(lines)


def _for_all(t: Telling, general: General) -> Iterator[Text]:
    for one in general.purposes:
        yield t.say("Purpose: {text}", text=own(one.words or ""))
    for basis in general.legal_basis:
        yield t.say("Legal basis: {basis}", basis=named.on(t, basis))
    for line in storage.kept(t, general.retention) if general.retention is not None else ():
        yield t.say("How long: {text}", text=line)
    for line in named.received(t, general.recipients):
        yield t.say("Who gets them: {text}", text=line)
    if general.data_subjects:
        yield t.say("About: {people}", people=t.labels("people", general.data_subjects))
    ways = [way for way in general.collected if way != "other"]
    if ways:
        yield t.say("How we get them: {ways}", ways=t.labels("way", ways))


def _bases(t: Telling) -> Iterator[Block]:
    used = [b.basis for b in t.register.bases_in_use()]
    used += [b.basis for b in (t.register.general.legal_basis if t.register.general else ())]
    if used:
        yield Heading(3, t.say("The legal bases"))
        yield Paragraph(t.say("We use your data on these legal bases:"))
        yield Bullets(tuple(t.label("basis", basis) for basis in dict.fromkeys(used)))
    balanced = [b for b in t.register.bases_in_use() if "on_request" in b.balancing]
    if balanced:
        yield Paragraph(t.say("You may ask us how we weighed our interests against yours."))


def _consent(t: Telling) -> Iterator[Block]:
    lines = []
    for purpose in t.register.purposes.values():
        for basis in purpose.bases:
            said = tuple(_given(t, basis))
            if basis.basis == "consent" and said:
                text = joined(said, " ")
                lines.append(t.say("{label}: {text}", label=named.purpose(t, purpose), text=text))
    if lines:
        yield Heading(3, t.say("Your consent"))
        yield Bullets(tuple(dict.fromkeys(lines)))


def _given(t: Telling, basis: LegalBasis) -> Iterator[Text]:
    if basis.collected:
        yield named.worded(t, "collected", basis.collected, basis.words)
    if basis.withdrawal is not None:
        yield named.withdrawal(t, basis.withdrawal)


def _duty(t: Telling) -> Iterator[Block]:
    yield Heading(3, t.say("Must you give us your data?"))
    lines = [
        t.say("{label}: {text}", label=named.purpose(t, purpose), text=_provision(t, each))
        for purpose in t.register.purposes.values()
        for each in purpose.provision
    ]
    general = t.register.general
    lines += [_provision(t, each) for each in (general.provision if general is not None else ())]
    if lines:
        yield Bullets(tuple(lines))
    else:
        what = t.word("whether you must give us data, and what happens if you do not")
        yield Paragraph(t.gap(what, ("provision",), ("general", "provision")))


def _provision(t: Telling, one: Provision) -> Text:
    parts: list[Text] = []
    if one.required:
        parts.append(t.label("required", one.required))
    if one.by:
        parts.append(t.label("required_by", one.by))
    if one.categories:
        parts.append(t.say("It is about: {data}.", data=named.data(t, one.categories)))
    if one.for_:
        parts.append(t.say("This is so for: {names}.", names=own(one.for_)))
    if one.purposes:
        parts.append(t.say("It is about: {data}.", data=named.purposes(t, one.purposes)))
    if one.consequence:
        parts.append(t.say("If you do not: {text}.", text=own(one.consequence)))
    elif one.required != "optional":
        what = t.word("what happens if you do not")
        parts.append((*t.gap(what, (*one.where, "consequence")), Span(".")))
    return joined(parts, " ")
