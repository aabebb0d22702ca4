"""The statement itself, the shop, and what is said beside purposes and recipients."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from privlint.register.node import Node, day, keyed, many, one, texts, value, values, written
from privlint.register.parts import (
    CategoryEntry,
    Cite,
    ContactPoint,
    Fact,
    LegalBasis,
    RecipientRef,
    Retention,
    Words,
)
from privlint.register.purposes import DataGroup, Provision
from privlint.register.recipients import Transfer


class Changes(Fact):
    """How changes are announced (Art. 13(3) GDPR)."""

    notice: tuple[str, ...] = values()
    material: tuple[str, ...] = values()
    effort: bool | None = value()
    reasons: str | None = value()


class NamedDocument(Fact):
    """Another document that the statement names or links."""

    kind: str = value()
    title: str | None = value()
    url: str | None = value()
    recipient: str | None = value()


class NamedLaw(Fact):
    """A law, as named."""

    name: str = value()
    about: str | None = value()


class Statement(Fact):
    """The privacy statement itself."""

    title: str | None = value()
    language: str | None = value()
    other_languages: tuple[str, ...] = values()
    date: date | None = day()
    version: str | None = written()
    text: str | None = value()
    sha256: str | None = value()
    sections: Mapping[str, str] = texts()
    """The heading of each section by its id, in the order of the text."""
    passages_without_facts: tuple[Cite, ...] = many(Cite)
    applies_to: tuple[Words, ...] = many(Words)
    not_applies_to: tuple[Words, ...] = many(Words)
    changes: Changes | None = one(Changes)
    documents: Mapping[str, NamedDocument] = keyed(NamedDocument)
    laws: tuple[NamedLaw, ...] = many(NamedLaw)


class Shop(Node):
    """Facts about the shop that whoever writes the register knows; not from the statement."""

    name: str = value()
    url: str | None = value()
    country: str = value()
    sells_to: tuple[str, ...] = values()
    languages: tuple[str, ...] = values()
    sectors: tuple[str, ...] = values()
    children: bool | None = value()
    vat_scheme: str | None = value()
    marketplace: bool | None = value()
    note: str | None = value()


class General(Fact):
    """What is said for everything and tied to no purpose."""

    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
    data: tuple[DataGroup, ...] = many(DataGroup)
    data_is_list: bool | None = value()
    retention: Retention | None = one(Retention)
    recipients: tuple[RecipientRef, ...] = many(RecipientRef)
    transfers: tuple[Transfer, ...] = many(Transfer)
    provision: tuple[Provision, ...] = many(Provision)
    data_subjects: tuple[str, ...] = values()
    collected: tuple[str, ...] = values()
    purposes: tuple[Words, ...] = many(Words)


class Storage(Fact):
    """Where the data are kept."""

    place: str | None = value()
    by: str | None = value()
    when: str | None = value()
    exception: bool | None = value()
    of: tuple[CategoryEntry, ...] = many(CategoryEntry)
    for_: str | None = value("for")


class Account(Fact):
    """Customer accounts."""

    required: bool | None = value()
    guest_checkout: bool | None = value()
    social_login: bool | None = value()
    functions: tuple[Words, ...] = many(Words)


class AutomatedDecision(Fact):
    """A decision taken by machine (Art. 13(2)(f), 22 GDPR)."""

    what: str = value()
    by: tuple[str, ...] = values()
    automated: str | None = value()
    logic: str | None = value()
    significance: str | None = value()
    consequence: str | None = value()
    safeguards: tuple[str, ...] = values()
    ground: str | None = value()
    purposes: tuple[str, ...] = values()
    when: str | None = value()

    @property
    def own(self) -> bool:
        """Tell whether the shop itself decides, or lets decide, as stated or by silence."""
        return not self.by or "controller" in self.by


class AutomatedDecisions(Fact):
    """Automated decisions and profiling (Art. 13(2)(f) GDPR)."""

    status: str | None = value()
    decisions: tuple[AutomatedDecision, ...] = many(AutomatedDecision)
    remedy: str | None = value()


class Minor(Fact):
    """What is said of minors (Art. 8 GDPR)."""

    age: int | None = value()
    position: str | None = value()
    parental_consent: str | None = value()
    verified: bool | None = value()
    measures: str | None = value()
    remedy: str | None = value()
    contact: ContactPoint | None = one(ContactPoint)
    for_: str | None = value("for")
    when: str | None = value()


class SecurityMeasure(Fact):
    """A measure."""

    measure: str = value()
    of: str | None = value()


class Breach(Fact):
    """What is said of data breaches (Art. 33-34 GDPR)."""

    tells: tuple[str, ...] = values()
    when: str | None = value()
    response: str | None = value()


class Security(Fact):
    """Security measures (Art. 32, 30(1)(g) GDPR)."""

    measures: tuple[SecurityMeasure, ...] = many(SecurityMeasure)
    guarantee: str | None = value()
    breach: Breach | None = one(Breach)

    def stands_around(self, fact: Fact) -> bool:
        """Tell whether a fact stands in a section that tells of security."""
        parts = (self, *self.measures, *((self.breach,) if self.breach is not None else ()))
        sections = {cite.section for part in parts for cite in part.cite}
        return any(cite.section in sections for cite in fact.cite)


class Claim(Fact):
    """A telling sentence, from a closed vocabulary; contradictions are found against it."""

    claim: str = value()
    except_: str | None = value("except")
    about: tuple[str, ...] = values()
    of: tuple[CategoryEntry, ...] = many(CategoryEntry)
    when: str | None = value()


class Fault(Fact):
    """A fault of the text itself: reported, never mended in the register."""

    fault: str = value()
    about: str | None = value()
