"""The catalogues: which languages there are, and what each has for a text.

A catalogue is a `.po` in `locale/<language>/LC_MESSAGES`, with the `.mo` that Babel makes of it.
"""

from __future__ import annotations

import gettext
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

LOCALES = Path(__file__).parent.parent / "locale"
CARDS = "cards"
"""The domain of the texts of cards: the context is `CODE part`."""
MESSAGES = "messages"
"""The domain of messages and of the fixed words of reports; `templates` tells the contexts."""
SOURCE = "en"
"""The language that everything is written in."""
_CONTEXT = "\x04"
"""What stands between the context and the text of an entry."""


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that reports can speak, the source first."""
    return (SOURCE, *sorted(one.name for one in LOCALES.iterdir() if one.is_dir()))


class Catalogue(gettext.GNUTranslations):
    """A catalogue that can also list what it holds in a context."""

    _catalog: dict[Any, str]
    """What the class of the standard library keeps what it read in."""

    def say(self, context: str, text: str) -> str:
        """Return a text in the language; untranslated, as it is."""
        return self.pgettext(context, text)

    def by_context(self) -> dict[str, dict[str, str]]:
        """Return what is translated: by context, by English text."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for key, told in self._catalog.items():
            if isinstance(key, str) and _CONTEXT in key:
                context, text = key.split(_CONTEXT, 1)
                found[context][text] = told
        return dict(found)


@cache
def catalogue(domain: str, lang: str) -> Catalogue:
    """Read a catalogue of a language that there is."""
    with (LOCALES / lang / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        return Catalogue(file)
