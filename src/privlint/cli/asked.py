"""What the arguments of `explain` and `rules` ask for: rules, or what the law has of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from privlint.catalogue import UnknownSelectorError, citing, find, renamed
from privlint.citations import is_part, meet, spelled, wider
from privlint.escaping import printable
from privlint.knowledge.anatomy import no_such_provision
from privlint.knowledge.facts import Facts, Knowledge
from privlint.nearest import nearest
from privlint.record import Record
from privlint.reporters.layout import ENGLISH
from privlint.terms import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.reporters.layout import Words
    from privlint.rule import Card, Rule

_MOST_NEIGHBOURS = 8
_LONGEST = 200
"""Characters of an argument: no provision has a longer name."""


class Asked(Record):
    """The cards that were asked for, sorted by code, and what is to be said before them."""

    cards: tuple[Card, ...]
    said: tuple[str, ...]
    """How many rules cite a provision; that a code of former days means another rule."""


def asked_for(arguments: Sequence[str], own: Iterable[Rule] = (), words: Words = ENGLISH) -> Asked:
    """Find what codes, names, prefixes, families and provisions of law ask for.

    Raises click's `UsageError` for what nothing answers to; what may have been meant is told.
    """
    own = tuple(own)
    for argument in arguments:
        if len(argument) > _LONGEST:
            short = f"`{printable(argument[:20])}...`"
            raise click.UsageError(f"{short} is too long for a rule or a provision of law")
    found: dict[str, Card] = {}
    said: list[str] = []
    for argument in _joined(arguments, own):
        cards, line = _answer(argument, own, words)
        found |= {card.code: card for card in cards}
        said += [line] if line else []
    return Asked(tuple(found[code] for code in sorted(found)), tuple(said))


def _joined(arguments: Sequence[str], own: Sequence[Rule]) -> Sequence[str]:
    """Take `GDPR 13` without quotes for one argument."""
    *words, last = arguments
    whole = " ".join(arguments)
    is_torn = last[:1].isdigit() and not any(" " in w or w[:1].isdigit() for w in words)
    return [whole] if words and is_torn and citing(spelled(whole), own) else arguments


def _answer(argument: str, own: Sequence[Rule], words: Words) -> tuple[tuple[Card, ...], str]:
    """Return the cards that an argument asks for, and what is to be said of it."""
    try:
        cards = find(argument, own)
    except UnknownSelectorError as error:
        provision = spelled(argument)
        beyond = no_such_provision(provision, _facts())
        if beyond:
            raise click.UsageError(printable(f"there is no {provision}: {beyond}")) from None
        cards = citing(provision, own)
        if not cards:
            raise click.UsageError(printable(_unanswered(provision, error, own))) from None
        return cards, _counted(provision, cards, words)
    code = renamed(argument)
    return cards, words.say("{former} is now {code}", former=argument, code=code) if code else ""


def _counted(provision: str, cards: Sequence[Card], words: Words) -> str:
    """Say how many rules cite a provision, and how many what it is a part of."""
    exact = sum(any(is_part(law, provision) for law in card.law) for card in cards)
    rest = len(cards) - exact
    if not exact:
        return words.say(
            "no rule cites {provision} itself; {n} cite what it is a part of",
            provision=provision,
            n=rest,
        )
    said = words.count(
        "{n} rule cites {provision}", "{n} rules cite {provision}", exact, provision=provision
    )
    return said + (words.say("; {n} cite what it is a part of", n=rest) if rest else "")


def _unanswered(provision: str, error: UnknownSelectorError, own: Sequence[Rule]) -> str:
    """Say why nothing answers: a provision that no rule cites, or no such name."""
    if near := _neighbours(provision, own):
        return f"no rule cites {provision}; {near}"
    if _facts().source(provision):
        return f"no rule cites {provision}"
    label, _, point = provision.partition(" ")
    first_words = {law.split()[0] for card in find("ALL", own) for law in card.law}
    meant = nearest(label, first_words) if point else None
    hint = f"; did you mean `{meant} {point}`?" if meant else ""
    return f"{error}{hint} (`privlint rules` lists them)"


def _neighbours(provision: str, own: Sequence[Rule]) -> str:
    """Say what rules cite of the narrowest part of the law that holds a provision."""
    around = wider(provision)
    while around and not citing(around, own):
        around = wider(around)
    if not around:
        return ""
    cited = {law for card in citing(around, own) for law in card.law if meet(law, around)}
    if len(cited) > _MOST_NEIGHBOURS:
        asking = f'"{around}"' if " " in around else around
        return f"`privlint rules {asking}` lists those that cite other parts of it"
    return f"rules cite {', '.join(sorted(cited))}"


def _facts() -> Facts:
    return Knowledge.load().as_of(today())
