"""All that changed from one register to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.comparison.fact import Delta, how, places
from privlint.comparison.purposes import compare_purposes
from privlint.comparison.retention import retention_change
from privlint.comparison.trees import Side, Sides, details, differences, paired
from privlint.comparison.words import kept
from privlint.difference import Change
from privlint.register.view import Seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from privlint.difference import How
    from privlint.knowledge.facts import Facts
    from privlint.register import Recipient, Register, RetentionEntry

_SECTIONS: Mapping[str, str] = {
    "automated_decisions": "decision",
    "complaint": "complaint",
    "contacts": "contact",
    "controller": "controller",
    "dpo": "dpo",
    "embeds": "cookie",
    "joint_controllers": "controller",
    "rights": "right",
    "shop": "statement",
    "statement": "statement",
}
"""What a section is about, where a change in it is no more than that."""

_DIVIDED: Mapping[str, tuple[str, str, frozenset[str]]] = {
    "controller": (
        "contact",
        "controller",
        frozenset({"name", "natural_person", "legal_form", "company_number", "vat_number"}),
    ),
    "statement": ("statement", "other", frozenset({"changes", "applies_to", "not_applies_to"})),
}
"""Sections of two kinds: that of most keys, that of the others, and which these are."""

_ABROAD = frozenset({"country", "transfers"})
_UNCOMPARED = frozenset({"privlint", "purposes", "recipients", "faults", "todo"})
_OF_THE_TEXT = frozenset({"text", "sha256", "sections", "passages_without_facts"})
_OF_GENERAL: Mapping[str, str] = {
    "data": "data",
    "legal_basis": "basis",
    "recipients": "recipient",
    "transfers": "transfer",
}
"""What parts of `general` are about."""


def compare(old: Register, new: Register, facts: Facts) -> tuple[Change, ...]:
    """Return what changed, each change with whether people have to be told; the order is fixed."""
    deltas = (
        *compare_purposes(old, new),
        *_recipients(old, new),
        *_sections(old, new),
    )
    return tuple(
        Change(one.what, one.how, one.message, one.old, one.new, facts.notice(one.what, one.how))
        for one in deltas
    )


def _recipients(old: Register, new: Register) -> Iterator[Delta]:
    for name in dict.fromkeys((*old.recipients, *new.recipients)):
        before, after = old.recipients.get(name), new.recipients.get(name)
        if before is None or after is None:
            for one in (before, after):
                if one is not None:
                    message = f"the recipient `{name}` is {how(before, after)}{_called(one)}"
                    yield Delta("recipient", how(before, after), message, *places(before, after))
                    yield from _transfers_of(name, one, how(before, after))
            continue
        sides = Side(Seen(before), before.where), Side(Seen(after), after.where)
        path = f"recipients.{name}"
        yield from differences("recipient", path, sides, skip=_ABROAD)
        parts = paired(sides)
        for key in sorted(_ABROAD & parts.keys()):
            yield from differences("transfer", f"{path}.{key}", parts[key])


def _transfers_of(name: str, recipient: Recipient, verb: How) -> Iterator[Delta]:
    """Yield the transfers to a recipient that is new or gone: they are told for themselves."""
    for one in recipient.transfers:
        place = one.country if one.names_country else "a country that is not named"
        message = f"the transfer to {place} by way of `{name}` is {verb}"
        sides = (None, one.where) if verb == "new" else (one.where, None)
        yield Delta("transfer", verb, message, *sides)


def _called(recipient: Recipient) -> str:
    told = [one for one in (recipient.name, recipient.does, recipient.seat) if one]
    return f": {', '.join(told)}" if told else ""


def _sections(old: Register, new: Register) -> Iterator[Delta]:
    """Yield what differs outside of the purposes and the recipients."""
    for key, sides in paired((Side(Seen(old), ()), Side(Seen(new), ()))).items():
        if key == "general":
            yield from _general(old, new, sides)
        elif key == "cookies":
            yield from _cookies(sides)
        elif key in _DIVIDED and None not in sides:
            what, apart, keys = _DIVIDED[key]
            yield from differences(what, key, sides, skip=keys | _OF_THE_TEXT)
            parts = paired(sides)
            for part in sorted(keys & parts.keys()):
                yield from differences(apart, f"{key}.{part}", parts[part])
        elif key not in _UNCOMPARED:
            yield from differences(_SECTIONS.get(key, "other"), key, sides)


def _cookies(sides: Sides) -> Iterator[Delta]:
    for key, pair in paired(sides).items():
        if key != "items":
            yield from differences("other", f"cookies.{key}", pair)
            continue
        for name, items in paired(pair).items():
            what = "cookie" if None in items else "other"
            yield from differences(what, f"cookies{name}", items)


def _general(old: Register, new: Register, sides: Sides) -> Iterator[Delta]:
    before, after = _general_retention(old), _general_retention(new)
    told = [
        {(kept(one), one.kinds, frozenset(one.purposes)) for one in side}
        for side in (before, after)
    ]
    if told[0] != told[1]:
        yield retention_change("all data", before, after, (("general",), ("general",)))
    yield from details("general", sides, ("retention",))
    for key, pair in paired(sides).items():
        if key != "retention":
            yield from differences(_OF_GENERAL.get(key, "other"), f"general.{key}", pair)


def _general_retention(register: Register) -> tuple[RetentionEntry, ...]:
    general = register.general
    return general.retention.entries if general is not None and general.retention else ()
