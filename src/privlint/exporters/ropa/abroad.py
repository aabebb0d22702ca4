"""The cells on transfers, contracts and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels
from privlint.exporters.ropa.gaps import gap
from privlint.exporters.ropa.saying import FOR_ALL, flat, if_so, listed, told
from privlint.exporters.ropa.sheet import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.exporters.ropa.activities import Activity
    from privlint.exporters.ropa.cells import Cells
    from privlint.exporters.ropa.sheet import Cell
    from privlint.register import Claim, Transfer

_PROMISES = {
    "data_in_eea": "the statement says that data stay in the European Economic Area",
    "partners_in_eea": "the statement says that recipients are in the European Economic Area",
}
_NO_TRANSFER_TOLD = "no transfer is told"


def transfers(cells: Cells, activity: Activity) -> Cell:
    """Say each transfer, with its recipient and safeguard."""
    told_of = _told(cells, activity)
    found = [_labelled(cells, name, one, cells.receive.transfer(one)) for name, one in told_of]
    for recipient, place in cells.receive.abroad(activity.receivers):
        name = cells.receive.name(str(recipient.where[-1]))
        found.append(f"{name}: is in {cells.say.country(place)}; {_NO_TRANSFER_TOLD}")
    return _with_promises(cells, activity, found)


def countries(cells: Cells, activity: Activity) -> Cell:
    """Say to which countries data go."""
    found = [
        cells.say.country(one.country) if one.names_country and one.country else "not named"
        for _, one in _told(cells, activity)
        if one.happens
    ]
    for _, place in cells.receive.abroad(activity.receivers):
        found.append(told(cells.say.country(place), _NO_TRANSFER_TOLD))
    return _with_promises(cells, activity, found)


def safeguards(cells: Cells, activity: Activity) -> Cell:
    """Say on what transfers rest."""
    found = [
        _labelled(cells, name, one, cells.receive.safeguard(one))
        for name, one in _told(cells, activity)
        if one.happens
    ]
    return _with_promises(cells, activity, found)


def processors(cells: Cells, activity: Activity) -> Cell:
    """Say which recipients are processors, as stated."""
    found = [cells.receive.name(name) for name in _processors(cells, activity)]
    return lines(*found) if found else _no_recipients(cells, activity, "role")


def contracts(cells: Cells, activity: Activity) -> Cell:
    """Say which contracts with recipients the statement tells of."""
    found = []
    for name in activity.receivers:
        recipient = cells.register.recipients.get(name)
        if recipient is not None and recipient.agreement:
            kinds = listed(labels.AGREEMENTS[one.kind] for one in recipient.agreement)
            found.append(f"{cells.receive.name(name)}: {kinds}")
    return lines(*found) if found else _no_recipients(cells, activity, "agreement")


def _processors(cells: Cells, activity: Activity) -> Iterator[str]:
    for name in activity.receivers:
        recipient = cells.register.recipients.get(name)
        if recipient is not None and recipient.role == "processor":
            yield name


def _no_recipients(cells: Cells, activity: Activity, key: str) -> Cell:
    places = [("recipients", name, key) for name in activity.receivers]
    return gap(cells.register, (*activity.where, "recipients"), *places)


def _told(cells: Cells, activity: Activity) -> Iterator[tuple[str, Transfer]]:
    """Yield the transfers of an activity, each with whom it is about."""
    general = cells.register.general
    is_general = activity.holder is general
    for recipient, transfer in cells.receive.transfers(activity.receivers):
        if not (is_general and transfer.parent is general):
            yield cells.receive.name(str(recipient.where[-1])), transfer
    for transfer in general.transfers if general is not None else ():
        named = [cells.receive.name(name) for name in transfer.recipients]
        if is_general or not (named or activity.receivers):
            yield listed(named), transfer


def _labelled(cells: Cells, name: str, transfer: Transfer, said: str) -> str:
    return FOR_ALL.format(said) if cells.receive.is_wide(transfer) else f"{name}: {said}"


def _with_promises(cells: Cells, activity: Activity, found: list[str]) -> Cell:
    said = [_promise(one) for kind in _PROMISES for one in cells.register.claims_of(kind)
            if _is_about(one, activity)]  # fmt: skip
    everything = [*dict.fromkeys(found), *dict.fromkeys(said)]
    if everything:
        return lines(*everything)
    places = [("recipients", name, "transfers") for name in activity.receivers]
    return gap(cells.register, (*activity.where, "transfers"), ("general", "transfers"), *places)


def _is_about(claim: Claim, activity: Activity) -> bool:
    return not claim.about or not {str(activity.where[-1]), *activity.receivers}.isdisjoint(
        claim.about
    )


def _promise(claim: Claim) -> str:
    aside = f"except: {flat(claim.except_)}" if claim.except_ else None
    return told(_PROMISES[claim.claim], aside, if_so(claim.when))
