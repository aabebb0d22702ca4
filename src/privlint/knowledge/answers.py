"""The answers that `Facts` gives: one small frozen class for each kind of fact.

`since` and `until` are the first and the last day on which the fact holds, `None` for "not known"
and "no end". A `confidence` is `high` (uncontested, or read in its source), `medium` or `low`.
`None` in any other field is "not known", never "no".
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal

from privlint.knowledge.row import Row

if TYPE_CHECKING:
    from datetime import date

Confidence = Literal["high", "medium", "low"]


class Answer(Enum):
    """What is known; on UNKNOWN a rule may ask, and does not judge."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Decision(Row):
    """A decision of the Commission that a country protects data adequately (GDPR art. 45)."""

    id: str
    country: str | None
    name: str
    act: str
    scope: str
    condition: str | None
    """What the importer must be: `importer_listed`, `importer_subject_to_*`, or nothing."""
    aliases: tuple[str, ...]
    since: date | None
    until: date | None
    ended_by: str | None
    confidence: Confidence


class Instrument(Row):
    """A named ground for a transfer: a set of clauses, a framework, binding rules, a derogation."""

    id: str
    name: str
    act: str
    aliases: tuple[str, ...]
    since: date | None
    until: date | None
    new_contracts_until: date | None
    """The last day on which a new contract could be made on it."""
    ended_by: str | None
    in_force: bool
    """Whether it can carry a transfer on the day of the question."""
    confidence: Confidence
    country: str | None
    """The only country that it can carry data to; `None`: any."""


class Vendor(Row):
    """A company or a service that shops name. What a register states of it wins."""

    id: str
    name: str
    category: str
    entity_name: str
    """The party that a shop in the Benelux contracts with."""
    entity_country: str
    entity_confidence: Confidence
    parent_name: str | None
    parent_country: str | None
    parent_confidence: Confidence | None
    role: str
    """Usually; `none` for software on the shop's own server, `recipient_by_law` for tax offices."""
    role_confidence: Confidence
    third_countries: tuple[str, ...]
    """Where data can go outside the EEA; empty: no such place is known."""
    third_countries_confidence: Confidence | None
    dpf_status: str | None
    """On the Data Privacy Framework list: `active`, `none`, `not_applicable`; `None`: not known."""
    dpf_confidence: Confidence | None
    dpf_since: date | None
    dpf_checked: date | None
    sets_cookies: bool | None
    """Whether it stores or reads on the visitor's device when a site loads it."""
    sets_identifiers: bool | None
    """Whether it tells one visitor from another by an identifier."""
    sets_confidence: Confidence | None

    @property
    def group(self) -> tuple[str, ...]:
        """The names of the service, of the company behind it and of its parent."""
        return (self.name, self.entity_name, self.parent_name or self.name)


class Misnomer(Row):
    """A name that looks like a vendor's and is none, or is another one's."""

    id: str
    name: str
    vendors: tuple[str, ...]
    """The vendors that may be meant."""
    why: str
    since: date | None
    confidence: Confidence


class FormerName(Row):
    """A company name that statements still carry after it changed."""

    id: str
    name: str
    vendor: str
    now: str
    until: date | None
    """The last day on which the old name was right for customers in the EEA."""
    confidence: Confidence


class Authority(Row):
    """A supervisory authority under GDPR art. 51."""

    id: str
    country: str
    name: str
    name_en: str
    names: dict[str, str] | None
    """Its official names in further languages of its country, where there are any."""
    sites: dict[str, str] | None
    """Its site in those languages, where that has an address of its own."""
    abbreviations: tuple[str, ...]
    site: str
    post: str | None
    email: str | None
    since: date | None
    until: date | None
    confidence: Confidence

    def name_in(self, lang: str) -> str:
        """Return its name for readers of a language: an official one, or its own with a gloss."""
        if lang in (self.names or {}):
            return (self.names or {})[lang]
        glossed = lang == "en" and self.name_en and self.name_en != self.name
        return f"{self.name} ({self.name_en})" if glossed else self.name

    def site_in(self, lang: str) -> str:
        """Return the address of its site for readers of a language."""
        return (self.sites or {}).get(lang, self.site)


NameKind = Literal["current", "former", "typo", "not_an_authority", "outside_eea", "unknown"]


class AuthorityMatch(Row):
    """What a name that a statement gives for its authority turns out to be, on the day."""

    kind: NameKind
    country: str | None
    """The country, if the name belongs to one only: `Datatilsynet` is Danish and Norwegian."""
    countries: tuple[str, ...]
    right_name: str | None
    """The name to write on that day; of the body itself where it is no authority of the EEA."""
    until: date | None
    """For a former name: the last day on which it was right."""


class StatutoryPeriod(Row):
    """A duty to keep records: at least this long, these records only."""

    id: str
    countries: tuple[str, ...]
    subjects: tuple[str, ...]
    duty: str
    period: str
    """ISO 8601."""
    years: int
    starts: str | None
    law: str
    applies_if: str | None
    """A condition that the country alone does not meet; such a row never counts by itself."""
    since: date | None
    until: date | None
    confidence: Confidence

    def binds(self, vat_scheme: str | None = None) -> bool:
        """Tell whether it is a duty of every shop there, or of those that use a VAT scheme."""
        return self.applies_if in {None, f"shop.vat_scheme is {vat_scheme}"}


class LimitationPeriod(Row):
    """A time after which a claim lapses: a reason to keep evidence, never a duty."""

    id: str
    countries: tuple[str, ...]
    period: str
    law: str
    use: str | None
    since: date | None
    until: date | None
    confidence: Confidence


class RetentionGuidance(Row):
    """What an authority, or good practice, holds to be long enough; periods are ISO 8601."""

    id: str
    countries: tuple[str, ...]
    subjects: tuple[str, ...]
    ceiling: str | None
    ceiling_with_consent: str | None
    warn_above: str | None
    typical: str | None
    criterion: str | None
    statutory: bool | None
    since: date | None
    until: date | None
    confidence: Confidence


class NonDuty(Row):
    """A duty to keep records that statements claim and no law contains."""

    id: str
    countries: tuple[str, ...]
    claimed: str
    pattern: str
    """A regular expression for the words that claim it, to be searched without regard to case."""
    why: str
    confidence: Confidence
