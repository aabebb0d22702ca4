"""Who is responsible: the controller, those who decide with it, the DPO."""

from __future__ import annotations

from privlint.register.node import many, one, value, values, written
from privlint.register.parts import Address, ContactPoint, Fact


class ContactChannel(Fact):
    """A way of contact."""

    channel: str = value()
    at: str | None = written()
    recipient: str | None = value()


class Controller(Fact):
    """Who decides on the processing (Art. 13(1)(a), 4(7) GDPR)."""

    name: str | None = value()
    trade_names: tuple[str, ...] = values()
    natural_person: str | None = value()
    legal_form: str | None = value()
    address: Address | None = one(Address)
    company_number: str | None = written()
    vat_number: str | None = written()
    register: str | None = value()
    email: str | None = value()
    phone: str | None = written()
    url: str | None = value()
    contact_form: bool | None = value()
    hours: str | None = value()
    channels: tuple[ContactChannel, ...] = many(ContactChannel)
    established_in_eea: bool | None = value()
    representative: ContactPoint | None = one(ContactPoint)
    privacy_contact: ContactPoint | None = one(ContactPoint)


class JointController(Fact):
    """A joint controller (Art. 26 GDPR)."""

    name: str | None = value()
    recipient: str | None = value()
    essence: str | None = value()
    contact: ContactPoint | None = one(ContactPoint)
    for_: str | None = value("for")


class Dpo(Fact):
    """The data protection officer (Art. 13(1)(b), 37 GDPR). Leave the key out where the statement
    says nothing.
    """

    status: str = value()
    name: str | None = value()
    email: str | None = value()
    phone: str | None = written()
    address: Address | None = one(Address)
    url: str | None = value()
    reason: str | None = value()
