"""The language of what people read: which one is asked for, and what speaks it.

`--lang` counts before `lang` of the configuration; without both, all is English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.cli.outputs import chosen
from privlint.translation.catalogues import SOURCE, languages
from privlint.translation.reports import Translator
from privlint.translation.words import Translated

if TYPE_CHECKING:
    from privlint.reporters.layout import Words


class Language:
    """Translates what is told, and words what is fixed."""

    def __init__(self, lang: str) -> None:
        """Take a language that there is, and not English."""
        translator = Translator(lang)
        self.report = translator.report
        self.cards = translator.cards
        self.words: Words = Translated(lang)


def language(lang: str, command: str) -> Language | None:
    """Return a language; `None` for English. Raises a `UsageError` that lists those there are."""
    found = chosen("--lang", lang, languages(), command)
    return None if found == SOURCE else Language(found)
