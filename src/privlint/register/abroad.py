"""What a statement tells of data that go abroad, where several sentences tell it together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from privlint.register.node import remembered
from privlint.register.parts import RecipientRef
from privlint.register.recipients import Recipient, Transfer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from privlint.register.model import Register
    from privlint.register.statement import Claim


def vendors_of(transfer: Transfer, register: Register) -> tuple[str | None, ...]:
    """Return the vendor ids of those whom a transfer is about; `None` stands for one not known."""
    return tuple(recipient.vendor for recipient in register.receivers(transfer)) or (None,)


def is_told_beside(
    transfer: Transfer, register: Register, tells: Callable[[Transfer], bool]
) -> bool:
    """Tell whether other sentences tell something of a transfer, for all whom it is about.

    A sentence about nobody in particular sums up what is told of others with their place.
    """
    receivers = register.receivers(transfer)
    others = [one for one in register.all(Transfer) if one is not transfer and one.happens]
    others = [one for one in others if _may_be_one(transfer, one) and tells(one)]
    if not receivers:
        return any(map(_is_placed, others))
    return all(any(one in register.transfers_of(each) for one in others) for each in receivers)


def is_summary(transfer: Transfer, register: Register) -> bool:
    """Tell whether it only says that data leave the EEA, and others say where to and how."""
    is_wide = not isinstance(transfer.parent, Recipient) and not transfer.recipients
    tells_how = transfer.names_safeguard
    return is_wide and not tells_how and is_told_beside(transfer, register, _names_safeguard)


def is_transfer_told(recipient: Recipient, place: str, register: Register) -> bool:
    """Tell whether a transfer is told for a recipient in a place: its own, or one for everybody.

    Not by a sentence that only sums up what is told of others.
    """
    for transfer in register.transfers_of(recipient):
        is_own = transfer.parent is recipient
        is_there = not transfer.names_country or transfer.country == place
        if transfer.happens and (is_own or (is_there and not is_summary(transfer, register))):
            return True
    return False


class Promise(NamedTuple):
    """Where a statement says that data, or who gets them, stay in the EEA."""

    place: Claim | Transfer
    of: frozenset[str] | None
    """The recipients that it is about; `None`: everybody."""
    is_about_seats: bool
    """True: it says where recipients are, not where the data are."""


@remembered
def promises_of_eea(register: Register) -> tuple[Promise, ...]:
    """Return where it is said, whatever the data and the case, that nothing leaves the EEA."""
    return tuple(_promises(register))


def _promises(register: Register) -> Iterator[Promise]:
    for kind in ("data_in_eea", "partners_in_eea"):
        for claim in register.claims_of(kind):
            if not (claim.except_ or claim.of or claim.when):
                yield Promise(claim, _meant(claim, register), kind == "partners_in_eea")
    for transfer in register.all(Transfer):
        if not (transfer.happens or transfer.when or transfer.names_country):
            named = frozenset(str(one.where[-1]) for one in register.receivers(transfer))
            yield Promise(transfer, named or None, is_about_seats=False)


def _meant(claim: Claim, register: Register) -> frozenset[str] | None:
    """Return the recipients that a sentence names, and those of the purposes that it names."""
    if not claim.about:
        return None
    refs = register.all(RecipientRef)
    served = {ref.to for ref in refs if ref.where[0] == "purposes" and ref.where[1] in claim.about}
    return frozenset({name for name in claim.about if name in register.recipients} | served)


def _may_be_one(one: Transfer, other: Transfer) -> bool:
    """Tell whether two sentences can be about one country: the same, or one names none."""
    return not one.names_country or not other.names_country or one.country == other.country


def _is_placed(transfer: Transfer) -> bool:
    """Tell whether a place is told for its recipient; a sentence on everybody needs none."""
    holder = transfer.parent
    return transfer.names_country or not isinstance(holder, Recipient) or holder.seat is not None


def _names_safeguard(transfer: Transfer) -> bool:
    return transfer.names_safeguard
