"""The questions about countries: which there are, and whose law holds there on the day."""

from __future__ import annotations

from privlint.knowledge.answers import Answer
from privlint.knowledge.lookup import remembered
from privlint.knowledge.national import ChildAge, MarketingLaw
from privlint.knowledge.vocabulary import Vocabularies


class Countries(Vocabularies):
    """What holds in a country; codes are those of ISO 3166-1, of two letters."""

    __slots__ = ()

    def is_country(self, code: str) -> bool:
        """Tell whether a code is one of ISO 3166-1; `UK`, `EL` and `EU` are not."""
        return code in self._tables.rows["countries"]

    @remembered
    def country_name(self, code: str, lang: str = "en") -> str:
        """Name a country in `en`, `nl`, `fr` or `de`; an unknown code stands for itself."""
        row = self._tables.words["countries"].get(code, {"names": {}})
        return str(row["names"].get(lang) or row["names"].get("en") or code)

    def country_names(self, lang: str) -> dict[str, str]:
        """Return what each country is called in a language, by its English name."""
        rows = [row["names"] for row in self._tables.words["countries"].values()]
        return {row["en"]: row[lang] for row in rows if "en" in row and lang in row}

    @remembered
    def eea(self, country: str | None) -> Answer:
        """Tell whether a country is inside the EEA's law of data protection on the day.

        Inside are the members of the EU and of the EEA Agreement, and the United Kingdom through
        its transition (to 2020-12-31) and the bridge of the trade agreement (to 2021-06-27).
        Territories with a code of their own answer for themselves. UNKNOWN: a country that is not
        named, a code that is none, Gibraltar.
        """
        if country is None or not self.is_country(country):
            return Answer.UNKNOWN
        if country in self._tables.rows["undecided"]:
            return Answer.UNKNOWN
        return Answer.YES if self._in_force("membership", country=country) else Answer.NO

    @remembered
    def all_inside(self, places: tuple[str, ...]) -> bool:
        """Tell whether places are told that are all inside the EEA: countries, `EEA` or `EU`."""
        inside = (place in {"EEA", "EU"} or self.eea(place) is Answer.YES for place in places)
        return bool(places) and all(inside)

    @remembered
    def in_union(self, country: str | None) -> Answer:
        """Tell whether who is established in a country is established in the Union (GDPR art. 3).

        As `eea`, without the bridge of the United Kingdom: that freed transfers alone.
        """
        inside = self.eea(country)
        if inside is not Answer.YES or country is None:
            return inside
        rows = self._in_force("membership", country=country)
        return Answer.NO if all(row.get("transfers_only") for row in rows) else Answer.YES

    @remembered
    def child_consent_age(self, country: str) -> int | None:
        """Return the age from which a child consents alone to an online service (GDPR art. 8(1)).

        `None` where it is not known; that is not 16.
        """
        row = self._first(ChildAge, self._in_force("child_ages", country=country))
        return None if row is None else row.age

    @remembered
    def marketing_law(self, country: str, channel: str) -> MarketingLaw | None:
        """Return on what ground a channel may be used in a country on the day.

        Channels: `email`, `sms`, `direct_message`, `phone`, `automated_call`, `fax`, `post`,
        `custom_audience` (a list given to a social network). `None`: not known.
        """
        rows = self._in_force("marketing_laws", country=country, channel=channel)
        return self._first(MarketingLaw, rows)
