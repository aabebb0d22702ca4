"""The register as a whole: the root of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from privlint.record import Record
from privlint.register.cookies import Cookies, Embed
from privlint.register.node import N, Node, keyed, many, one, remembered, value, values
from privlint.register.parties import Controller, Dpo, JointController
from privlint.register.parts import ContactPoint, LegalBasis, RetentionEntry
from privlint.register.purposes import DataGroup, Marketing, Purpose
from privlint.register.recipients import Recipient, Transfer
from privlint.register.rights import Complaint, Rights
from privlint.register.statement import (
    Account,
    AutomatedDecision,
    AutomatedDecisions,
    Claim,
    Fault,
    General,
    Minor,
    Security,
    Shop,
    Statement,
    Storage,
)

_RECORDS: Mapping[str | None, str] = {
    "orders": "order_data",
    "delivery": "order_data",
    "returns": "order_data",
    "contract": "order_data",
    "payment": "payment_data",
    "invoicing": "invoice_data",
    "tax": "invoice_data",
    "quotes": "quote_data",
}
"""What the data of a kind of purpose are kept in, whatever data are listed for it."""


class Kept(Record):
    """One thing that the statement says of how long data are kept, and of which data."""

    entry: RetentionEntry
    kinds: frozenset[str]
    """The kinds of data that it is about; empty where none is named."""
    purpose: Purpose | None
    """The purpose that it is said of; `None` where it is said for everything."""
    group: DataGroup | None
    """The data that it stands at; `None` where it stands at the purpose, or for everything."""

    @property
    def records(self) -> frozenset[str]:
        """The kinds of records that laws on book-keeping would see in it, by data and purpose."""
        kind = self.purpose.kind if self.purpose is not None and not self.entry.of else None
        return self.kinds | ({_RECORDS[kind]} if kind in _RECORDS else frozenset())


class Register(Node):
    """A privacy statement, written down: what it says, and nothing that it does not say.

    A key that is absent means that the statement is silent.
    """

    __slots__ = ("index", "memory")

    index: Mapping[type[Any], Sequence[Any]]
    """All nodes by class, in the order of the model; what is listed in that of the file."""
    memory: dict[tuple[Any, ...], Any]
    """What was found out about the register once, for all who ask."""

    privlint: int = value()
    shop: Shop = one(Shop)
    statement: Statement = one(Statement)
    controller: Controller | None = one(Controller)
    joint_controllers: tuple[JointController, ...] = many(JointController)
    dpo: Dpo | None = one(Dpo)
    contacts: tuple[ContactPoint, ...] = many(ContactPoint)
    recipients: Mapping[str, Recipient] = keyed(Recipient)
    purposes: Mapping[str, Purpose] = keyed(Purpose)
    general: General | None = one(General)
    rights: Rights | None = one(Rights)
    complaint: Complaint | None = one(Complaint)
    account: Account | None = one(Account)
    automated_decisions: AutomatedDecisions | None = one(AutomatedDecisions)
    cookies: Cookies | None = one(Cookies)
    embeds: tuple[Embed, ...] = many(Embed)
    marketing: Marketing | None = one(Marketing)
    minors: tuple[Minor, ...] = many(Minor)
    security: Security | None = one(Security)
    storage: tuple[Storage, ...] = many(Storage)
    claims: tuple[Claim, ...] = many(Claim)
    faults: tuple[Fault, ...] = many(Fault)
    todo: tuple[str, ...] = values()

    def all(self, node: type[N]) -> Sequence[N]:
        """Return every node of a class, in the order of the model; lists in that of the file."""
        return self.index.get(node, ())

    @remembered
    def claims_of(self, claim: str) -> tuple[Claim, ...]:
        """Return the claims of one kind, by their id in the vocabulary."""
        return tuple(found for found in self.claims if found.claim == claim)

    @remembered
    def about(self, claim: str) -> frozenset[str]:
        """Return the ids of all that the claims of one kind are about; empty if they name none."""
        return frozenset(to for found in self.claims_of(claim) for to in found.about)

    def is_called_anonymous(self, group: DataGroup) -> bool:
        """Tell whether data are called so, where they stand or by what is said of all measuring."""
        if "anonymous" in group.called:
            return True
        purpose = group.parent
        if not isinstance(purpose, Purpose) or not self.claims_of("analytics_anonymous"):
            return False
        about = self.about("analytics_anonymous")
        return purpose.id in about or (not about and purpose.kind == "analytics")

    @remembered
    def stated_bases(self) -> frozenset[str]:
        """Return every legal basis that the statement gives for anything at all."""
        return frozenset(basis.basis for basis in self.all(LegalBasis))

    @remembered
    def bases_in_use(self) -> tuple[LegalBasis, ...]:
        """Return every legal basis that is given without "where it is needed".

        Where purposes have bases of their own, those tell where that is.
        """
        named = any(purpose.bases for purpose in self.purposes.values())
        general = self.general.legal_basis if self.general is not None and named else ()
        maybe = {basis for basis in general if basis.when is not None}
        return tuple(basis for basis in self.all(LegalBasis) if basis not in maybe)

    def decides(self, decision: AutomatedDecision) -> bool:
        """Tell whether the shop decides: itself, by who works on its orders, or by silence."""
        by = (self.recipients.get(name) for name in decision.by)
        return decision.own or any(one is not None and one.role == "processor" for one in by)

    @property
    def countries(self) -> frozenset[str]:
        """Where the shop is: its own country, and that of the controller's address."""
        address = self.controller.address if self.controller is not None else None
        seat = address.country if address is not None else None
        return frozenset({self.shop.country, seat or self.shop.country})

    @property
    def has_cookie_policy(self) -> bool:
        """Tell whether the statement names another document that tells of cookies."""
        named = any(each.kind == "cookie_policy" for each in self.statement.documents.values())
        return named or (self.cookies is not None and self.cookies.details_in is not None)

    @property
    def ways_of_contact(self) -> frozenset[str]:
        """By which ways the statement lets one reach the controller, wherever it says so."""
        points = list(self.contacts)
        if self.rights is not None and self.rights.exercise is not None:
            points += self.rights.exercise.contact
        ways = [point.ways for point in points if point.recipient is None]
        if self.controller is not None:
            ways.append(self.controller.ways)
        return frozenset().union(*ways)

    @remembered
    def is_held(self, group: DataGroup) -> bool:
        """Tell whether the shop holds data, itself or through who acts on its behalf."""
        holder = self.recipients.get(group.held_by or "")
        return group.held_by is None or (holder is not None and holder.role == "processor")

    def uses(self, group: DataGroup) -> bool:
        """Tell whether the statement says that the shop has data, as data about people.

        Not so where it calls them anonymous or private, gives them as examples of what the word
        "personal data" means, or leaves them to somebody else.
        """
        is_example = "personal" in group.called and isinstance(group.parent, General)
        is_aside = group.impersonal or is_example or "household" in group.called
        return not is_aside and self.is_held(group)

    @remembered
    def transfers_of(self, recipient: Recipient) -> tuple[Transfer, ...]:
        """Return the transfers stated for a recipient: its own, and wide ones that cover it."""
        wide = self._wide_transfers()
        about = wide.get("", []) + wide.get(str(recipient.where[-1]), [])
        return (*recipient.transfers, *sorted(about, key=lambda each: each.where))

    @remembered
    def _wide_transfers(self) -> dict[str, list[Transfer]]:
        """Return what is told of transfers for all, by the ids named; the empty one: nobody."""
        told: dict[str, list[Transfer]] = {}
        for each in self.general.transfers if self.general is not None else ():
            for name in dict.fromkeys(each.recipients) or ("",):
                told.setdefault(name, []).append(each)
        return told

    def receivers(self, transfer: Transfer) -> tuple[Recipient, ...]:
        """Return whom a transfer is about: the recipient that states it, or those that it lists.

        One that lists nobody is about those who are seated where it goes to.
        """
        if isinstance(transfer.parent, Recipient):
            return (transfer.parent,)
        if transfer.recipients:
            named = (name for name in transfer.recipients if name in self.recipients)
            return tuple(self.recipients[name] for name in named)
        return self._seated().get(transfer.country, ()) if transfer.names_country else ()

    @remembered
    def _seated(self) -> dict[str | None, tuple[Recipient, ...]]:
        """Return those who receive data, by the country of their seat."""
        seated: dict[str | None, list[Recipient]] = {}
        for each in self.recipients.values():
            if each.receives:
                seated.setdefault(each.seat, []).append(each)
        return {seat: tuple(found) for seat, found in seated.items()}

    def places_of(self, recipient: Recipient) -> tuple[str, ...]:
        """Return where a recipient is, as stated: its seat, and where it keeps the data."""
        seat = () if recipient.seat is None else (recipient.seat,)
        return (*seat, *self.storage_of(recipient))

    def storage_of(self, recipient: Recipient) -> tuple[str, ...]:
        """Return where a recipient keeps the data, as stated: countries, `EEA`, `EU`, `unnamed`."""
        return tuple(self._stores().get(str(recipient.where[-1]), ()))

    @remembered
    def _stores(self) -> dict[str | None, list[str]]:
        """Return where data are kept, by who keeps them."""
        kept: dict[str | None, list[str]] = {}
        for each in self.storage:
            if each.place:
                kept.setdefault(each.by, []).append(each.place)
        return kept

    @remembered
    def kept(self) -> tuple[Kept, ...]:
        """Return what is said of storage by the shop: at data, at purposes and for everything."""
        return tuple(self._kept())

    def _kept(self) -> Iterator[Kept]:
        for holder in (*self.purposes.values(), self.general):
            if holder is None:
                continue
            purpose = holder if isinstance(holder, Purpose) else None
            others = (group for group in holder.data if group.retention is None)
            rest = frozenset[str]().union(*(g.kinds for g in others if self.uses(g)))
            for group in filter(self.is_held, holder.data):
                for entry in group.retention.entries if group.retention is not None else ():
                    yield Kept(entry, entry.kinds or group.kinds, purpose, group)
            for entry in holder.retention.entries if holder.retention is not None else ():
                yield Kept(entry, entry.kinds or (rest if purpose else frozenset()), purpose, None)
