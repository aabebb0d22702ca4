"""The names of places, of those who get data and of purposes, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.knowledge.answers import Answer
from privlint.reporters.layout import mark

if TYPE_CHECKING:
    from privlint.data_map import Flow, Origin, Party, Whereabouts
    from privlint.knowledge.facts import Facts
    from privlint.reporters.layout import Words

ORIGINS = {
    "general": mark("Said for everything"),
    "online": mark("Cookies, measuring and embedded content"),
    "untied": mark("No purpose named"),
}
PARTIES = {
    "nobody": mark("Nobody, as the statement says"),
    "silent": mark("Not stated who"),
    "unseen": mark("Not looked at yet"),
    "unnamed": mark("Recipients not named"),
    "shop": mark("The shop itself"),
}
INSIDE, OUTSIDE, UNKNOWN = "inside", "outside", "unknown"
_NAMES = {
    "EEA": mark("The EEA"),
    "EU": mark("The EU"),
    "unnamed": mark("Abroad, no country named"),
}
_BESIDE = {INSIDE: mark("in the EEA"), OUTSIDE: mark("outside the EEA")}
_CONFIDENCE = {
    "high": mark("not stated, but known of the company with high confidence"),
    "medium": mark("not stated, but known of the company with medium confidence"),
    "low": mark("not stated, but known of the company with low confidence"),
}


def origin(one: Origin, words: Words) -> str:
    """Return what data are used for."""
    return one.title if one.kind == "purpose" else words.say(ORIGINS[one.kind])


def party(one: Party, words: Words) -> str:
    """Return who gets them."""
    return words.say(PARTIES[one.kind]) if one.kind in PARTIES else one.name


def place(code: str, facts: Facts, words: Words) -> str:
    """Return the name of a place."""
    return words.say(_NAMES[code]) if code in _NAMES else facts.country_name(code, words.lang)


def side(code: str, facts: Facts) -> str:
    """Return on which side of the EEA's border a place is on the day."""
    if code in {"EEA", "EU"}:
        return INSIDE
    return {Answer.YES: INSIDE, Answer.NO: OUTSIDE}.get(facts.eea(code), UNKNOWN)


def beside(code: str, facts: Facts, words: Words) -> str:
    """Say on which side a country is, where its name does not say it."""
    told = "" if code in {"EEA", "EU"} else _BESIDE.get(side(code, facts), "")
    return words.say(told) if told else ""


def where(one: Whereabouts, facts: Facts, words: Words) -> str:
    """Return a place with all that is told of it."""
    name = place(one.place, facts, words)
    told = [beside(one.place, facts, words)]
    if one.safeguard is not None and one.safeguard != "unnamed":
        told.append(words.say("on: {safeguard}", safeguard=words.term("safeguard", one.safeguard)))
    elif one.safeguard is not None:
        told.append(words.say("safeguard not named"))
    if one.is_sometimes:
        told.append(words.say("in some cases"))
    if one.known is not None:
        told.append(words.say(_CONFIDENCE[one.known]))
    said = "; ".join(filter(None, told))
    return f"{name} ({said})" if said else name


def data(flow: Flow, words: Words) -> str:
    """Return which data are meant."""
    named = ", ".join(words.term("data", one) for one in flow.data)
    return named or words.say("not stated which")
