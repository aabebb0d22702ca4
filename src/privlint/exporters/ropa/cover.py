"""The cover of a record: who is responsible, and of which statement it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels
from privlint.exporters.ropa.gaps import NOT_STATED, gap
from privlint.exporters.ropa.saying import flat, listed, told
from privlint.exporters.ropa.sheet import Table, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.contract import Subject
    from privlint.exporters.ropa.cells import Cells
    from privlint.exporters.ropa.sheet import Cell
    from privlint.register import Address, ContactPoint, Controller, Dpo


def cover(subject: Subject, cells: Cells) -> Table:
    """Return who is responsible, and what the record is drawn from."""
    rows = tuple((lines(name), cell) for name, cell in _rows(subject, cells))
    return Table("Who, and from what", ("What", "As stated"), rows)


def _rows(subject: Subject, cells: Cells) -> Iterator[tuple[str, Cell]]:
    register = subject.register
    controller, statement = register.controller, register.statement
    yield (
        "Shop",
        lines(flat(register.shop.name), *([register.shop.url or ""] if register.shop.url else [])),
    )
    yield (
        "Controller",
        _or_gap(cells, _controller(controller, cells) if controller else (), "controller"),
    )
    yield "Joint controllers", cells.everywhere.joint()
    representative = controller.representative if controller is not None else None
    yield (
        "Representative",
        _or_gap(cells, _point(representative, cells), "controller", "representative"),
    )
    yield "Data protection officer", _officer(register.dpo, cells)
    person = controller.privacy_contact if controller is not None else None
    yield (
        "Contact for privacy",
        _or_gap(cells, _point(person, cells), "controller", "privacy_contact"),
    )
    yield "Where data are kept", cells.everywhere.location()
    named = [told(flat(statement.title or "without a title"), statement.language)]
    version = [f"version: {flat(statement.version)}"] if statement.version else []
    yield "Statement", lines(*named, *version)
    day = (statement.date.isoformat(),) if statement.date is not None else ()
    yield "Date of the statement", _or_gap(cells, day, "statement", "date")
    yield "Read as of", lines(subject.facts.day.isoformat())
    yield "Register", lines(subject.path)
    if register.todo:
        yield "Not looked at yet", lines(*(path.replace(".", " > ") for path in register.todo))


def _or_gap(cells: Cells, found: tuple[str, ...] | Iterator[str], *place: str) -> Cell:
    return lines(*found) or gap(cells.register, place)


def _controller(controller: Controller, cells: Cells) -> Iterator[str]:
    if controller.name or controller.natural_person:
        name = flat(controller.name or controller.natural_person or "")
        yield told(name, flat(controller.legal_form) if controller.legal_form else None)
    for name in controller.trade_names:
        yield f"trade name: {flat(name)}"
    if controller.name and controller.natural_person:
        yield f"person: {flat(controller.natural_person)}"
    yield from _address(controller.address, cells)
    for label, value in (
        ("company number", controller.company_number),
        ("VAT number", controller.vat_number),
        ("e-mail", controller.email),
        ("phone", controller.phone),
        ("website", controller.url),
    ):
        if value:
            yield f"{label}: {flat(value)}"
    ways = [labels.CHANNELS["contact_form"]] if controller.contact_form else []
    for channel in controller.channels:
        named = labels.CHANNELS[channel.channel]
        if channel.at:
            yield f"{named}: {flat(channel.at)}"
        else:
            ways.append(named)
    if ways:
        yield f"also by: {listed(ways)}"


def _officer(dpo: Dpo | None, cells: Cells) -> Cell:
    if dpo is None:
        return gap(cells.register, ("dpo",))
    if dpo.status == "not_appointed":
        reason = f"reason: {flat(dpo.reason)}" if dpo.reason else None
        return lines(told("none appointed, as the statement says", reason))
    said = [
        f"{label}: {flat(value)}"
        for label, value in (
            ("name", dpo.name),
            ("e-mail", dpo.email),
            ("phone", dpo.phone),
            ("website", dpo.url),
        )
        if value
    ]
    said += _address(dpo.address, cells)
    return lines("appointed", *(said or [f"contact: {NOT_STATED}"]))


def _point(point: ContactPoint | None, cells: Cells) -> Iterator[str]:
    if point is None:
        return
    if point.name or point.role:
        yield told(flat(point.name or point.role or ""), point.name and point.role)
    for label, value in (
        ("for", point.for_),
        ("e-mail", point.email),
        ("phone", point.phone),
        ("website", point.url),
    ):
        if value:
            yield f"{label}: {flat(value)}"
    yield from _address(point.address, cells)


def _address(address: Address | None, cells: Cells) -> Iterator[str]:
    if address is not None:
        city = " ".join(filter(None, (address.postcode, address.city)))
        country = cells.say.country(address.country) if address.country else None
        yield flat(", ".join(filter(None, (address.street, city, country))))
