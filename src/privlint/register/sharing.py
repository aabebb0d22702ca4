"""Which data somebody gets, and which others are alike: of the same people, of the same kinds.

There can be thousands of groups, and to compare each with each would take minutes on a register
that somebody made for it. So they are found by what they share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.register.model import Register
from privlint.register.node import remembered
from privlint.register.parts import RecipientRef
from privlint.register.purposes import DataGroup, Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator

    from privlint.register.node import Node
    from privlint.register.recipients import Recipient

_MOST = 20
"""How many groups that share the same are remembered."""

_ANY, _NONE = "*any", "*none"
"""Stand for a source of data: whichever it is, and where none is told."""


class Shared(Record):
    """Data that somebody gets."""

    group: DataGroup
    getting: dict[str, frozenset[str]]
    """Who gets which kinds of them."""
    roles: dict[str, str]
    """The roles of those, empty where none is told."""


def shared_like(group: DataGroup, shared: SharedData) -> list[Shared]:
    """Return the data that somebody gets of the same people and kinds, in their order."""
    sources = (_NONE, *group.source) if group.source else (_ANY,)
    keys = _keys(group, sure_kinds(group), sources)
    found = {one.group.where: one for key in keys for one in shared.get(key, ())}
    return [found[where] for where in sorted(found)[:_MOST]]


SharedData = dict["tuple[Hashable, ...]", list[Shared]]
"""Data that somebody gets, by what others can share with them."""


def shared_data(purpose: Purpose) -> SharedData:
    """Return the data of a purpose that somebody gets in any case."""
    register = purpose.within(Register)
    found: SharedData = {}
    for group in purpose.data:
        if group.when:
            continue
        told = {ref.to: _role(ref.to, register) for ref in group.recipients}
        roles = {to: role for to, role in told.items() if role is not None}
        getting = {ref.to: _got(ref, group) for ref in group.recipients if ref.to in roles}
        kinds = frozenset[str]().union(*getting.values())
        for key in _keys(group, kinds, (_ANY, *(group.source or (_NONE,)))):
            same = found.setdefault(key, [])
            if len(same) < _MOST:
                same.append(Shared(group, getting, roles))
    return found


def sure_kinds(group: DataGroup) -> frozenset[str]:
    """Return the kinds of data of a group that are there in any case."""
    return frozenset(entry.id for entry in group.categories if entry.when is None)


def _got(ref: RecipientRef, group: DataGroup) -> frozenset[str]:
    """Return the kinds of data of a group that somebody gets in any case."""
    if ref.when is not None:
        return frozenset()
    limit = {entry.id for entry in ref.categories}
    return frozenset(kind for kind in sure_kinds(group) if not limit or kind in limit)


def _role(to: str, register: Register) -> str | None:
    """Return the role of somebody who gets data, empty if it is not told; `None`: gets none."""
    recipient = register.recipients.get(to)
    if recipient is None or recipient.when is not None:
        return None
    if recipient.kind == "authority":
        return recipient.kind
    return (recipient.role or "") if recipient.receives else None


def _keys(
    group: DataGroup, kinds: frozenset[str], sources: Iterable[str]
) -> Iterator[tuple[Hashable, ...]]:
    """Yield what data of the same people share, from a source that may be the same."""
    sources = set(sources)
    for kind in kinds:
        for source in sources:
            yield kind, source, group.data_subjects, group.held_by, group.via


@remembered
def numbered(register: Register, told: Callable[[Recipient], bool]) -> int:
    """Return the recipients of whom something is told, as bits of a number, in their order.

    Thousands of them are then compared at once. `told` is a function of a module, so that the
    answer is remembered.
    """
    recipients = register.recipients.values()
    return sum(1 << number for number, one in enumerate(recipients) if told(one))


def named(register: Register, numbers: int, most: int) -> Iterator[Recipient]:
    """Yield the first of the recipients that the bits of a number stand for."""
    recipients = _in_order(register)
    for _ in range(min(most, numbers.bit_count())):
        first = numbers & -numbers
        yield recipients[first.bit_length() - 1]
        numbers ^= first


@remembered
def _in_order(register: Register) -> tuple[Recipient, ...]:
    return tuple(register.recipients.values())


def given(register: Register, purposes: Collection[str], kinds: Collection[str]) -> int:
    """Return who gets, in any case, some kinds of data for some purposes, as bits of a number.

    Where no purpose or no kind is named, any is meant.
    """
    told = _given(register)
    getting = 0
    for purpose in purposes or (None,):
        of = told.get(purpose, {})
        for kind in kinds or (None,):
            getting |= of.get(kind, 0)
    return getting


@remembered
def _given(register: Register) -> dict[str | None, dict[str | None, int]]:
    """Return who gets data in any case, by purpose and by kind; `None` is any."""
    numbers = {name: 1 << number for number, name in enumerate(register.recipients)}
    held: dict[Node | None, frozenset[str]] = {}
    told: dict[str | None, dict[str | None, int]] = {None: {}}
    for ref in register.all(RecipientRef):
        number, holder, purpose = numbers.get(ref.to), ref.parent, ref.within(Purpose)
        if number is None or ref.when is not None:
            continue
        if holder not in held:
            groups = (holder,) if isinstance(holder, DataGroup) else getattr(holder, "data", ())
            sure = (group.kinds for group in groups if group.when is None)
            held[holder] = frozenset[str]().union(*sure)
        used = frozenset(entry.id for entry in ref.categories) or held[holder]
        of_any = (told[None],)
        of = of_any if purpose is None else (*of_any, told.setdefault(purpose.id, {}))
        for kinds in of if used else ():
            for kind in (None, *used):
                kinds[kind] = kinds.get(kind, 0) | number
    return told
