"""The rights that exist on the stated legal bases, how they are used, and where to complain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named, parties
from privlint.exporters.statement.blocks import (
    Heading,
    Paragraph,
    Span,
    Terms,
    capital,
    in_words,
    joined,
    own,
)
from privlint.exporters.statement.telling import linked
from privlint.register.advertising import is_advertising

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.exporters.statement.blocks import Block, Cell, Text
    from privlint.exporters.statement.telling import Telling
    from privlint.knowledge.answers import Authority
    from privlint.register import Exercise, Identification, Purpose


EVERY = (
    *("access", "rectification", "erasure", "restriction", "portability"),
    *("object", "object_direct_marketing", "withdraw_consent", "no_automated_decision"),
)
"""All rights that a statement can tell of, in the order of the GDPR."""

_BY_BASIS = ("erasure", "portability", "object", "withdraw_consent")
"""Those that exist on some legal bases only."""


def applying(t: Telling) -> tuple[str, ...]:
    """Return the rights that exist, given the stated legal bases, and no others."""
    found = set(t.facts.rights_on_any_basis())
    for basis in t.register.bases_in_use():
        known = t.facts.basis(basis.basis)
        found.update(known.rights if known is not None else ())
    if _advertises(t):
        found.add("object_direct_marketing")
    decided = t.register.automated_decisions
    if decided is not None and any(one.automated == "yes" for one in decided.decisions):
        found.add("no_automated_decision")
    return tuple(right for right in EVERY if right in found)


def _advertises(t: Telling) -> bool:
    told = any(map(is_advertising, t.register.purposes.values()))
    return told or t.register.marketing is not None


def told(t: Telling) -> Iterator[Block]:
    """Tell which rights there are; the right to object stands apart (Art. 21(4) GDPR)."""
    found = applying(t)
    yield Heading(2, t.say("Your rights"))
    shown = [right for right in found if not right.startswith("object")]
    names = (capital(in_words(t.label("right", right))) for right in shown)
    yield Terms(tuple(zip(names, (_right(t, right) for right in shown), strict=True)))
    unknown = [named.purpose(t, one) for one in _ungrounded(t)]
    if unknown:
        text = t.say("For some purposes no legal basis is stated. So we cannot say which other "
                     "rights you have there: {names}.", names=t.apart(*unknown))  # fmt: skip
        yield Paragraph((Span("".join(span.text for span in text), "gap"),))
    elif not t.register.bases_in_use():
        what = t.word("which other rights you have, as no legal basis is stated")
        yield Paragraph(t.gap(what, ("purposes",)))
    objections = [right for right in found if right.startswith("object")]
    if objections:
        yield Heading(3, t.say("Your right to object"))
        for right in objections:
            yield Paragraph(joined(_right(t, right), " "), is_notice=True)
    yield from _used(t)
    yield from _complaint(t)


def _right(t: Telling, right: str) -> Cell:
    """Explain a right, and for which purposes it exists where that is not for all."""
    lines: Cell = (t.label("right_told", right),)
    if right not in _BY_BASIS:
        return lines
    purposes = t.register.purposes.values()
    having = [one for one in purposes if _exists(t, right, one)]
    if having and len(having) < len(purposes):
        names = t.apart(*(named.purpose(t, one) for one in having))
        lines = (*lines, t.say("This right exists for: {names}.", names=names))
    return lines


def _exists(t: Telling, right: str, purpose: Purpose) -> bool:
    known = (t.facts.basis(basis.basis) for basis in purpose.bases)
    return any(basis is not None and right in basis.rights for basis in known)


def _ungrounded(t: Telling) -> Sequence[Purpose]:
    """Return the purposes without a legal basis of which the rights depend."""
    general = t.register.general
    if general is not None and general.legal_basis:
        return ()
    return [one for one in t.register.purposes.values() if not one.bases and not one.impersonal]


def _used(t: Telling) -> Iterator[Block]:
    yield Heading(3, t.say("How you use your rights"))
    rights = t.register.rights
    exercise = rights.exercise if rights is not None else None
    lines = tuple(_exercise(t, exercise)) if exercise is not None else ()
    if lines:
        yield Terms(lines)
    else:
        what = t.word("how you use your rights")
        yield Paragraph(t.gap(what, ("rights", "exercise")))


def _exercise(t: Telling, one: Exercise) -> Iterator[tuple[str, Cell]]:
    ways = [named.way(t, way, one.words) for way in one.channels]
    points = [joined(parties.point(t, point), ", ") for point in one.contact]
    if ways or points:
        yield t.word("How to ask"), (*((t.listed(ways),) if ways else ()), *points)
    if one.identification:
        ids = tuple(_identified(t, each) for each in one.identification)
        yield t.word("How we know that it is you"), ids
    if one.response:
        yield t.word("Time for our answer"), (t.period(one.response),)
    said = {
        t.word("Longer"): one.extension,
        t.word("Exception"): one.exception,
        t.word("Cost"): one.fee,
        t.word("How we answer"): one.delivery,
        t.word("Format"): one.format,
    }
    yield from ((label, (own(text),)) for label, text in said.items() if text)


def _identified(t: Telling, one: Identification) -> Text:
    if one.method == "other" and one.words:
        text = own(one.words)
    else:
        text = t.label("identification", one.method)
    if one.for_:
        known = [t.label("right", right) for right in one.for_ if right in EVERY]
        if known:
            text = t.say("{what}, only: {limits}", what=text, limits=t.listed(known))
    when = (one.when or "").replace("_", " ")
    return t.with_when(text, when)


def _complaint(t: Telling) -> Iterator[Block]:
    yield Heading(2, t.say("Complaints"))
    text = t.say("You may complain to a supervisory authority (Art. 77 GDPR). You may choose the "
                 "one where you live, where you work, or where things went wrong.")  # fmt: skip
    yield Paragraph(text)
    rows = [
        (t.facts.country_name(country, t.lang), tuple(_authority(t, one)))
        for country in countries(t)
        for one in t.facts.authorities(country)
    ]
    if rows:
        yield Terms(tuple(rows))
    else:
        yield Paragraph(t.gap(t.word("which authority is competent"), ("complaint",)))
    told = t.register.complaint
    if told is not None and told.first_to_controller:
        yield Paragraph(t.say("We ask you to tell us first. You need not do so."))


def countries(t: Telling) -> Sequence[str]:
    """Return whose authorities are told: of where the shop is first, then of where it sells."""
    seats = sorted(t.register.countries)
    return tuple(dict.fromkeys((*seats, *t.register.shop.sells_to)))


def _authority(t: Telling, one: Authority) -> Iterator[Text]:
    yield (Span(one.name_in(t.lang), "own"),)
    yield own(one.post) if one.post else t.say("Postal address: see the website")
    yield linked(one.site_in(t.lang))
    if one.email:
        yield linked(one.email)
