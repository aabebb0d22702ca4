"""How long data are kept: what of all that is said decides it, and which data are asked of."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from privlint.register.node import remembered
from privlint.register.parts import Retention, RetentionEntry
from privlint.register.rights import Right

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.register.model import Kept, Register
    from privlint.register.purposes import DataGroup, Purpose

_ANY = ""
"""Stands for every kind of data."""
_PAYMENT_DATA = frozenset({"payment_data", "bank_account", "credit_card"})
_REACHED_BY = frozenset(
    {
        "suppression_list",
        *("name", "email", "phone", "address", "contact_details", "hashed_email"),
        *("customer_number", "social_media_account"),
    }
)
"""What a list of people who must be left alone has to hold, to know them again."""


@remembered
def stored_parts(register: Register, purpose: Purpose) -> tuple[DataGroup | None, ...]:
    """Return the data that a period is called for; `None` stands for a purpose that lists none.

    None is called for where data are said to be anonymous or not to be stored, where another holds
    them who does not act on the shop's behalf, or where an authority asks for what is there anyway.
    """
    if purpose.kind == "legal_requests" and not purpose.data:
        return ()
    return tuple(
        group
        for group in purpose.data or (None,)
        if (group is None or register.uses(group)) and not _is_denied(register, purpose, group)
    )


def _is_denied(register: Register, purpose: Purpose, group: DataGroup | None) -> bool:
    """Tell whether the statement says that the shop stores no such data of payments."""
    kinds = group.kinds if group is not None else frozenset[str]()
    promises = _payment_promises(register)
    for about in {None, purpose.id} & promises.keys():
        told = promises[about]
        is_meant = about is not None or purpose.kind == "payment"
        of_these = reduce(and_, (told.get(kind, 0) for kind in kinds)) if kinds else about
        if of_these or (is_meant and _ANY in told):
            return True
    return False


@remembered
def _payment_promises(register: Register) -> dict[str | None, dict[str, int]]:
    """Return the promises to store no data of payments, by purpose (`None`: any) and by kind.

    They are bits of a number, so that the promise that is about several kinds is found at once,
    however many there are. At `_ANY` are those that name no kind.
    """
    promises: dict[str | None, dict[str, int]] = {}
    for number, claim in enumerate(register.claims_of("no_payment_data_stored")):
        kinds = {entry.id for entry in claim.of} or {_ANY, *_PAYMENT_DATA}
        for purpose in (claim.about or (None,)) if claim.except_ is None else ():
            told = promises.setdefault(purpose, {})
            for kind in kinds:
                told[kind] = told.get(kind, 0) | 1 << number
    return promises


def leaves_alone(register: Register, purpose: Purpose | None, kinds: frozenset[str]) -> bool:
    """Tell whether data only serve to know again whom the shop must not write to.

    The kinds of data say so, or the purpose is told where a right puts people on such a list.
    """
    if not kinds or not kinds <= _REACHED_BY:
        return False
    if "suppression_list" in kinds:
        return True
    return purpose is not None and _is_told_with_lists(register, purpose)


@remembered
def _is_told_with_lists(register: Register, purpose: Purpose) -> bool:
    """Tell whether a purpose is told only where a right puts people on a list."""
    told = {cite.section for cite in purpose.cite}
    return bool(told) and told <= _sections_of_lists(register)


@remembered
def _sections_of_lists(register: Register) -> set[str | None]:
    lists = (right for right in register.all(Right) if right.suppression_list)
    return {cite.section for right in lists for cite in right.cite}


@remembered
def claimed_duties(register: Register) -> tuple[tuple[Kept, ...], ...]:
    """Return the periods that a law is said to demand; those that are told alike together."""
    alike: dict[tuple[str | None, str | None], list[Kept]] = {}
    for kept in register.kept():
        if kept.entry.legal_duty and kept.entry.period is not None:
            alike.setdefault((kept.entry.period, kept.entry.law), []).append(kept)
    return tuple(map(tuple, alike.values()))


def retention_of(
    register: Register, purpose: Purpose, group: DataGroup | None = None
) -> tuple[RetentionEntry, ...]:
    """Return what decides how long data are kept: what stands nearest to them.

    That is at the group, else at the purpose, else what is said for everything, or of such data
    wherever they are listed. What is only said for a case leaves open what stands farther off. Of
    several entries of one sort, the first is returned.
    """
    kinds = group.kinds if group is not None else None
    found: tuple[RetentionEntry, ...] = ()
    for holder in (group, purpose):
        if holder is not None and holder.retention is not None:
            found += _said_at(register, holder.retention, purpose, kinds)
        if any(not entry.when for entry in found):
            return found
    return (*found, *_said_for_all(register, purpose, kinds))


def _said_for_all(
    register: Register, purpose: Purpose, kinds: frozenset[str] | None
) -> tuple[RetentionEntry, ...]:
    """Return what is said for everything, or of such data where they are listed for no purpose."""
    general = register.general
    found: tuple[RetentionEntry, ...] = ()
    if general is not None and general.retention is not None:
        # A purpose that lists no data is not one of those that a limit to some data is about.
        wide = _said_at(register, general.retention, purpose, kinds or frozenset())
        found = tuple(entry for entry in wide if not entry.exception and not entry.when)
    if general is None or not general.data or (kinds is None and not _lists_all(register)):
        return found
    listed = _sorts_in_list(register)
    return (*found, *_about(listed, purpose, listed if kinds is None else kinds))


def _said_at(
    register: Register, retention: Retention, purpose: Purpose, kinds: frozenset[str] | None
) -> tuple[RetentionEntry, ...]:
    """Return what is said in one place of some kinds of data; `None`: of any."""
    if len(retention.entries) > 1:
        told = _sorts_of(register, retention)
        return _about(told, purpose, told if kinds is None else (_ANY, *kinds))
    (entry,) = retention.entries
    of_these = not entry.of or kinds is None or not entry.kinds.isdisjoint(kinds)
    is_meant = not entry.purposes or purpose.id in _purposes_of(register, entry)
    return retention.entries if of_these and is_meant else ()


@remembered
def _purposes_of(_: Register, entry: RetentionEntry) -> frozenset[str]:
    """Return the purposes that an entry limits itself to; there can be as many as entries."""
    return frozenset(entry.purposes)


@remembered
def _lists_all(register: Register) -> bool:
    """Tell whether the period is told of all data that are listed for no purpose in particular."""
    listed = register.general.data if register.general is not None else ()
    return all(group.retention is not None for group in listed if register.is_held(group))


_Sorts = dict[str, dict[str | None, dict[tuple[object, ...], RetentionEntry]]]
"""The first entry of each sort, by the kind of data and the purpose that it limits itself to."""


@remembered
def _sorts_of(_: Register, retention: Retention) -> _Sorts:
    told: _Sorts = {}
    for entry in retention.entries:
        _add(told, entry, entry.kinds or (_ANY,))
    return told


@remembered
def _sorts_in_list(register: Register) -> _Sorts:
    """Return what is told of the data that are listed for no purpose in particular."""
    told: _Sorts = {}
    for group in register.general.data if register.general is not None else ():
        if group.retention is not None and register.is_held(group):
            for entry in group.retention.entries:
                _add(told, entry, entry.kinds & group.kinds if entry.of else group.kinds)
    return told


def _add(told: _Sorts, entry: RetentionEntry, kinds: Iterable[str]) -> None:
    end = (entry.until, bool(entry.period), entry.indefinite, entry.criterion)
    sort = (*end, entry.exception, bool(entry.when), entry.within(Retention).whichever)
    for kind in kinds:
        for purpose in entry.purposes or (None,):
            told.setdefault(kind, {}).setdefault(purpose, {}).setdefault(sort, entry)


def _about(told: _Sorts, purpose: Purpose, kinds: Iterable[str]) -> tuple[RetentionEntry, ...]:
    """Return what is told of some kinds of data and one purpose, in the order of the register."""
    found = {
        entry
        for kind in kinds
        for limit in (None, purpose.id)
        for entry in told.get(kind, {}).get(limit, {}).values()
    }
    return tuple(sorted(found, key=lambda entry: entry.where))
