"""Who receives data, and where in the world they go."""

from __future__ import annotations

from datetime import date

from privlint.register.node import Node, day, many, one, value, values, written
from privlint.register.parts import Address, CategoryEntry, Fact, LegalBasis, Retention


class Transfer(Fact):
    """A stated transfer out of the European Economic Area (Art. 13(1)(f), 44-49 GDPR)."""

    country: str | None = value()
    status: str | None = value()
    safeguard: str | None = value()
    generation: str | None = value()
    derogation: str | None = value()
    copy: str | None = value()
    importer: str | None = value()
    by_recipient: bool | None = value()
    contract_date: date | None = day()
    repeated: bool | None = value()
    when: str | None = value()
    recipients: tuple[str, ...] = values()

    @property
    def happens(self) -> bool:
        """Whether the statement says that it happens, and not that it is excluded."""
        return self.status != "excluded"

    @property
    def names_country(self) -> bool:
        """Whether the statement names the country that the data go to."""
        return self.country not in {None, "unnamed"}

    @property
    def names_safeguard(self) -> bool:
        """Whether a decision, a safeguard or a derogation is named, still in force or not."""
        return self.safeguard not in {None, "unnamed"} or self.derogation is not None

    @property
    def on_decision(self) -> bool:
        """Whether it leans on a decision that the importer's country protects data adequately."""
        return self.safeguard in {"adequacy", "dpf"}

    @property
    def only_clauses(self) -> bool:
        """Whether nothing is told but that there are standard clauses, of whatever kind."""
        told = (self.country, self.status, self.generation, self.importer, self.copy)
        return self.safeguard == "scc" and not any(told) and self.by_recipient is None

    @property
    def onward(self) -> bool:
        """Whether the recipient sends data on, as stated, and is not said to act for the shop."""
        holder = self.parent
        role = holder.role if isinstance(holder, Recipient) else None
        return role in {"controller", "third_party", None} and self.by_recipient is True


class Agreement(Fact):
    """What is said of the contract with the recipient (Art. 28(3) GDPR)."""

    kind: str = value()
    covers: tuple[str, ...] = values()


class SubProcessors(Fact):
    """What is said of the parties that it engages in turn (Art. 28(2), (4) GDPR)."""

    allowed: str | None = value()
    same_duties: bool | None = value()


class PassesOn(Fact):
    """What is said of data that a recipient passes on to others."""

    to: str | None = value()
    anonymised: str | None = value()
    purpose: str | None = value()


class RecipientContact(Node):
    """How to reach it, if stated."""

    email: str | None = value()
    phone: str | None = written()
    url: str | None = value()


class Recipient(Fact):
    """Somebody who receives personal data, named or described (Art. 13(1)(e) GDPR)."""

    name: str | None = value()
    kind: str | None = value()
    vendor: str | None = value()
    legal_name: str | None = value()
    address: Address | None = one(Address)
    country: str | None = value()
    company_number: str | None = written()
    vat_number: str | None = written()
    supervised_by: str | None = value()
    compelled_disclosure: str | None = value()
    no_access_to: str | None = value()
    passes_on: PassesOn | None = one(PassesOn)
    does: str | None = value()
    role: str | None = value()
    relation: str | None = value()
    self_hosted: bool | None = value()
    own_purposes: bool | str | None = value()
    agreement: tuple[Agreement, ...] = many(Agreement)
    sub_processors: SubProcessors | None = one(SubProcessors)
    security: str | None = value()
    categories: tuple[CategoryEntry, ...] = many(CategoryEntry)
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
    retention: Retention | None = one(Retention)
    transfers: tuple[Transfer, ...] = many(Transfer)
    contact: RecipientContact | None = one(RecipientContact)
    informed: str | None = value()
    policy: str | None = value()
    named_on_request: bool | None = value()
    collects_itself: bool | None = value()
    when: str | None = value()

    @property
    def receives(self) -> bool:
        """Whether the shop discloses data to it.

        Not so for a mere link or contact channel, for software on the shop's own server, and for a
        public authority, which may be no recipient at all (Art. 4(9) GDPR).
        """
        return self.relation is None and not self.self_hosted and self.kind != "authority"

    @property
    def seat(self) -> str | None:
        """The country where it is seated, as stated by itself or in its address."""
        return self.country or (self.address.country if self.address is not None else None)
