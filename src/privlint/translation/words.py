"""The fixed words of reports in another language."""

from __future__ import annotations

from privlint.exporters.statement.labels import LABELS
from privlint.exporters.statement.telling import catalogue as labels
from privlint.reporters.layout import Words
from privlint.translation.catalogues import MESSAGES, catalogue
from privlint.translation.messages import SHARED, messages

REPORT = "report"
"""The context of what reports say themselves."""
_GROUPED = {"nl": "."}
"""What stands between the thousands of a number; English has a comma."""
_IN_MESSAGES = {"from": "RET005", "until": "RET009"}
"""Vocabularies that the statement words for its readers, by the rule that says them otherwise."""


class Translated(Words):
    """The words of a catalogue."""

    def __init__(self, lang: str) -> None:
        """Take a language that there is."""
        self.lang = lang
        self._catalogue = catalogue(MESSAGES, lang)

    def say(self, text: str, **values: object) -> str:
        """Return a text with its values in place."""
        told = self._catalogue.pgettext(REPORT, text)
        return told.format(**values) if values else told

    def number(self, n: int) -> str:
        """Write a number as the language does."""
        return f"{n:,}".replace(",", _GROUPED.get(self.lang, ","))

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """Return a text about one thing or about several."""
        told = self._catalogue.npgettext(REPORT, one, many, n)
        return told.format(n=self.number(n), **values)

    def term(self, vocabulary: str, identifier: str) -> str:
        """Name an id as the statement that privlint writes in that language does."""
        if vocabulary in _IN_MESSAGES:
            spoken = super().term(vocabulary, identifier)
            return messages(self.lang, _IN_MESSAGES[vocabulary]).part(spoken)
        label = LABELS.get(vocabulary, {}).get(identifier)
        return super().term(vocabulary, identifier) if label is None else self._label(label)

    def part(self, text: str) -> str:
        """Return a text of the register's model, such as a length of time, in the language."""
        return messages(self.lang, SHARED).part(text)

    def _label(self, text: str) -> str:
        return labels(self.lang).gettext(text)
