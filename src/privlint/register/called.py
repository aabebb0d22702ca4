"""What a statement says to be no personal data: at the data, or in a sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.register.purposes import DataGroup, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.register.model import Register
    from privlint.register.statement import Claim


class Denied(Record):
    """Data that are called not personal, with the kinds that are listed for them."""

    place: DataGroup | Claim
    kinds: frozenset[str]
    said: tuple[Claim, ...] = ()
    """Sentences that say it of the same data."""


def called_not_personal(register: Register) -> Iterator[Denied]:
    """Yield the data that are called so, and the sentences that are about no such data.

    Not what is called anonymous as well, which is another claim.
    """
    claims = register.claims_of("browsing_not_personal")
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        for aim in _aims(claim):
            first.setdefault(aim, claim)
    met: set[tuple[str, str]] = set()
    for group in register.all(DataGroup):
        is_anonymous = register.is_called_anonymous(group)
        if "not_personal" in group.called or is_anonymous:
            reached = [aim for aim in _reached(group) if aim in first]
            met.update(reached)
            if not is_anonymous:
                said = dict.fromkeys(first[aim] for aim in reached)
                yield Denied(group, group.kinds, tuple(sorted(said, key=lambda one: one.where)))
    listed: dict[str, frozenset[str]] = {}
    for claim in claims:
        if met.isdisjoint(_aims(claim)):
            kinds = frozenset(entry.id for entry in claim.of)
            yield Denied(claim, kinds or _listed(claim, register, listed))


_ANY = ""
"""Stands for everybody, and for every kind of data."""


def _aims(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield whom and which kinds of data a sentence is about, in pairs."""
    for name in claim.about or (_ANY,):
        for kind in {entry.id for entry in claim.of} or (_ANY,):
            yield name, kind


def _reached(group: DataGroup) -> Iterator[tuple[str, str]]:
    """Yield all that a sentence can be about to be about these data."""
    purpose: Purpose | None = group.within(Purpose)
    uses = (purpose.id,) if purpose is not None else ()
    holders = (group.held_by,) if group.held_by is not None else ()
    receivers = (ref.to for ref in group.recipients)
    for name in dict.fromkeys((_ANY, *uses, *holders, *group.via, *receivers)):
        for kind in (_ANY, *sorted(group.kinds)):
            yield name, kind


def _listed(claim: Claim, register: Register, listed: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return the kinds of data of the purposes that a sentence is about."""
    for name in claim.about:
        if name in register.purposes and name not in listed:
            groups = register.purposes[name].data
            listed[name] = frozenset[str]().union(*(group.kinds for group in groups))
    return frozenset[str]().union(*(listed.get(name, ()) for name in claim.about))
