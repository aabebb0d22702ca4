"""The names of places, of those who get data and of purposes, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.knowledge.answers import Answer
from privlint.reporters.page.markup import spoken

if TYPE_CHECKING:
    from privlint.data_map import Flow, Origin, Party, Whereabouts
    from privlint.knowledge.facts import Facts

ORIGINS = {
    "general": "Said for everything",
    "online": "Cookies, measuring and embedded content",
    "untied": "No purpose named",
}
PARTIES = {
    "nobody": "Nobody, as the statement says",
    "silent": "Not stated who",
    "unseen": "Not looked at yet",
    "unnamed": "Recipients not named",
    "shop": "The shop itself",
}
INSIDE, OUTSIDE, UNKNOWN = "inside", "outside", "unknown"
_NAMES = {"EEA": "The EEA", "EU": "The EU", "unnamed": "Abroad, no country named"}


def origin(one: Origin) -> str:
    """Return what data are used for."""
    return one.title if one.kind == "purpose" else ORIGINS[one.kind]


def party(one: Party) -> str:
    """Return who gets them."""
    return PARTIES.get(one.kind, one.name)


def place(code: str, facts: Facts) -> str:
    """Return the name of a place."""
    return _NAMES.get(code) or facts.country_name(code)


def side(code: str, facts: Facts) -> str:
    """Return on which side of the EEA's border a place is on the day."""
    if code in {"EEA", "EU"}:
        return INSIDE
    return {Answer.YES: INSIDE, Answer.NO: OUTSIDE}.get(facts.eea(code), UNKNOWN)


def beside(code: str, facts: Facts) -> str:
    """Say on which side a country is, where its name does not say it."""
    if code in {"EEA", "EU"}:
        return ""
    return {INSIDE: "in the EEA", OUTSIDE: "outside the EEA"}.get(side(code, facts), "")


def where(one: Whereabouts, facts: Facts) -> str:
    """Return a place with all that is told of it."""
    told = [beside(one.place, facts)] if beside(one.place, facts) else []
    if one.safeguard is not None:
        is_named = one.safeguard != "unnamed"
        told.append(f"on: {spoken(one.safeguard)}" if is_named else "safeguard not named")
    if one.is_sometimes:
        told.append("in some cases")
    if one.known is not None:
        told.append(f"not stated, but known of the company with {one.known} confidence")
    return f"{place(one.place, facts)} ({'; '.join(told)})" if told else place(one.place, facts)


def data(flow: Flow) -> str:
    """Return which data are meant."""
    return ", ".join(map(spoken, flow.data)) or "not stated which"
