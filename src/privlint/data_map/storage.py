"""How long which data are kept: as stated, and where a period is called for and none is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.data_map.flows import DEVICE, EVERYTHING, origin_of
from privlint.data_map.values import (
    CRITERION,
    INDEFINITE,
    PERIOD,
    SILENT,
    UNSEEN,
    UNTIED,
    UNTIL,
    Origin,
    Storage,
)
from privlint.data_map.waiting import Waiting
from privlint.register.retention import retention_of, stored_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.register import Kept, Register
    from privlint.register.parts import RetentionEntry


def storage(register: Register) -> tuple[Storage, ...]:
    """Return it by purpose, then what is said for everything, of recipients and of cookies."""
    found: list[Storage] = []
    kept: dict[str | None, list[Kept]] = {}
    for each in register.kept():
        for name in _purposes(each, register):
            kept.setdefault(name, []).append(each)
    waiting = Waiting(register)
    for purpose in register.purposes.values():
        origin = origin_of(purpose)
        told = kept.get(purpose.id, ())
        found += (_storage(origin, sorted(each.kinds), each.entry) for each in told)
        gap = UNSEEN if waiting.holds(purpose, "retention") else SILENT
        found += (
            Storage(origin, tuple(sorted(part.kinds)) if part is not None else (), gap)
            for part in stored_parts(register, purpose)
            if not retention_of(register, purpose, part)
        )
    general = kept.get(None, ())
    found += (_storage(EVERYTHING, sorted(each.kinds), each.entry) for each in general)
    found += (*_by_recipients(register), *_on_devices(register))
    return tuple(_merged(found))


def _purposes(kept: Kept, register: Register) -> tuple[str | None, ...]:
    """Return the purposes that something is said of; `None` stands for everything."""
    if kept.purpose is not None:
        return (kept.purpose.id,)
    return tuple(name for name in kept.entry.purposes if name in register.purposes) or (None,)


def _by_recipients(register: Register) -> Iterator[Storage]:
    for key, recipient in register.recipients.items():
        for entry in recipient.retention.entries if recipient.retention is not None else ():
            told = _storage(Origin(UNTIED), sorted(entry.kinds), entry)
            yield told.replace(holder=recipient.name or key)


def _on_devices(register: Register) -> Iterator[Storage]:
    cookies = register.cookies.items if register.cookies is not None else ()
    for cookie in cookies:
        for entry in cookie.duration.entries if cookie.duration is not None else ():
            yield _storage(DEVICE, filter(None, (cookie.name or cookie.kind,)), entry)
    for embed in register.embeds:
        for entry in embed.retention.entries if embed.retention is not None else ():
            yield _storage(DEVICE, (embed.what,), entry)


def _storage(origin: Origin, data: Iterable[str], entry: RetentionEntry) -> Storage:
    return Storage(
        origin,
        tuple(data),
        _kind(entry),
        period=entry.period or "",
        length=entry.length,
        bound=entry.bound or "",
        start=entry.from_ or "",
        until=entry.until or "",
        criterion=entry.criterion or "",
        words=entry.words or "",
        case=entry.for_ or "",
        is_sometimes=bool(entry.when),
        is_duty=bool(entry.legal_duty),
    )


def _kind(entry: RetentionEntry) -> str:
    if entry.period:
        return PERIOD
    if entry.indefinite:
        return INDEFINITE
    return UNTIL if entry.until else CRITERION


def _merged(found: Iterable[Storage]) -> Iterator[Storage]:
    """Put the kinds of data together of which the same is said for one purpose."""
    alike: dict[Storage, list[str]] = {}
    for each in found:
        alike.setdefault(each.replace(data=()), []).extend(each.data)
    for each, data in alike.items():
        yield each.replace(data=tuple(dict.fromkeys(data)))
