"""Cookies and what else reads or writes the visitor's device."""

from __future__ import annotations

from privlint.register.node import many, one, value, values
from privlint.register.parts import CategoryEntry, Fact, LegalBasis, Retention, Withdrawal, Words


class Cookie(Fact):
    """A cookie or a kind of cookies (Art. 5(3) ePrivacy Directive)."""

    name: str | None = value()
    kind: str | None = value()
    party: str | None = value()
    purpose: str | None = value()
    serves: tuple[str, ...] = values()
    provider: tuple[str, ...] = values()
    duration: Retention | None = one(Retention)
    third_party_access: bool | None = value()
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
    refusable: bool | None = value()
    data: tuple[CategoryEntry, ...] = many(CategoryEntry)
    called: tuple[str, ...] = values()
    when: str | None = value()


class CookieConsent(Fact):
    """A way in which consent is asked."""

    mechanism: str = value()
    of: tuple[str, ...] = values()
    refuse: str | None = value()
    wall: bool | None = value()
    granular: bool | None = value()


class Analytics(Fact):
    """A measurement tool."""

    tool: str | None = value()
    ip_truncated: bool | None = value()
    shared_for_own_purposes: bool | None = value()
    individual: bool | None = value()
    combined: bool | None = value()


class Cookies(Fact):
    """Cookies and similar techniques (Art. 5(3) ePrivacy Directive)."""

    items: tuple[Cookie, ...] = many(Cookie)
    technologies: tuple[str, ...] = values()
    consent: tuple[CookieConsent, ...] = many(CookieConsent)
    withdrawal: Withdrawal | None = one(Withdrawal)
    refusal: tuple[Words, ...] = many(Words)
    analytics: tuple[Analytics, ...] = many(Analytics)
    details_in: str | None = value()
    responsibility: str | None = value()


class Embed(Fact):
    """Content of others in the shop's own pages: badge, share buttons, map, video."""

    what: str = value()
    recipients: tuple[str, ...] = values()
    loads: str | None = value()
    collects: tuple[CategoryEntry, ...] = many(CategoryEntry)
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
    purpose: str | None = value()
    retention: Retention | None = one(Retention)
