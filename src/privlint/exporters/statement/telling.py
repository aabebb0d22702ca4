"""A register told in one language: its catalogue, and how values stand in its sentences."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from privlint.exporters.statement.blocks import Span, Text, in_words, joined, own, plain
from privlint.exporters.statement.labels import LABELS, MONTHS, UNITS
from privlint.record import Record
from privlint.register.parts import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from privlint.knowledge.facts import Facts
    from privlint.register import Register
    from privlint.where import Where

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "statement"

_PART = re.compile(r"\{(\w+)\}")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@cache
def catalogue(lang: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; English is what the texts are written in."""
    if lang == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALES, [lang])


class Telling(Record):
    """A register, the language that it is told in, and what is known on the day."""

    register: Register
    lang: str
    facts: Facts

    def gap(self, what: str, *places: Where) -> Text:
        """Return that something is not stated, or that nobody has looked at its place yet."""
        waiting = [tuple(path.split(".")) for path in self.register.todo]
        steps = [tuple(map(str, place)) for place in places]
        if any(step[: len(path)] == path for step in steps for path in waiting):
            return (Span(in_words(self.say("still to be looked at: {what}", what=what)), "todo"),)
        return (Span(in_words(self.say("not stated: {what}", what=what)), "gap"),)

    def word(self, text: str) -> str:
        """Return a text of the catalogue."""
        return catalogue(self.lang).gettext(text)

    def say(self, template: str, **parts: Text | str) -> Text:
        """Return a sentence of the catalogue with its parts in place."""
        return _filled(self.word(template), parts)

    def count(self, one: str, many: str, n: int, **parts: Text | str) -> Text:
        """Return a sentence about a number of things, which stands in it as `{n}`."""
        template = catalogue(self.lang).ngettext(one, many, n)
        return _filled(template, {"n": str(n), **parts})

    def label(self, vocabulary: str, term: str) -> Text:
        """Return what a term of the register's vocabularies is called."""
        return plain(self.word(LABELS[vocabulary][term]))

    def labels(self, vocabulary: str, terms: Iterable[str]) -> Text:
        """Return what several terms are called, as a list in words."""
        return self.listed([self.label(vocabulary, term) for term in terms])

    def apart(self, *texts: Text) -> Text:
        """Return texts as one, each set apart from the next as the language does it."""
        return joined(texts, self.word("; "))

    def with_when(self, text: Text, *whens: str | None) -> Text:
        """Add the conditions of the register, as they stand there."""
        for when in whens:
            text = (*text, Span(" ("), *own(when), Span(")")) if when else text
        return text

    def listed(self, texts: Sequence[Text]) -> Text:
        """Return texts as a list in words: `a, b and c`."""
        if len(texts) < 2:  # noqa: PLR2004 - one thing is no list
            return joined(texts, "")
        return self.say("{list} and {last}", list=joined(texts[:-1], ", "), last=texts[-1])

    def period(self, iso: str) -> Text:
        """Return an ISO 8601 period in words."""
        parts = [self.count(*UNITS[unit], int(n)) for n, unit in counted(iso)]
        return self.listed(parts) if parts else own(iso)

    def day(self, day: date) -> Text:
        """Return a calendar day in words."""
        month = self.word(MONTHS[day.month - 1])
        first = self.word("1 {month} {year}")
        template = first if day.day == 1 else self.word("{day} {month} {year}")
        return _filled(template, {"day": str(day.day), "month": month, "year": f"{day.year:04}"})

    def country(self, code: str) -> Text:
        """Return the name of a country, or of the place that the register takes for one."""
        if code in LABELS["place"]:
            return self.label("place", code)
        return plain(self.facts.country_name(code, self.lang))


def linked(text: str) -> Text:
    """Return text of the register as a link where it is a web or an e-mail address."""
    (span,) = own(text)
    if _WEB.fullmatch(span.text):
        return (Span(span.text, "own", span.text),)
    if _MAIL.fullmatch(span.text):
        return (Span(span.text, "own", f"mailto:{span.text}"),)
    return (span,)


def _filled(template: str, parts: dict[str, Text | str]) -> Text:
    """Put the parts where their names stand."""
    found: list[Span] = []
    for n, piece in enumerate(_PART.split(template)):
        if n % 2:
            part = parts[piece]
            found += plain(part) if isinstance(part, str) else part
        elif piece:
            # The text of a register may bring its own full stop.
            is_closed = piece.startswith(".") and found and found[-1].text.endswith((".", "!", "?"))
            found.append(Span(piece[1:] if is_closed else piece))
    return tuple(found)
