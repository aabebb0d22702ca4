"""What many parts of a statement share: cites, categories, retention, legal bases, contacts."""

from __future__ import annotations

from privlint.register.node import Node, many, one, value, values, written


class Cite(Node):
    """Where the statement says it."""

    section: str = written()
    quote: tuple[str, ...] = values()


class Fact(Node):
    """A part of the statement: with its own words, and the place where it says so."""

    words: str | None = value()
    cite: tuple[Cite, ...] = many(Cite)
    note: str | None = value()


class Words(Fact):
    """Words of the statement or your own summary of them; `{words, cite}` where the place matters."""

    SHORTHAND = "words"


class Address(Node):
    """A postal address, as the statement gives it."""

    street: str | None = value()
    postcode: str | None = written()
    city: str | None = value()
    country: str | None = value()


class ContactPoint(Fact):
    """Somebody to turn to, with the ways to do so."""

    name: str | None = value()
    role: str | None = value()
    email: str | None = value()
    phone: str | None = written()
    address: Address | None = one(Address)
    url: str | None = value()
    for_: str | None = value("for")


class CategoryEntry(Fact):
    """A kind of personal data: an id of the vocabulary, or `{is: name, words: voornaam}` where the
    statement's wording must be kept apart.
    """

    SHORTHAND = "is"
    id: str = value("is")
    when: str | None = value()
    required: bool | None = value()


class RetentionEntry(Fact):
    """How long data are kept (Art. 13(2)(a) GDPR): a period, an event that ends it, a criterion in
    words, or for ever.
    """

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
    """A legal basis of Art. 6(1) GDPR (or the ePrivacy permission `soft_opt_in`), as the statement
    gives it, in law or in words.
    """

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
    """Who receives it: an id of `recipients`, or `{to: id, when: possibly}` where the statement
    attaches a condition or limits it.
    """

    SHORTHAND = "to"
    to: str = value()
    when: str | None = value()
    categories: tuple[CategoryEntry, ...] = many(CategoryEntry)
    for_: str | None = value("for")
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
