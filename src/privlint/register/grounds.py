"""For which purposes a statement gives no legal basis, and where else it may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.register.node import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.register.model import Register
    from privlint.register.parts import LegalBasis, RetentionEntry
    from privlint.register.purposes import Purpose
    from privlint.register.statement import Claim

_BY_COOKIES = {
    "analytics": frozenset({"performance", "analytics"}),
    "personalisation": frozenset({"preferences", "marketing"}),
    "profiling": frozenset({"marketing"}),
}
"""Kinds of purposes that cookies serve, and the kinds of cookies that are asked consent for."""

_OF_OTHERS = frozenset({"trust_badge", "payment", "social_media"})
"""Kinds that others offer on the site; how they guard themselves is told with what they offer."""

_ASKING = frozenset({"cookie_tool", "cookie_banner"})


@remembered
def without_basis(register: Register) -> tuple[Purpose, ...]:
    """Return the purposes for which the statement gives no ground at all.

    Not those with data that it calls anonymous, and not those that it puts under a ground which
    another rule judges: private use, the use of the site, one consent for everything.
    """
    judged = {name for claim in _grounds(register) for name in claim.about}
    return tuple(
        purpose
        for purpose in register.purposes.values()
        if not (purpose.bases or purpose.impersonal or purpose.id in judged)
        and not _is_private(purpose)
        and not _is_told_with_cookies(register, purpose)
    )


def passed_on_with_basis(purpose: Purpose, register: Register) -> tuple[LegalBasis, ...]:
    """Return the legal bases that are given only for passing the data of a purpose on."""
    groups = (ref for group in purpose.data for ref in group.recipients)
    refs = (*purpose.recipients, *groups)
    receivers = (register.recipients[ref.to] for ref in refs if ref.to in register.recipients)
    own = (basis for ref in refs for basis in ref.legal_basis)
    return (*own, *(basis for receiver in receivers for basis in receiver.legal_basis))


@remembered
def passages_on_others(register: Register) -> frozenset[str | None]:
    """Return the sections in which it is told what others offer on the site."""
    offers = (p for p in register.purposes.values() if p.kind in _OF_OTHERS)
    return frozenset(cite.section for offer in offers for cite in offer.cite)


@remembered
def retained_for(register: Register) -> dict[str, list[RetentionEntry]]:
    """Return what is said of storage, by the purpose that it is said of."""
    told: dict[str, list[RetentionEntry]] = {}
    for kept in register.kept():
        if kept.purpose is not None:
            told.setdefault(kept.purpose.id, []).append(kept.entry)
    return told


class KeptByLaw(Record):
    """What a law is named for where it is told how long data are kept."""

    purposes: frozenset[str]
    kinds: frozenset[str]
    """The kinds of data, where it is told for everything."""


@remembered
def kept_by_law(register: Register) -> KeptByLaw:
    """Return the purposes and the kinds of data whose retention names a law."""
    named = [kept for kept in register.kept() if kept.entry.law]
    purposes = {kept.purpose.id for kept in named if kept.purpose is not None}
    purposes.update(name for kept in named for name in kept.entry.purposes)
    everywhere = (kept.kinds for kept in named if kept.purpose is None)
    return KeptByLaw(frozenset(purposes), frozenset[str]().union(*everywhere))


def _grounds(register: Register) -> Iterator[Claim]:
    yield from register.claims_of("consent_by_use")
    yield from register.claims_of("consent_for_all_website_data")
    # A condition leaves the other cases of the purpose without a ground.
    yield from (c for c in register.claims_of("household_exemption") if c.when is None)


def _is_private(purpose: Purpose) -> bool:
    """Tell whether all its data are called those of a household."""
    return bool(purpose.data) and all("household" in group.called for group in purpose.data)


def _is_told_with_cookies(register: Register, purpose: Purpose) -> bool:
    """Tell whether the cookies that serve it have a basis, or visitors are asked for consent."""
    return _is_asked_with_cookies(register, purpose.kind or "")


@remembered
def _is_asked_with_cookies(register: Register, of: str) -> bool:
    kinds, cookies = _BY_COOKIES.get(of), register.cookies
    if kinds is None or cookies is None:
        return False
    serving = [item for item in cookies.items if item.measures or item.follows]
    if of == "analytics":
        serving = [item for item in serving if item.measures]
    asked = [way for way in cookies.consent if way.mechanism in _ASKING]
    if serving:
        return any(item.legal_basis or any(way.covers(item) for way in asked) for item in serving)
    return any(not kinds.isdisjoint(way.of) for way in asked)
