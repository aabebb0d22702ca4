"""Who receives data, where they are, and how data get out of the European Economic Area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters import labels
from privlint.exporters.ropa.saying import FOR_ALL, Saying, flat, if_so, listed, quoted, told
from privlint.knowledge.answers import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from privlint.knowledge.facts import Facts
    from privlint.register import Recipient, RecipientRef, Register, Storage, Transfer


class Receiving:
    """Says recipients and transfers of one register."""

    def __init__(self, register: Register, facts: Facts, saying: Saying) -> None:
        """Look recipients up in a register."""
        self._register = register
        self._facts = facts
        self._saying = saying

    def name(self, to: str) -> str:
        """Return what a recipient is called: by the statement, or by the catalogue of vendors."""
        recipient = self._register.recipients.get(to)
        if recipient is None:
            return told(to.replace("_", " "), "not among the recipients of the register")
        if recipient.name or recipient.legal_name:
            return flat(recipient.name or recipient.legal_name or "")
        vendor = self._facts.vendor(recipient.vendor)
        if vendor is not None:
            return vendor.name
        return quoted(recipient.words) if recipient.words else to.replace("_", " ")

    def reference(self, ref: RecipientRef) -> str:
        """Say a recipient where data are said to go to it."""
        recipient = self._register.recipients.get(ref.to)
        asides = (
            labels.ROLES.get(recipient.role or "") if recipient is not None else None,
            f"for: {flat(ref.for_)}" if ref.for_ else None,
            self._saying.limited(ref.categories),
            "basis: " + listed(map(self._saying.basis, ref.legal_basis))
            if ref.legal_basis
            else None,
            if_so(ref.when),
            if_so(recipient.when) if recipient is not None else None,
        )
        return told(self.name(ref.to), *asides)

    def transfer(self, transfer: Transfer) -> str:
        """Say a transfer: where to, and with which safeguard."""
        if not transfer.happens:
            return told("no transfer, as the statement says", if_so(transfer.when))
        return f"{self._destination(transfer)}: {self.safeguard(transfer)}"

    def whose(self, transfer: Transfer) -> str:
        """Say a transfer, and whether it is told of everybody."""
        said = self.transfer(transfer)
        return FOR_ALL.format(said) if self.is_wide(transfer) else said

    def is_wide(self, transfer: Transfer) -> bool:
        """Tell whether it is told of everybody, and not of some recipients."""
        return not transfer.recipients and transfer.parent is self._register.general

    def safeguard(self, transfer: Transfer) -> str:
        """Say what a transfer rests on, as stated."""
        kind = transfer.safeguard
        if kind is None:
            name = "no safeguard is named" if transfer.derogation is None else "derogation"
        else:
            known = self._facts.instrument(f"{kind}-{transfer.generation}")
            known = known or self._facts.instrument(kind)
            name = labels.SAFEGUARDS.get(kind) or (known.name if known is not None else kind)
        asides = (
            labels.DEROGATIONS.get(transfer.derogation or ""),
            labels.COPIES.get(transfer.copy or ""),
            quoted(transfer.words) if kind == "unnamed" and transfer.words else None,
            if_so(transfer.when),
        )
        return told(name, *asides)

    def _destination(self, transfer: Transfer) -> str:
        place = f"to {self._saying.country(transfer.country)}" if transfer.country else ""
        place = "to a country that is not named" if transfer.country in {None, "unnamed"} else place
        return told(
            place,
            f"importer: {flat(transfer.importer)}" if transfer.importer else None,
            "sent on by the recipient" if transfer.by_recipient else None,
        )

    def transfers(self, names: Iterable[str]) -> Iterator[tuple[Recipient, Transfer]]:
        """Yield the stated transfers of some recipients, their own and those for everybody."""
        for recipient in self._known(names):
            for transfer in self._register.transfers_of(recipient):
                yield recipient, transfer

    def abroad(self, names: Iterable[str]) -> Iterator[tuple[Recipient, str]]:
        """Yield where recipients are outside the EEA, as stated, although no transfer is told."""
        for recipient in self._known(names):
            told_of = {each.country for each in self._register.transfers_of(recipient)}
            for place in dict.fromkeys(self._register.places_of(recipient)):
                is_outside = self._facts.eea(place) is Answer.NO
                if is_outside and place not in told_of:
                    yield recipient, place

    def _known(self, names: Iterable[str]) -> Iterator[Recipient]:
        for name in dict.fromkeys(names):
            if name in self._register.recipients:
                yield self._register.recipients[name]

    def storage(self, storage: Storage) -> str:
        """Say where data are kept."""
        asides = (
            f"by: {self.name(storage.by)}" if storage.by else None,
            self._saying.limited(storage.of),
            f"for: {flat(storage.for_)}" if storage.for_ else None,
            "with exceptions" if storage.exception else None,
            if_so(storage.when),
        )
        place = self._saying.country(storage.place) if storage.place else None
        place = place or (quoted(storage.words) if storage.words else "no place is named")
        return told(place, *asides)
