"""Why data are processed, and which data, in groups that share their fate."""

from __future__ import annotations

from datetime import date

from privlint.register.node import day, lasting, many, one, value, values
from privlint.register.parts import (
    CategoryEntry,
    Fact,
    LegalBasis,
    RecipientRef,
    Retention,
    Words,
)

_UNADDRESSED = frozenset({"website", "social_media"})
"""Channels on which a shop may speak to everybody, without anybody's data."""


class MarketingChannel(Fact):
    """A channel with what is said of it."""

    SHORTHAND = "channel"
    channel: str = value()
    opt_out: str | None = value()
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
    when: str | None = value()

    @property
    def is_addressed(self) -> bool:
        """Tell whether it reaches people one by one; others may speak to everybody."""
        return self.channel not in _UNADDRESSED


class Tracking(Fact):
    """A measurement."""

    what: str = value()
    when: str | None = value()
    purpose: str | None = value()
    consent: bool | None = value()


class Marketing(Fact):
    """Direct marketing (Art. 21(2) GDPR, Art. 13 ePrivacy Directive)."""

    channels: tuple[MarketingChannel, ...] = many(MarketingChannel)
    audience: tuple[str, ...] = values()
    content: str | None = value()
    own_similar_products: bool | None = value()
    objection_at_collection: bool | None = value()
    opt_out: str | None = value()
    tracking: tuple[Tracking, ...] = many(Tracking)
    double_opt_in: bool | None = value()
    suppression_list: bool | None = value()


class Profiling(Fact):
    """Profiles that are made of people (Art. 4(4) GDPR)."""

    content: str | None = value()
    effect: str | None = value()
    logic: str | None = value()
    combined: bool | None = value()


class Provision(Fact):
    """Whether data must be given, and what happens if not (Art. 13(2)(e) GDPR)."""

    required: str | None = value()
    by: str | None = value()
    for_: str | None = value("for")
    purposes: tuple[str, ...] = values()
    categories: tuple[CategoryEntry, ...] = many(CategoryEntry)
    consequence: str | None = value()
    marked_in: str | None = value("where")


_IMPERSONAL = frozenset({"anonymous", "aggregated", "not_personal"})
_STAFF = frozenset({"applicants", "employees", "suppliers"})


class DataGroup(Fact):
    """Rows of data that share their source, retention and recipients."""

    categories: tuple[CategoryEntry, ...] = many(CategoryEntry)
    unnamed: str | None = value()
    data_subjects: tuple[str, ...] = values()
    called: tuple[str, ...] = values()
    source: tuple[str, ...] = values()
    source_words: str | None = value()
    source_named: bool | None = value()
    held_by: str | None = value()
    via: tuple[str, ...] = values()
    retention: Retention | None = one(Retention)
    recipients: tuple[RecipientRef, ...] = many(RecipientRef)
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
    required: bool | None = value()
    individual: bool | None = value()
    when: str | None = value()

    @lasting
    def kinds(self) -> frozenset[str]:
        """The ids of its categories."""
        return frozenset(entry.id for entry in self.categories)

    @property
    def impersonal(self) -> bool:
        """Tell whether the statement calls these data anonymous, general or not personal."""
        return bool(self.called) and _IMPERSONAL.issuperset(self.called)

    @property
    def subjects(self) -> frozenset[str]:
        """Whose data they are, as said of them or of what lists them."""
        return frozenset(self.data_subjects or getattr(self.parent, "data_subjects", ()))

    @property
    def of_staff(self) -> bool:
        """Tell whether they are only data of people who work for the shop, or apply or supply."""
        is_hiring = getattr(self.parent, "kind", None) == "recruitment"
        return is_hiring or (bool(self.subjects) and _STAFF.issuperset(self.subjects))

    @lasting
    def bases(self) -> tuple[LegalBasis, ...]:
        """The legal bases given for them, and those of what lists them that are for such data."""
        around: tuple[LegalBasis, ...] = getattr(self.parent, "legal_basis", ())
        kinds = self.kinds
        meant = (b for b in around if not b.of or not kinds.isdisjoint(e.id for e in b.of))
        return (*self.legal_basis, *meant)

    @property
    def rests_on_law(self) -> bool:
        """Tell whether a legal duty, or a law by its name, is given as their ground."""
        return any(basis.law or basis.basis == "legal_obligation" for basis in self.bases)


class Purpose(Fact):
    """A purpose of processing (Art. 13(1)(c) GDPR)."""

    title: str | None = value()
    kind: str | None = value()
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
    data: tuple[DataGroup, ...] = many(DataGroup)
    retention: Retention | None = one(Retention)
    recipients: tuple[RecipientRef, ...] = many(RecipientRef)
    data_subjects: tuple[str, ...] = values()
    marketing: Marketing | None = one(Marketing)
    profiling: Profiling | None = one(Profiling)
    provision: tuple[Provision, ...] = many(Provision)
    only: bool | None = value()
    since: date | None = day()
    conditions: tuple[Words, ...] = many(Words)
    payment_methods: tuple[str, ...] = values()
    vague: bool | None = value()
    when: str | None = value()

    @property
    def id(self) -> str:
        """The key that it stands under."""
        return str(self.where[-1])

    @lasting
    def bases(self) -> tuple[LegalBasis, ...]:
        """Every legal basis that is given for it, for some of its data or for a channel."""
        channels = self.marketing.channels if self.marketing is not None else ()
        return (
            *self.legal_basis,
            *(basis for group in self.data for basis in group.legal_basis),
            *(basis for channel in channels for basis in channel.legal_basis),
        )

    @property
    def impersonal(self) -> bool:
        """Tell whether the statement calls all the data it lists here anonymous or not personal."""
        return bool(self.data) and all(group.impersonal for group in self.data)
