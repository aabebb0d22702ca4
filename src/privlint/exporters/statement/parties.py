"""Who decides on the data, who decides with them, and who watches over it: the first section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named
from privlint.exporters.statement.blocks import Heading, Paragraph, Terms, capital, joined, own
from privlint.exporters.statement.telling import linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.statement.blocks import Block, Cell, Text
    from privlint.exporters.statement.telling import Telling
    from privlint.register import Address, ContactPoint, Controller, Dpo, JointController

Named = tuple[str, "Cell"]


def told(t: Telling) -> Iterator[Block]:
    """Tell who is responsible, and how to reach them."""
    yield Heading(2, t.say("Who we are"))
    yield Paragraph(t.say("We are the controller. We decide why and how your data are used."))
    yield Terms(tuple(_controller(t, t.register.controller)))
    for one in t.register.joint_controllers:
        yield Heading(3, t.say("Who decides with us"))
        yield Terms(tuple(_joint(t, one)))
    yield Heading(3, t.say("Data protection officer"))
    yield from _officer(t, t.register.dpo)
    if t.register.contacts:
        yield Heading(3, t.say("Other contacts"))
        rows = ((t.word("Contact"), tuple(point(t, each))) for each in t.register.contacts)
        yield Terms(tuple(rows))


def _controller(t: Telling, one: Controller | None) -> Iterator[Named]:
    if one is None or one.name is None:
        yield t.word("Name"), (t.gap(t.word("who the controller is"), ("controller", "name")),)
    if one is None:
        what = t.word("how to reach the controller")
        yield t.word("Contact"), (t.gap(what, ("controller",)),)
        return
    simple = {
        t.word("Name"): one.name,
        t.word("Person"): one.natural_person,
        t.word("Trade names"): ", ".join(one.trade_names),
        t.word("Legal form"): one.legal_form,
        t.word("Company number"): one.company_number,
        capital(t.word("VAT number")): one.vat_number,
        t.word("Register"): one.register,
    }
    yield from ((label, (own(text),)) for label, text in simple.items() if text)
    yield from _ways(t, one)
    if one.representative is not None:
        yield t.word("Representative in the EU"), tuple(point(t, one.representative))
    if one.privacy_contact is not None:
        yield t.word("Contact for privacy"), tuple(point(t, one.privacy_contact))


def _ways(t: Telling, one: Controller) -> Iterator[Named]:
    if one.address is not None:
        yield t.word("Address"), (address(t, one.address),)
    reached = {
        t.word("E-mail"): one.email,
        t.word("Phone"): one.phone,
        t.word("Website"): one.url,
    }
    yield from ((label, (linked(text),)) for label, text in reached.items() if text)
    if one.hours:
        yield t.word("Hours"), (own(one.hours),)
    ways = [t.label("way", "contact_form")] if one.contact_form else []
    for each in one.channels:
        text = named.way(t, each.channel, each.words)
        if each.at:
            text = t.say("{label}: {text}", label=text, text=linked(each.at))
        ways.append(text)
    if ways:
        yield t.word("Other ways"), tuple(dict.fromkeys(ways))
    if not one.ways:
        what = t.word("how to reach the controller")
        yield t.word("Contact"), (t.gap(what, ("controller",), ("controller", "email")),)


def _joint(t: Telling, one: JointController) -> Iterator[Named]:
    if one.name or one.recipient:
        name = own(one.name) if one.name else named.recipient(t, one.recipient or "")
        yield t.word("Name"), (t.with_when(name, one.for_),)
    essence = own(one.essence) if one.essence else None
    what = t.word("the essence of the arrangement")
    yield t.word("Arrangement"), (essence or t.gap(what, (*one.where, "essence")),)
    if one.contact is not None:
        yield t.word("Contact"), tuple(point(t, one.contact))


def _officer(t: Telling, one: Dpo | None) -> Iterator[Block]:
    if one is None:
        what = t.word("whether there is a data protection officer")
        yield Paragraph(t.gap(what, ("dpo",)))
        return
    if one.status == "not_appointed":
        text = t.say("We have not appointed a data protection officer.")
        yield Paragraph(t.with_when(text, one.reason))
        return
    lines = {
        t.word("Name"): own(one.name) if one.name else None,
        t.word("E-mail"): linked(one.email) if one.email else None,
        t.word("Phone"): own(one.phone) if one.phone else None,
        t.word("Website"): linked(one.url) if one.url else None,
        t.word("Address"): address(t, one.address) if one.address is not None else None,
    }
    rows = [(label, (text,)) for label, text in lines.items() if text is not None]
    if not one.reachable:
        what = t.word("how to reach the data protection officer")
        rows.append((t.word("Contact"), (t.gap(what, ("dpo",)),)))
    yield Terms(tuple(rows))


def address(t: Telling, one: Address) -> Text:
    """Write a postal address on one line."""
    town = " ".join(part for part in (one.postcode, one.city) if part)
    parts = [own(part) for part in (one.street, town) if part]
    if one.country:
        parts.append(t.country(one.country))
    return joined(parts, ", ")


def point(t: Telling, one: ContactPoint) -> Iterator[Text]:
    """Tell of somebody to turn to, a way a line."""
    if one.name or one.role:
        yield own(", ".join(part for part in (one.name, one.role) if part))
    if one.recipient:
        yield named.recipient(t, one.recipient)
    yield from (linked(way) for way in (one.email, one.phone, one.url) if way)
    if one.address is not None:
        yield address(t, one.address)
    if one.for_:
        yield t.say("For: {text}", text=own(one.for_))
