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

    @property
    def ways(self) -> frozenset[str]:
        """The ways in which it can be reached: `email`, `phone`, `post`, `form`, or a channel.

        A channel counts where its number, name or address there is given; a form and a chat are
        where the reader already is. The address of the site alone is no way.
        """
        takes_post = self.address is not None and self.address.takes_post
        given = {
            "email": self.email,
            "phone": self.phone,
            "post": takes_post,
            "form": self.contact_form,
        }
        found = {way for way, at in given.items() if at}
        found |= {c.channel for c in self.channels if c.at or c.channel in {"contact_form", "chat"}}
        if self.privacy_contact is not None:
            found |= self.privacy_contact.ways
        return frozenset("form" if way == "contact_form" else way for way in found)


class JointController(Fact):
    """A joint controller (Art. 26 GDPR)."""

    name: str | None = value()
    recipient: str | None = value()
    essence: str | None = value()
    contact: ContactPoint | None = one(ContactPoint)
    for_: str | None = value("for")


class Dpo(Fact):
    """The data protection officer (Art. 13(1)(b), 37 GDPR): appointed, or said not to be."""

    status: str = value()
    name: str | None = value()
    email: str | None = value()
    phone: str | None = written()
    address: Address | None = one(Address)
    url: str | None = value()
    reason: str | None = value()

    @property
    def ways(self) -> frozenset[str]:
        """The ways in which the officer can be reached: `email`, `phone`, `post`, `form`."""
        takes_post = self.address is not None and self.address.takes_post
        given = {"email": self.email, "phone": self.phone, "post": takes_post, "form": self.url}
        return frozenset(way for way, at in given.items() if at)

    @property
    def reachable(self) -> bool:
        """Tell whether an e-mail address, a number, a web address or a postal address is given."""
        return bool(self.ways)
