"""By which ways advertising comes, what carries it, and of which one learns how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.register.node import remembered
from privlint.register.purposes import Marketing, MarketingChannel, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.register.model import Register
    from privlint.register.parts import LegalBasis

_KINDS = frozenset({"marketing", "newsletter"})

_ADDRESSES = frozenset(
    {"email", "phone", "address", "contact_details", "account_data", "social_media_account"}
)
"""Kinds of data without which nobody can be written to or called."""


def is_advertising(purpose: Purpose) -> bool:
    """Tell whether a purpose is direct marketing, by its kind or by what is told of it."""
    return purpose.marketing is not None or purpose.kind in _KINDS


def channels_of(purpose: Purpose, register: Register) -> tuple[MarketingChannel, ...]:
    """Return the channels of a purpose, and those told for all advertising that it can use."""
    own = purpose.marketing.channels if purpose.marketing is not None else ()
    if register.marketing is None or purpose.kind != "marketing":
        return own
    named = {channel.channel for channel in own}
    return (*own, *(each for each in register.marketing.channels if each.channel not in named))


def subjects_of(purpose: Purpose) -> frozenset[str]:
    """Return whose data a purpose uses, as said of its data or of itself."""
    at_data = frozenset[str]().union(*(group.subjects for group in purpose.data))
    return at_data or frozenset(purpose.data_subjects)


def carried_by(channel: str | None, purposes: Iterable[Purpose]) -> tuple[LegalBasis, ...]:
    """Return what messages of some purposes by a channel rest on; `None`: the channel is not told.

    That is what is said of such messages, else of all, else of the addresses. What is said of
    other data only, such as proof of consent, carries no message.
    """
    purposes = tuple(purposes)
    told = [b for p in purposes for b in p.legal_basis if _has_address(e.id for e in b.of)]
    near = tuple(basis for basis in told if channel in basis.channels)
    wide = tuple(basis for basis in told if not basis.channels)
    groups = (group for purpose in purposes for group in purpose.data)
    at_data = (group.legal_basis for group in groups if _has_address(group.kinds))
    return near or wide or tuple(basis for bases in at_data for basis in bases)


@remembered
def without_way_out(register: Register) -> tuple[MarketingChannel, ...]:
    """Return the ways of advertising of which nothing tells how to stop them.

    Not those that rest on consent alone, which is taken back. The right to object to advertising
    is a way out of all; the right to object to other use is not asked for here.
    """
    if _is_stopped_as_a_whole(register):
        return ()
    channels: Sequence[MarketingChannel] = register.all(MarketingChannel)
    told = {channel.channel for channel in channels if channel.opt_out}
    bare = [
        channel
        for channel in channels
        if channel.channel not in told
        and not channel.within(Marketing).opt_out
        and not _rests_on_consent(channel, register)
    ]
    of_purposes = {channel.channel for channel in bare if _purpose_of(channel) is not None}
    return tuple(c for c in bare if _purpose_of(c) is not None or c.channel not in of_purposes)


@remembered
def untold_ways(register: Register) -> tuple[Marketing, ...]:
    """Return advertising of which neither the ways are told nor how to stop it.

    Only what rests on something else than consent, as far as is told.
    """
    general = register.marketing
    told = general is not None and general.channels
    if told or _is_stopped_as_a_whole(register):
        return ()
    if any(channel.opt_out for channel in register.all(MarketingChannel)):
        return ()
    return tuple(
        purpose.marketing
        for purpose in register.purposes.values()
        if purpose.marketing is not None
        and not purpose.marketing.channels
        and not purpose.marketing.opt_out
        and any(basis.basis != "consent" for basis in carried_by(None, (purpose,)))
    )


def lacks_way_out(purpose: Purpose, register: Register) -> bool:
    """Tell whether advertising for a purpose comes in a way that nothing tells how to stop.

    Not so where only what everybody sees may be meant.
    """
    bare = (channel for channel in without_way_out(register) if channel.is_addressed)
    holders = map(_purpose_of, bare)
    is_untold = any(purpose.marketing is each for each in untold_ways(register))
    return is_untold or any(holder is None or holder is purpose for holder in holders)


def _is_stopped_as_a_whole(register: Register) -> bool:
    right = register.rights.object_direct_marketing if register.rights is not None else None
    is_told = right is not None and right.is_told
    return is_told or (register.marketing is not None and register.marketing.opt_out is not None)


def _rests_on_consent(channel: MarketingChannel, register: Register) -> bool:
    """Tell whether consent alone carries it: its own, its purpose's, or that for everything."""
    bases = channel.legal_basis or carried_by(channel.channel, _served_by(channel, register))
    if not bases and register.general is not None:
        bases = register.general.legal_basis
    return bool(bases) and all(basis.basis == "consent" for basis in bases)


def _served_by(channel: MarketingChannel, register: Register) -> Sequence[Purpose]:
    """Return the purposes of a channel; of one of all advertising those that can use it."""
    own = _purpose_of(channel)
    if own is not None:
        return (own,)
    found = [(p, _ways_of(p)) for p in register.purposes.values() if is_advertising(p)]
    near = [purpose for purpose, ways in found if channel.channel in ways]
    return near or [p for p, ways in found if not ways or p.kind == "marketing"]


def _ways_of(purpose: Purpose) -> set[str]:
    return {c.channel for c in purpose.marketing.channels} if purpose.marketing else set()


def _purpose_of(channel: MarketingChannel) -> Purpose | None:
    return channel.within(Purpose)


def _has_address(kinds: Iterable[str]) -> bool:
    """Tell whether there is an address among kinds of data, or none is named."""
    named = set(kinds)
    return not named or not _ADDRESSES.isdisjoint(named)
