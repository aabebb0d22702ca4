"""Messages in another language: recognised by the templates of their rule, and said anew.

What no template fits stays as it is, and so does whatever a register, a plugin or a rule of a house
put there: a translation never loses a word of a message.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from privlint.knowledge.facts import Knowledge
from privlint.record import Record
from privlint.translation.catalogues import MESSAGES, catalogue
from privlint.translation.templates import Template, template

if TYPE_CHECKING:
    from collections.abc import Iterable

SHARED = "words"
"""The context of what several rules put into their messages."""
FIXES = "fixes"
"""The context of the titles of fixes."""
JOINTS = (", ", "; ", " and ", " or ", " nor ")
"""What stands between the items of a list in a message."""
_LONGEST = 2_000
"""Characters of a value: what is longer comes from a register, and not from a rule."""
_DEEPEST = 5
"""How deep texts of rules stand in each other."""
_MOST_TRIES = 10_000
"""Templates that are tried on a message with all its values: those of rules take a few hundred."""
_QUOTED = (("`", "`"), ("“", "”"), ('"', '"'))


class _Pair(Record):
    """A template, and how it is said in the language."""

    english: Template
    other: Template


class Messages:
    """The messages of one context, which is the code of a rule or the letters of a family."""

    def __init__(self, lang: str, context: str) -> None:
        """Take the templates of the context, and those that it shares with the others."""
        texts = _by_context(lang)
        own, shared = texts.get(context, {}), texts.get(SHARED, {})
        self._words = {**_countries(lang), **_plain(shared), **_plain(own)}
        self._own = _Ordered(own)
        self._all = _Ordered({**shared, **own})
        self._joints = {joint: shared.get(joint, joint) for joint in JOINTS}
        self._tries = 0

    def say(self, text: str) -> str:
        """Return a message in the language; if no template of the rule fits, as it is."""
        self._tries = _MOST_TRIES
        told = self._own.words.get(text)
        # What is hung behind another text makes no message by itself.
        own = self._own
        return told or self._filled((*own.whole, *own.pairs), text, 0) or text

    def part(self, text: str) -> str:
        """Return what rules put into messages in the language; if it is not theirs, as it is."""
        self._tries = _MOST_TRIES
        return self._value(text, 0) or text

    def _filled(self, pairs: tuple[_Pair, ...], text: str, depth: int) -> str | None:
        """Say a text by the heaviest template that fits; `None` if none does."""
        for pair in pairs:
            self._tries -= 1
            values = pair.english.match(text) if self._tries > 0 else None
            if values is None:
                continue
            said = {
                name: self._quoted(value)
                if name in pair.english.quoted
                else self._value(value, depth + 1)
                for name, value in values.items()
            }
            # A template without letters fits too much to tell anything by itself.
            if pair.english.weight or any(said.values()):
                return pair.other.filled({name: said[name] or values[name] for name in values})
        return None

    def _quoted(self, text: str) -> str | None:
        """Say what stands in quotes, if a rule put it there for want of a name."""
        return self._words.get(text) if text.startswith("the ") else None

    def _value(self, text: str, depth: int) -> str | None:
        """Say what was put into a message, if it comes from a rule; `None` if it does not."""
        if text in self._words:
            return self._words[text]
        if depth > _DEEPEST or len(text) > _LONGEST or not any(map(str.isalpha, text)):
            return None
        return (
            self._filled(self._all.hung, text, depth)
            or self._listed(text, depth)
            or self._filled(self._all.pairs, text, depth)
        )

    def _listed(self, text: str, depth: int) -> str | None:
        """Say a list, if each of its items is known or stands in quotes."""
        for joint, said in self._joints.items():
            if joint in text:
                told = []
                for item in text.split(joint):
                    one = self._item(item, depth + 1)
                    if one is None:
                        break
                    told.append(one)
                else:
                    return said.join(told)
        return None

    def _item(self, text: str, depth: int) -> str | None:
        """Say an item of a list; behind what is hung there, words of a register may stand."""
        if _is_quoted(text):
            return text
        if text in self._words:
            return self._words[text]
        return self._listed(text, depth) or self._filled(self._all.whole, text, depth)


class _Ordered:
    """The templates of a context, the heaviest first.

    `whole` are those that stand by themselves, `hung` those that are hung behind others and have
    letters, `pairs` are all.
    """

    def __init__(self, texts: dict[str, str]) -> None:
        self.words = _plain(texts)
        pairs = [_Pair(template(text), template(told)) for text, told in texts.items()]
        hung = [_Pair(one.english.hung(), one.other.hung()) for one in pairs if one.english.is_part]
        self.hung = _by_weight(pair for pair in hung if pair.english.weight)
        self.whole = _by_weight(pair for pair in pairs if pair.english.names)
        self.pairs = _by_weight((*self.whole, *hung))


def _by_weight(pairs: Iterable[_Pair]) -> tuple[_Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: -pair.english.weight))


def _plain(texts: dict[str, str]) -> dict[str, str]:
    """Return the texts without values."""
    return {text: told for text, told in texts.items() if "{" not in text}


def _is_quoted(text: str) -> bool:
    inner = text[1:-1]
    return any(
        text == f"{opening}{inner}{closing}" and opening not in inner
        for opening, closing in _QUOTED
    )


@cache
def messages(lang: str, code: str) -> Messages:
    """Return the messages of a rule, or of a fault that the line itself finds."""
    context = code if code in _by_context(lang) else code[:3]
    return Messages(lang, context)


@cache
def _by_context(lang: str) -> dict[str, dict[str, str]]:
    return catalogue(MESSAGES, lang).by_context()


@cache
def _countries(lang: str) -> dict[str, str]:
    """Return the names of countries, which messages tell in English."""
    known = Knowledge.load()
    return known.as_of(known.checked).country_names(lang)
