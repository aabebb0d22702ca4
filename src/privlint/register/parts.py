"""What many parts of a statement share: cites, categories, retention, legal bases, contacts."""

from __future__ import annotations

import re

from privlint.register.node import Node, lasting, many, one, value, values, written

_COUNT = re.compile(r"(?<!\d)(\d+)([YMWDHS])")
_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
"""The units of an ISO 8601 period; those of the time of day are marked by a T."""


def counted(period: str) -> list[tuple[str, str]]:
    """Return how many of which unit an ISO 8601 period has: `("7", "year")`."""
    days, _, hours = period.partition("T")
    units = (*_COUNT.findall(days), *((n, f"T{unit}") for n, unit in _COUNT.findall(hours)))
    return [(n, _UNITS[unit]) for n, unit in units]


class Cite(Node):
    """Where the statement says it."""

    section: str = written()
    quote: tuple[str, ...] = values()


class Fact(Node):
    """A part of the statement: with its own words, and the place where it says so."""

    words: str | None = value()
    cite: tuple[Cite, ...] = many(Cite)
    note: str | None = value()

    def may_stand_with(self, other: Fact) -> bool:
        """Tell whether one passage may say both: they cite the same section, or one cites none."""
        mine = {cite.section for cite in self.cite}
        others = {cite.section for cite in other.cite}
        return not mine or not others or not mine.isdisjoint(others)


class Words(Fact):
    """Words of the statement, or a summary of them, with their place where it matters."""

    SHORTHAND = "words"


class Address(Node):
    """A postal address, as the statement gives it."""

    street: str | None = value()
    postcode: str | None = written()
    city: str | None = value()
    country: str | None = value()

    @property
    def takes_post(self) -> bool:
        """Tell whether a letter would arrive: a street or a postcode is given, not only a town."""
        return self.street is not None or self.postcode is not None


class ContactPoint(Fact):
    """Somebody to turn to, with the ways to do so."""

    name: str | None = value()
    role: str | None = value()
    email: str | None = value()
    phone: str | None = written()
    address: Address | None = one(Address)
    url: str | None = value()
    for_: str | None = value("for")
    recipient: str | None = value()

    @property
    def ways(self) -> frozenset[str]:
        """The ways in which it can be reached: `email`, `phone`, `post`, `form`."""
        takes_post = self.address is not None and self.address.takes_post
        given = {"email": self.email, "phone": self.phone, "post": takes_post, "form": self.url}
        return frozenset(way for way, at in given.items() if at)


class CategoryEntry(Fact):
    """A kind of personal data, with the statement's own word where it must be kept apart."""

    SHORTHAND = "is"
    id: str = value("is")
    when: str | None = value()
    required: bool | None = value()


class RetentionEntry(Fact):
    """How long data are kept: a period, an event, a criterion in words, or for ever."""

    period: str | None = value()
    from_: str | None = value("from")
    until: str | None = value()
    criterion: str | None = value()
    indefinite: bool | None = value()
    bound: str | None = value()
    of: tuple[CategoryEntry, ...] = many(CategoryEntry)
    for_: str | None = value("for")
    purposes: tuple[str, ...] = values()
    when: str | None = value()
    legal_duty: bool | None = value()
    law: str | None = value()
    form: str | None = value()
    exception: bool | None = value()
    then: str | None = value()

    @lasting
    def kinds(self) -> frozenset[str]:
        """The ids of the categories that it limits itself to; empty where it does not."""
        return frozenset(entry.id for entry in self.of)

    @property
    def length(self) -> str:
        """Its period in words: `7 years`, `18 months`; empty where it has none."""
        told = [f"{n} {unit}{'s' if n != '1' else ''}" for n, unit in counted(self.period or "")]
        return " and ".join(told)


class Retention(Node):
    """How long data are kept (Art. 13(2)(a) GDPR): one entry or several."""

    LISTED = "entries"
    whichever: str | None = value()
    entries: tuple[RetentionEntry, ...] = many(RetentionEntry)


class Withdrawal(Fact):
    """How consent is withdrawn (Art. 7(3), 13(2)(c) GDPR)."""

    how: tuple[str, ...] = values()
    any_time: bool | None = value()
    earlier_processing_stays_lawful: bool | None = value()
    exceptions: str | None = value()


class LegalBasis(Fact):
    """A basis of Art. 6(1) GDPR or the ePrivacy permission `soft_opt_in`, in law or in words."""

    basis: str = value()
    reason: str | None = value()
    explicit: bool | None = value()
    collected: str | None = value()
    article_9: str | None = value()
    interest: str | None = value()
    whose: tuple[str, ...] = values()
    balancing: tuple[str, ...] = values()
    law: str | None = value()
    when: str | None = value()
    of: tuple[CategoryEntry, ...] = many(CategoryEntry)
    channels: tuple[str, ...] = values()
    withdrawal: Withdrawal | None = one(Withdrawal)


class RecipientRef(Fact):
    """Who receives it, under which condition, and for what only."""

    SHORTHAND = "to"
    to: str = value()
    when: str | None = value()
    categories: tuple[CategoryEntry, ...] = many(CategoryEntry)
    for_: str | None = value("for")
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)


_CONTACT = frozenset({"email", "phone", "address"})


def alike(kinds: frozenset[str]) -> frozenset[str]:
    """Add to kinds of data what the word "contact details" stands for, and that word for those."""
    if "contact_details" in kinds:
        return kinds | _CONTACT | {"name"}
    return kinds | {"contact_details"} if kinds & _CONTACT else kinds
