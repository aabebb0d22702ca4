"""The law, as of a day: the only thing that rules ask.

`Knowledge` is what is written down; `Facts` is what it says on one day. A question that the
knowledge cannot answer gets `Answer.UNKNOWN` or `None`, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from privlint.knowledge import answers as given
from privlint.knowledge import vocabulary
from privlint.knowledge.answers import Answer
from privlint.knowledge.folding import fold
from privlint.knowledge.load import Tables, read
from privlint.knowledge.naming import covers, match_authority, spellings
from privlint.knowledge.row import Row

R = TypeVar("R", bound=Row)

_LAW_OF_THE_UNION = frozenset({"EU", "EEA"})


class Knowledge:
    """All facts, of all days."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Tables) -> None:
        """Take the compiled tables; `Knowledge.load()` reads those that are shipped."""
        self._tables = tables

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
        """Return what holds on a day."""
        return Facts(self._tables, day)


class Facts:
    """What holds on `day`. Countries are ISO 3166-1 codes of two letters; periods are ISO 8601."""

    __slots__ = ("_iso", "_kept", "_tables", "day")

    def __init__(self, tables: Tables, day: date) -> None:
        """Answer from `tables` as of `day`."""
        self.day = day
        self._iso = day.isoformat()
        self._tables = tables
        self._kept: dict[str, list[dict[str, Any]]] = {}

    # ---- what the facts rest on

    @property
    def checked(self) -> date:
        """The newest day on which a row was checked."""
        return date.fromisoformat(self._tables.checked)

    @property
    def stale(self) -> bool:
        """Whether, on the day, nothing has been checked for more than twelve months."""
        return (self.day.year - 1, self.day.month, self.day.day) > self.checked.timetuple()[:3]

    def source(self, citation: str) -> vocabulary.Source | None:
        """Resolve a citation: `GDPR 13(1)(f)` is the source `GDPR` with the point `13(1)(f)`.

        A citation is a label, or a label and a point; the longest label wins (`NL Tw 11.7a` is not
        `NL Tw` with a point). `None` if no source bears such a label.
        """
        rows = [row for row in self._tables.rows["sources"].values() if _cites(citation, row["label"])]
        if not rows:
            return None
        row = max(rows, key=lambda row: len(row["label"]))
        return vocabulary.Source.read(row | {"point": citation[len(row["label"]) :].strip() or None})

    # ---- countries

    def is_country(self, code: str) -> bool:
        """Tell whether a code is one of ISO 3166-1; `UK`, `EL` and `EU` are not."""
        return code in self._tables.rows["countries"]

    def country_name(self, code: str, lang: str = "en") -> str:
        """Name a country in `en`, `nl`, `fr` or `de`; a code that is not known stands for itself."""
        names: dict[str, str] = self._tables.rows["countries"].get(code, {}).get("names", {})
        return names.get(lang) or names.get("en") or code

    def eea(self, country: str | None) -> Answer:
        """Tell whether data protection in a country is that of the EEA on the day.

        That is membership of the EU or the EEA Agreement; for the United Kingdom it includes the
        transition (to 2020-12-31) and the bridge of the trade agreement (to 2021-06-27). Territories
        with a code of their own answer for themselves. An unnamed or unknown country: UNKNOWN.
        """
        if country in _LAW_OF_THE_UNION:
            return Answer.YES
        if country is None or not self.is_country(country) or country in self._tables.rows["undecided"]:
            return Answer.UNKNOWN
        inside = any(row["country"] == country for row in self._in_force("membership"))
        return Answer.YES if inside else Answer.NO

    def child_consent_age(self, country: str) -> int | None:
        """Return the age from which a child consents alone to an online service; `None`: not known, not 16."""
        row = next((row for row in self._in_force("child_ages") if row["country"] == country), None)
        return None if row is None else int(row["age"])

    # ---- transfers

    def adequate(self, country: str | None, importer: given.Vendor | None = None) -> Answer:
        """Tell whether a decision of the Commission covers a transfer to an importer in a country.

        NO: no decision is in force for the country, or the importer is known for sure not to be on the
        list that the decision asks for. UNKNOWN: the country is not named, or the decision asks for a
        listed importer and the listing on that day is not known for sure. That an importer is subject
        to its country's commercial law (CA, JP, KR, BR) is taken as given. Ask `eea` first: for a
        country inside the EEA no decision is needed, and the answer is UNKNOWN.
        """
        if country is None or self.eea(country) is not Answer.NO:
            return Answer.UNKNOWN
        decision = self.decision(country)
        if decision is None:
            return Answer.NO
        if decision.condition != "importer_listed":
            return Answer.YES
        return self._listed(importer)

    def _listed(self, importer: given.Vendor | None) -> Answer:
        if importer is None or importer.dpf_confidence != "high":
            return Answer.UNKNOWN
        known_from = importer.dpf_since or importer.dpf_checked
        if known_from is None or self.day < known_from:
            return Answer.UNKNOWN
        return {"active": Answer.YES, "none": Answer.NO}.get(importer.dpf_status or "", Answer.UNKNOWN)

    def decision(self, country: str) -> given.Decision | None:
        """Return the adequacy decision that is in force for a country on the day."""
        row = next((row for row in self._in_force("decisions") if row.get("country") == country), None)
        return None if row is None else given.Decision.read(row)

    def last_decision(self, country: str) -> given.Decision | None:
        """Return the adequacy decision for a country that ended last before the day."""
        rows = self._tables.rows["decisions"].values()
        ended = [row for row in rows if row.get("country") == country and row.get("until", "9") < self._iso]
        return given.Decision.read(max(ended, key=lambda row: row["until"])) if ended else None

    def instrument(self, instrument_id: str) -> given.Instrument | None:
        """Return a safeguard by its id (`dpf`, `privacy_shield`, `scc-2010`, `bcr`, ...), in force or not."""
        row = self._tables.rows["instruments"].get(instrument_id)
        return None if row is None else given.Instrument.read(row | {"in_force": covers(row, self._iso)})

    # ---- vendors

    @property
    def vendor_ids(self) -> frozenset[str]:
        """The ids of the vendor catalogue."""
        return frozenset(self._tables.rows["vendors"])

    def vendor(self, vendor_id: str | None) -> given.Vendor | None:
        """Return a vendor by its id."""
        return self._one(given.Vendor, "vendors", vendor_id)

    def vendor_named(self, name: str) -> given.Vendor | None:
        """Return the vendor that a statement means by a name, if the whole name is that of one vendor."""
        return self._named(given.Vendor, "vendors", name)

    def misnomer(self, name: str) -> given.Misnomer | None:
        """Return what is wrong with a name that is no vendor's, or another one's."""
        return self._named(given.Misnomer, "misnomers", name)

    def former_name(self, name: str) -> given.FormerName | None:
        """Return the new name of a company whose old one is no longer right on the day."""
        former = self._named(given.FormerName, "former_names", name)
        return former if former is not None and former.until is not None and former.until < self.day else None

    # ---- authorities

    def authorities(self, country: str) -> tuple[given.Authority, ...]:
        """Return the supervisory authorities of a country on the day; Germany has one for each Land too."""
        return tuple(given.Authority.read(row) for row in self._in_force("authorities") if row["country"] == country)

    def authority_named(self, name: str) -> given.AuthorityMatch:
        """Tell what the name of an authority is worth on the day: `Privacycommissie` was right until 2018-05-24.

        Case, accents and punctuation do not matter. A name that came only after the day is `current`:
        it is not outdated.
        """
        return match_authority(self._tables, name, self._iso)

    # ---- retention

    def statutory_retention(self, country: str, subjects: Iterable[str]) -> tuple[given.StatutoryPeriod, ...]:
        """Return the duties of a country to keep records of any of these kinds of data, on the day."""
        return self._about(given.StatutoryPeriod, "statutory", country, set(subjects))

    def retention_guidance(self, country: str, subjects: Iterable[str]) -> tuple[given.RetentionGuidance, ...]:
        """Return what is held to be long enough in a country for any of these kinds of data."""
        return self._about(given.RetentionGuidance, "guidance", country, set(subjects))

    def limitation(self, country: str) -> tuple[given.LimitationPeriod, ...]:
        """Return the periods after which claims lapse in a country, on the day."""
        return self._about(given.LimitationPeriod, "limitation", country, None)

    def non_duty(self, words: str) -> given.NonDuty | None:
        """Return the duty to keep records that the words claim and that no law contains."""
        rows = self._tables.rows["non_duties"].values()
        row = next((row for row in rows if re.search(row["pattern"], words, re.IGNORECASE)), None)
        return None if row is None else given.NonDuty.read(row)

    # ---- ePrivacy and outdated references

    def cookie_law(self, country: str) -> given.CookieLaw | None:
        """Return the provision on cookies of a country on the day; `None`: not known."""
        row = next((row for row in self._in_force("cookie_laws") if row["country"] == country), None)
        return None if row is None else given.CookieLaw.read(row)

    def marketing_law(self, country: str, channel: str) -> given.MarketingLaw | None:
        """Return on what ground a channel (`email`, `phone`, ...) may be used in a country on the day."""
        rows = self._in_force("marketing_laws")
        row = next((row for row in rows if row["country"] == country and row["channel"] == channel), None)
        return None if row is None else given.MarketingLaw.read(row)

    def dead_references(self) -> tuple[given.DeadReference, ...]:
        """Return the laws, and names of laws, that are no longer right to cite on the day."""
        rows = self._tables.rows["dead_references"].values()
        return tuple(given.DeadReference.read(row) for row in rows if row.get("until", "") < self._iso)

    # ---- vocabularies

    def category(self, category_id: str) -> vocabulary.Category | None:
        """Return a kind of data by its id."""
        return self._one(vocabulary.Category, "categories", category_id)

    def basis(self, basis_id: str) -> vocabulary.Basis | None:
        """Return a legal basis, a condition of art. 9(2), or an ePrivacy permission by its id."""
        return self._one(vocabulary.Basis, "bases", basis_id)

    def right(self, right_id: str) -> vocabulary.Right | None:
        """Return a right of the data subject by its id."""
        return self._one(vocabulary.Right, "rights", right_id)

    def claim(self, claim_id: str) -> vocabulary.Claim | None:
        """Return a claim of the closed vocabulary by its id."""
        return self._one(vocabulary.Claim, "claims", claim_id)

    def claims(self) -> tuple[vocabulary.Claim, ...]:
        """Return all claims of the closed vocabulary."""
        return tuple(vocabulary.Claim.read(row) for row in self._tables.rows["claims"].values())

    # ---- how rows are found

    def _in_force(self, table: str) -> list[dict[str, Any]]:
        if table not in self._kept:
            self._kept[table] = [row for row in self._tables.rows[table].values() if covers(row, self._iso)]
        return self._kept[table]

    def _one(self, kind: type[R], table: str, row_id: str | None) -> R | None:
        row = self._tables.rows[table].get(row_id or "")
        return None if row is None else kind.read(row)

    def _named(self, kind: type[R], what: str, name: str) -> R | None:
        bearers = self._tables.names[what]
        found = next((bearers[spelling] for spelling in spellings(name) if spelling in bearers), [])
        return self._one(kind, *found[0]) if len(found) == 1 else None

    def _about(self, kind: type[R], table: str, country: str, subjects: set[str] | None) -> tuple[R, ...]:
        rows = [row for row in self._in_force(table) if country in row["countries"]]
        return tuple(kind.read(row) for row in rows if subjects is None or subjects.intersection(row["subjects"]))


def _cites(citation: str, label: str) -> bool:
    return citation == label or citation.startswith((f"{label} ", f"{label}("))
