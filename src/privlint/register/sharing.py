"""Which data somebody gets, and which others are alike: of the same people, of the same kinds.

There can be thousands of groups, and to compare each with each would take minutes on a register
that somebody made for it. So they are found by what they share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.register.model import Register

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from privlint.register.parts import RecipientRef
    from privlint.register.purposes import DataGroup, Purpose

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
