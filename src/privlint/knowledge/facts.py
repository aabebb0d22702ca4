"""The law, as of a day: the only thing that rules ask.

`Knowledge` is what is written down; `Facts` is what it says on one day. A question that the
knowledge cannot answer gets `Answer.UNKNOWN` or `None`, never a guess.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from privlint.knowledge.answers import (
    Answer,
    Authority,
    AuthorityMatch,
    Decision,
    FormerName,
    Instrument,
    LimitationPeriod,
    Misnomer,
    NonDuty,
    RetentionGuidance,
    StatutoryPeriod,
    Vendor,
)
from privlint.knowledge.countries import Countries
from privlint.knowledge.folding import fold
from privlint.knowledge.lookup import remembered
from privlint.knowledge.naming import match_authority
from privlint.knowledge.national import CookieLaw, DeadReference
from privlint.knowledge.tables import Tables, covers, read

if TYPE_CHECKING:
    from collections.abc import Iterable


class Knowledge:
    """All facts, of all days."""

    __slots__ = ("_facts", "_tables")

    def __init__(self, tables: Tables) -> None:
        """Take compiled tables; `Knowledge.load()` takes those that are shipped."""
        self._tables = tables
        self._facts: dict[date, Facts] = {}

    @staticmethod
    @cache
    def load() -> Knowledge:
        """Read the facts that are shipped, once in the life of the program."""
        return Knowledge(read())

    @property
    def checked(self) -> date:
        """The newest day on which a row was checked."""
        return date.fromisoformat(self._tables.checked)

    def as_of(self, day: date) -> Facts:
        """Return what holds on a day: the same answers for every register of that day."""
        if day not in self._facts:
            self._facts[day] = Facts(self._tables, day)
        return self._facts[day]


class Facts(Countries):
    """What holds on `day`. Countries are ISO 3166-1 codes of two letters, periods ISO 8601."""

    __slots__ = ()

    @property
    def checked(self) -> date:
        """The newest day on which a row was checked."""
        return date.fromisoformat(self._tables.checked)

    @property
    def stale(self) -> bool:
        """Whether, on the day, no row has been checked for more than twelve months."""
        year, month, day = self.checked.timetuple()[:3]
        return (self.day.year, self.day.month, self.day.day) > (year + 1, month, day)

    # ---- transfers

    @remembered
    def adequate(self, country: str | None, importer: Vendor | None = None) -> Answer:
        """Tell whether a decision of the Commission covers a transfer to an importer in a country.

        NO: no decision is in force for the country on the day, or the importer is known for sure
        not to be on the list that the decision asks for. UNKNOWN: the country is not named, or the
        decision asks for a listed importer and its listing on that day is not known for sure. That
        a business is under its country's commercial law (CA, JP, KR, BR) is taken for granted.

        Ask `eea` first: inside the EEA no decision is needed, and the answer here is UNKNOWN.
        """
        if country is None or self.eea(country) is not Answer.NO:
            return Answer.UNKNOWN
        decision = self.decision(country)
        if decision is None:
            return Answer.NO
        return self._listed(importer) if decision.condition == "importer_listed" else Answer.YES

    def _listed(self, importer: Vendor | None) -> Answer:
        """Tell whether an importer is on the Data Privacy Framework list on the day."""
        if importer is None or importer.dpf_confidence != "high":
            return Answer.UNKNOWN
        known_from = importer.dpf_since or importer.dpf_checked
        if known_from is None or self.day < known_from:
            return Answer.UNKNOWN
        told = {"active": Answer.YES, "none": Answer.NO}
        return told.get(importer.dpf_status or "", Answer.UNKNOWN)

    @remembered
    def adequacies(
        self, country: str | None, vendors: tuple[str | None, ...], importer: str | None = None
    ) -> tuple[Answer, ...]:
        """Tell, as `adequate` does, of each vendor whether a decision covers data that it gets.

        `importer` is who gets the data there, where the statement names somebody: the vendor under
        one of the names of its group, another vendor, or nobody who is known.
        """
        known = (self.vendor(vendor) for vendor in vendors)
        return tuple(self.adequate(country, self._importing(vendor, importer)) for vendor in known)

    def _importing(self, vendor: Vendor | None, named: str | None) -> Vendor | None:
        if named is None:
            return vendor
        is_its_group = vendor is not None and fold(named) in map(fold, vendor.group)
        return vendor if is_its_group else self.vendor_named(named)

    @remembered
    def destination(self, country: str | None, safeguard: str | None) -> str | None:
        """Return the country that data go to: as stated, else the only one a safeguard is for."""
        if country is not None and self.is_country(country):
            return country
        named = self.instrument(safeguard or "")
        return None if named is None else named.country

    @remembered
    def decision(self, country: str) -> Decision | None:
        """Return the adequacy decision that is in force for a country on the day."""
        return self._first(Decision, self._in_force("decisions", country=country))

    @remembered
    def last_decision(self, country: str) -> Decision | None:
        """Return the adequacy decision for a country that ended last before the day."""
        rows = self._tables.rows["decisions"].values()
        ended = [row for row in rows if row.get("country") == country]
        ended = [row for row in ended if row.get("until", "9") < self._iso]
        return self._first(Decision, sorted(ended, key=lambda row: str(row["until"]), reverse=True))

    @remembered
    def instrument(self, instrument_id: str) -> Instrument | None:
        """Return a safeguard by its id, in force or not.

        The ids are the safeguards of the register (`dpf`, `privacy_shield`, `safe_harbour`, `scc`,
        `bcr`, ...) and `scc-2001`, `scc-2004`, `scc-2010`, `scc-2021` where the generation is told.
        """
        row = self._tables.rows["instruments"].get(instrument_id)
        if row is None:
            return None
        return Instrument.read(row | {"in_force": covers(row, self._iso)})

    def in_force(self, instrument_id: str) -> bool:
        """Tell whether an instrument can be relied on, on the day."""
        found = self.instrument(instrument_id)
        return found is not None and found.in_force

    @remembered
    def fallen_safeguard(self, words: str) -> Instrument | None:
        """Return the safeguard that words name by its name or act, if it no longer holds."""
        told = f" {fold(words)} "
        for row in self._tables.rows["instruments"].values():
            names = map(fold, (row["name"], row["act"], *row["aliases"]))
            if row.get("until", "9") < self._iso and any(f" {name} " in told for name in names):
                return self.instrument(row["id"])
        return None

    # ---- vendors

    @property
    def vendor_ids(self) -> frozenset[str]:
        """The ids of the vendor catalogue."""
        return frozenset(self._tables.rows["vendors"])

    def vendor(self, vendor_id: str | None) -> Vendor | None:
        """Return a vendor by its id."""
        return self._one(Vendor, "vendors", vendor_id)

    @remembered
    def role(self, vendor_id: str | None, stated: str | None) -> str | None:
        """Return the role of a recipient: as stated, else as known with some confidence."""
        vendor = self.vendor(vendor_id)
        if stated is not None or vendor is None or vendor.role_confidence == "low":
            return stated
        return vendor.role

    def vendor_named(self, name: str) -> Vendor | None:
        """Return the vendor that a name means, if the whole name is that of one vendor."""
        return self._named(Vendor, "vendors", name)

    def misnomer(self, name: str) -> Misnomer | None:
        """Return what is wrong with a name that is no vendor's, or another one's, on the day."""
        return self._named(Misnomer, "misnomers", name)

    def former_name(self, name: str) -> FormerName | None:
        """Return the new name of a company whose name, as given, is outdated on the day."""
        former = self._named(FormerName, "former_names", name)
        outdated = former is not None and former.until is not None and former.until < self.day
        return former if outdated else None

    @remembered
    def is_open_recipient(self, named: str) -> bool:
        """Tell whether a kind of recipients is named in words that fit anybody (WP260, annex).

        The whole name has to be of that kind; in which language it is written does not matter.
        """
        text = fold(named)
        rows = self._tables.rows["open_recipients"].values()
        known = (pattern for row in rows for pattern in row["patterns"].values())
        return any(re.fullmatch(pattern, text) for pattern in known)

    @remembered
    def is_mailbox(self, domain: str) -> bool:
        """Tell whether anybody can have an address under a domain, without what ends its name."""
        return any(domain in row["names"] for row in self._tables.rows["mailboxes"].values())

    # ---- authorities

    @remembered
    def authorities(self, country: str) -> tuple[Authority, ...]:
        """Return the supervisory authorities of a country on the day; Germany has many."""
        return tuple(map(Authority.read, self._in_force("authorities", country=country)))

    @remembered
    def authority_named(self, name: str) -> AuthorityMatch:
        """Tell what the name of an authority is worth: `Privacycommissie` until 2018-05-24.

        Case, accents and punctuation do not matter. A name that came only after the day is
        `current`: it is not outdated.
        """
        return match_authority(self._tables, name, self._iso)

    # ---- retention

    def statutory_retention(
        self, country: str, subjects: Iterable[str]
    ) -> tuple[StatutoryPeriod, ...]:
        """Return the duties of a country, on the day, to keep records of any of these data."""
        return self._about(StatutoryPeriod, "statutory", country, frozenset(subjects))

    def retention_guidance(
        self, country: str, subjects: Iterable[str]
    ) -> tuple[RetentionGuidance, ...]:
        """Return what is held to be long enough in a country for any of these data."""
        return self._about(RetentionGuidance, "guidance", country, frozenset(subjects))

    def limitation(self, country: str) -> tuple[LimitationPeriod, ...]:
        """Return the periods after which claims lapse in a country, on the day."""
        return self._about(LimitationPeriod, "limitation", country)

    @remembered
    def non_duty(self, words: str) -> NonDuty | None:
        """Return the duty to keep records that the words claim and that no law contains."""
        rows = self._tables.rows["non_duties"].values()
        told = [row for row in rows if re.search(row["pattern"], words, re.IGNORECASE)]
        return self._first(NonDuty, told)

    # ---- ePrivacy, and law that is law no more

    @remembered
    def cookie_law(self, *countries: str) -> CookieLaw | None:
        """Return the provision on cookies on the day, of several countries the strictest.

        `None`: none is known.
        """
        rows = [row for row in self._in_force("cookie_laws") if row["country"] in countries]
        rows.sort(key=lambda row: (row["analytics_exempt"], row["country"]))
        return self._first(CookieLaw, rows)

    @remembered
    def exempts_analytics(self, countries: frozenset[str]) -> bool:
        """Tell whether a shop in these countries may measure without consent, or may be allowed to.

        Not so where the law of one of them is known to ask consent for measuring too.
        """
        law = self.cookie_law(*countries)
        return law is None or law.analytics_exempt

    @remembered
    def dead_references(self) -> tuple[DeadReference, ...]:
        """Return the laws, and names of laws, that are no longer right to cite on the day."""
        rows = self._tables.rows["dead_references"].values()
        return tuple(DeadReference.read(row) for row in rows if row.get("until", "") < self._iso)
