"""What a statement tells of data that go abroad, where several sentences tell it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.register.node import remembered
from privlint.register.parts import RecipientRef
from privlint.register.recipients import Recipient, Transfer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from privlint.register.model import Register
    from privlint.register.statement import Claim


_TWO = 2
_ANYWHERE, _PLACED, _EVERYBODY = "*anywhere", "*placed", "*everybody"
"""No ids: these are small letters, digits and underscores."""


def vendors_of(transfer: Transfer, register: Register) -> tuple[str | None, ...]:
    """Return the vendor ids of those whom a transfer is about; `None` stands for one not known."""
    return tuple(recipient.vendor for recipient in register.receivers(transfer)) or (None,)


def is_told_beside(
    transfer: Transfer, register: Register, tells: Callable[..., bool], *asked: object
) -> bool:
    """Tell whether other sentences tell something of a transfer, for all whom it is about.

    `tells` is asked of a transfer and of what is `asked` besides; it is a function of a module,
    so that its answers are remembered. A sentence about nobody in particular sums up what is told
    of others with their place.
    """
    told = _transfers_telling(register, tells, *asked)
    receivers = register.receivers(transfer)
    if not receivers:
        return told.has_other(_PLACED, transfer)
    if told.has_other(_EVERYBODY, transfer):
        return True
    return all(told.has_other(str(each.where[-1]), transfer) for each in receivers)


class _Told:
    """The transfers of which something is told: the first two, by whom they are about and where.

    Two suffice to know whether there is another one. To look through all transfers for each of
    them would take minutes on a register that somebody made for it.
    """

    def __init__(self) -> None:
        self._first: dict[tuple[str, str | None], list[Transfer]] = {}

    def add(self, about: str, transfer: Transfer) -> None:
        for place in (_ANYWHERE, transfer.country if transfer.names_country else None):
            first = self._first.setdefault((about, place), [])
            if len(first) < _TWO:
                first.append(transfer)

    def has_other(self, about: str, transfer: Transfer) -> bool:
        """Tell whether there is another of the same country, or where one of them names none."""
        places = (transfer.country, None) if transfer.names_country else (_ANYWHERE,)
        found = (one for place in places for one in self._first.get((about, place), ()))
        return any(one is not transfer for one in found)


@remembered
def _transfers_telling(register: Register, tells: Callable[..., bool], *asked: object) -> _Told:
    """Return the transfers of which something is told."""
    told = _Told()
    for transfer in register.all(Transfer):
        if not transfer.happens or not tells(transfer, *asked):
            continue
        if _is_placed(transfer):
            told.add(_PLACED, transfer)
        holder = transfer.parent
        own = (str(holder.where[-1]),) if isinstance(holder, Recipient) else ()
        for about in own or transfer.recipients or (_EVERYBODY,):
            told.add(about, transfer)
    return told


def is_summary(transfer: Transfer, register: Register) -> bool:
    """Tell whether it only says that data leave the EEA, and others say where to and how."""
    is_wide = not isinstance(transfer.parent, Recipient) and not transfer.recipients
    tells_how = transfer.names_safeguard
    return is_wide and not tells_how and is_told_beside(transfer, register, names_safeguard)


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


class Promise(Record):
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


def _is_placed(transfer: Transfer) -> bool:
    """Tell whether a place is told for its recipient; a sentence on everybody needs none."""
    holder = transfer.parent
    return transfer.names_country or not isinstance(holder, Recipient) or holder.seat is not None


def names_country(transfer: Transfer) -> bool:
    """Tell whether the statement names the country that the data go to."""
    return transfer.names_country


def names_safeguard(transfer: Transfer) -> bool:
    """Tell whether a decision, a safeguard or a derogation is named."""
    return transfer.names_safeguard
