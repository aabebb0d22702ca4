"""Put the rules of a house beside those of the law, so that none takes another's place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.catalogue import ALL, FORMER, cards
from privlint.house_rules.load import Fault, HouseRulesError, load
from privlint.house_rules.plugins import PluginError, offered
from privlint.source.document import FILE_START
from privlint.source.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from privlint.rule import Card, Rule

_LETTERS = 3
_RESERVED = {"SUP": "suppression", "KNO": "knowledge", ALL: ALL.lower()}
"""Families of the line itself, whether or not they hold a rule yet, and what names all rules."""
_CODE = re.compile(r"[A-Z]{3}\d{3}")


def collect(files: Mapping[str, bytes], plugins: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules of files (by path) and of installed packages, sorted by code.

    Raises `HouseRulesError` where they cannot be used, or would be taken for others.
    """
    rules: list[Rule] = []
    faults: list[Fault] = []
    for path, source in files.items():
        try:
            found = load(path, source)
        except HouseRulesError as error:
            faults += error.faults
            continue
        faults += _clashes(path, found, rules, source)
        rules += found
    for name in plugins:
        try:
            found = offered(name)
        except PluginError as error:
            faults.append(Fault("", FILE_START, str(error)))
            continue
        faults += (
            Fault("", FILE_START, f"plugin `{name}`: {clash.message}")
            for clash in _clashes(name, found, rules)
        )
        rules += found
    if faults:
        raise HouseRulesError(faults)
    return tuple(sorted(rules, key=lambda rule: rule.card.code))


def _clashes(
    path: str, found: Iterable[Rule], others: Iterable[Rule], source: bytes | None = None
) -> Iterator[Fault]:
    """Yield what would make a rule be taken for another one."""
    taken = [*cards(), *(rule.card for rule in others)]
    document = read(source) if source is not None else None
    for rule in found:
        for message, key in _clash(rule.card, taken):
            where = ("rules", rule.card.code, *key)
            span = document.locate(where, key=not key) if document is not None else FILE_START
            yield Fault(path, span, message)
        taken.append(rule.card)


def _clash(card: Card, taken: Iterable[Card]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not _CODE.fullmatch(card.code):
        yield f"`{card.code}` is no code: three capital letters and three digits", ()
    for other in taken:
        if other.code == card.code:
            yield f"{card.code} is the code of `{other.name}` already", ()
        elif other.name == card.name:
            yield f"`{card.name}` is the name of {other.code} already", ("name",)
    if card.name in FORMER:
        yield f"`{card.name}` means {FORMER[card.name]} already: choose another name", ("name",)
    lent = _RESERVED | {other.code[:_LETTERS]: other.family for other in cards()}
    families = set(lent.values())
    if card.name.replace("-", "_") in families | {card.family}:
        yield f"`{card.name}` is the name of a family: choose another name", ("name",)
    if card.code[:_LETTERS] in lent:
        letters = card.code[:_LETTERS]
        yield f"{letters} are the letters of the family `{lent[letters]}`: choose your own", ()
    elif card.family in families:
        yield f"`{card.family}` is a family of privlint's own: choose another name", ()
