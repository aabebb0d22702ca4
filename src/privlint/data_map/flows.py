"""Who gets which data for which purpose, and where they go: as stated, and where it is silent."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from privlint.data_map.values import (
    GENERAL,
    NAMED,
    NOBODY,
    ONLINE,
    PURPOSE,
    SHOP,
    SILENT,
    UNNAMED,
    UNSEEN,
    UNTIED,
    Flow,
    Origin,
    Party,
    Whereabouts,
)
from privlint.data_map.waiting import Waiting
from privlint.register.cookies import Analytics, Cookie, Embed
from privlint.register.references import references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.knowledge.facts import Facts
    from privlint.register import Recipient, Register, Transfer
    from privlint.register.parts import CategoryEntry, RecipientRef
    from privlint.register.purposes import DataGroup, Purpose
    from privlint.register.statement import General, Storage

EVERYTHING = Origin(GENERAL)
DEVICE = Origin(ONLINE)
_NOBODY = Party(NOBODY)


def flows(register: Register, facts: Facts) -> tuple[Flow, ...]:
    """Return them in the order of the register, each pair of a purpose and a recipient once."""
    told = _told_elsewhere(register)
    parties = {
        key: Party(NAMED, one.name or key, key, tuple(_whereabouts(one, told[key], facts)))
        for key, one in register.recipients.items()
    }
    found = [*_stated(register, parties)]
    found += _untied(register, parties, {flow.party.id for flow in found})
    found += _wide(register)
    return tuple(_merged(found))


def origin_of(purpose: Purpose) -> Origin:
    """Return a purpose as a data map knows it."""
    return Origin(PURPOSE, purpose.title or purpose.id, purpose.id)


def _stated(register: Register, parties: dict[str, Party]) -> Iterator[Flow]:
    waiting = Waiting(register)
    for purpose in register.purposes.values():
        is_waiting = waiting.holds(purpose, "recipients")
        gap = Party(UNSEEN if is_waiting else SILENT)
        yield from _of(purpose, origin_of(purpose), parties, gap)
    if register.general is not None:
        yield from _of(register.general, EVERYTHING, parties, None)


def _of(
    holder: Purpose | General, origin: Origin, parties: dict[str, Party], gap: Party | None
) -> Iterator[Flow]:
    """Yield what is said of one purpose, or for everything; `gap` stands for a silence."""
    silent: list[str] = []
    for group in holder.data:
        if group.held_by is not None:
            yield Flow(origin, _party(group.held_by, parties), _ids(group.categories))
        elif "recipients" not in group.stated:
            silent += _ids(group.categories)
        yield from _to(group, group.recipients, origin, parties)
        if "recipients" in group.stated and not group.recipients:
            yield Flow(origin, _NOBODY, _ids(group.categories), bool(group.when))
    data = tuple(dict.fromkeys(silent))
    for ref in holder.recipients:
        named = _ids(ref.categories) or data
        yield Flow(origin, _party(ref.to, parties), named, bool(ref.when))
    if "recipients" in holder.stated and not holder.recipients:
        yield Flow(origin, _NOBODY, data)
    is_silent = "recipients" not in holder.stated and (silent or not holder.data)
    if is_silent and gap is not None:
        yield Flow(origin, gap, data)


def _to(
    group: DataGroup, refs: Iterable[RecipientRef], origin: Origin, parties: dict[str, Party]
) -> Iterator[Flow]:
    for ref in refs:
        data = _ids(ref.categories) or _ids(group.categories)
        yield Flow(origin, _party(ref.to, parties), data, bool(ref.when or group.when))


def _untied(register: Register, parties: dict[str, Party], tied: set[str]) -> Iterator[Flow]:
    """Yield the recipients that no purpose refers to."""
    devices = (Cookie, Analytics, Embed)
    online = {one.to for one in references(register) if isinstance(one.holder, devices)}
    for key, recipient in register.recipients.items():
        if key in tied or not recipient.receives:
            continue
        origin = DEVICE if key in online else Origin(UNTIED)
        sometimes = bool(recipient.when)
        yield Flow(origin, parties[key], _ids(recipient.categories), sometimes)


def _wide(register: Register) -> Iterator[Flow]:
    """Yield where data are or go, where no recipient is named with it."""
    own = tuple(
        _kept(one) for one in register.storage if one.place and one.by not in register.recipients
    )
    if own:
        yield Flow(EVERYTHING, Party(SHOP, whereabouts=own), ())
    general = register.general.transfers if register.general is not None else ()
    abroad = tuple(_transferred(one) for one in general if one.happens and not one.recipients)
    if abroad:
        yield Flow(EVERYTHING, Party(UNNAMED, whereabouts=abroad), ())


def _told_elsewhere(register: Register) -> dict[str, list[Whereabouts]]:
    """Return the places that are told of recipients in other sections, by their ids."""
    told: dict[str, list[Whereabouts]] = defaultdict(list)
    for one in register.storage:
        if one.place and one.by is not None:
            told[one.by].append(_kept(one))
    for transfer in register.general.transfers if register.general is not None else ():
        for key in transfer.recipients if transfer.happens else ():
            told[key].append(_transferred(transfer))
    return told


def _whereabouts(
    recipient: Recipient, told: Iterable[Whereabouts], facts: Facts
) -> Iterator[Whereabouts]:
    seat = () if recipient.seat is None else (Whereabouts(recipient.seat),)
    own = (_transferred(one) for one in recipient.transfers if one.happens)
    stated = dict.fromkeys((*seat, *told, *own))
    yield from stated
    vendor = None if recipient.self_hosted else facts.vendor(recipient.vendor)
    if vendor is None or vendor.role == "none":
        return
    known: dict[str, str] = {vendor.entity_country: vendor.entity_confidence}
    for country in vendor.third_countries:
        known.setdefault(country, vendor.third_countries_confidence or "low")
    taken = {one.place for one in stated}
    for country, confidence in known.items():
        if country not in taken:
            yield Whereabouts(country, known=confidence)


def _kept(storage: Storage) -> Whereabouts:
    is_sometimes = bool(storage.when or storage.exception)
    return Whereabouts(str(storage.place), is_sometimes=is_sometimes)


def _transferred(transfer: Transfer) -> Whereabouts:
    safeguard = transfer.derogation or transfer.safeguard
    return Whereabouts(transfer.country or "unnamed", None, safeguard, bool(transfer.when))


def _party(key: str, parties: dict[str, Party]) -> Party:
    # An id that stands for nobody is a finding; here it is shown as it is written.
    return parties.get(key) or Party(NAMED, key, key)


def _ids(entries: Iterable[CategoryEntry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.id for entry in entries))


def _merged(found: Iterable[Flow]) -> Iterator[Flow]:
    """Put what is said in several places of one purpose and one recipient together."""
    pairs: dict[tuple[str, str, str, str], list[Flow]] = {}
    for flow in found:
        pair = (flow.origin.kind, flow.origin.id, flow.party.kind, flow.party.id)
        pairs.setdefault(pair, []).append(flow)
    for first, *others in pairs.values():
        data = (kind for flow in (first, *others) for kind in flow.data)
        sometimes = all(flow.is_sometimes for flow in (first, *others))
        yield first.replace(data=tuple(dict.fromkeys(data)), is_sometimes=sometimes)
