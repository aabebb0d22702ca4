"""Cookies and what else reads or writes the visitor's device."""

from __future__ import annotations

from privlint.register.node import many, one, value, values
from privlint.register.parts import CategoryEntry, Fact, LegalBasis, Retention, Withdrawal, Words

_FOLLOWS = frozenset({"marketing", "social", "advertising", "personalisation"})
"""Kinds and uses of cookies by which people are followed or shown what suits them."""

_ACTS = frozenset({"cookie_tool", "checkbox", "sign_up", "double_opt_in", "other"})
"""Ways of collecting consent by which somebody does something to give it."""

_MEASURING = frozenset({"analytics", "performance"})
_FOLLOWING = frozenset({"marketing", "social"})
"""What a choice calls cookies that measure, or follow, where the cookie has no name of its own."""


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

    @property
    def measures(self) -> bool:
        """Tell whether it serves to measure visits."""
        return self.kind == "analytics" or "statistics" in self.serves

    @property
    def follows(self) -> bool:
        """Tell whether it serves advertising, social networks or what suits the person."""
        return self.kind in _FOLLOWS or not _FOLLOWS.isdisjoint(self.serves)

    @property
    def on_consent(self) -> bool:
        """Tell whether consent is stated for it."""
        return any(basis.basis == "consent" for basis in self.legal_basis)

    @property
    def is_agreed_to(self) -> bool:
        """Tell whether consent is stated for it that is given by an act."""
        return any(b.basis == "consent" and b.collected in _ACTS for b in self.legal_basis)

    @property
    def called_by(self) -> str:
        """What a message calls it: by its name, else by its kind."""
        if self.name:
            return f"`{self.name}`"
        kind = None if self.kind == "unspecified" else self.kind
        return f"{kind.replace('_', ' ')} cookies" if kind else "cookies of no stated kind"

    def needs_consent(self, *, analytics_exempt: bool) -> bool:
        """Tell whether it does more than what the visitor asked for (Art. 5(3) ePrivacy).

        `analytics_exempt`: the law leaves out mere measuring.
        """
        return self.follows or (self.measures and not analytics_exempt)


class CookieConsent(Fact):
    """A way in which consent is asked."""

    mechanism: str = value()
    of: tuple[str, ...] = values()
    refuse: str | None = value()
    wall: bool | None = value()
    granular: bool | None = value()

    @property
    def is_choice(self) -> bool:
        """Tell whether people can say yes or no before."""
        return self.mechanism in {"cookie_tool", "cookie_banner"}

    @property
    def asks(self) -> bool:
        """Tell whether consent is asked, in a way that is told or not."""
        return self.is_choice or self.mechanism == "not_stated"

    def covers(self, cookie: Cookie) -> bool:
        """Tell whether it is about cookies of this kind, or about all.

        A cookie of no stated kind is of the kinds that it serves.
        """
        if not self.of or cookie.kind in self.of:
            return True
        uses = ((_MEASURING, cookie.measures), (_FOLLOWING, cookie.follows))
        served = [kinds for kinds, serves in uses if serves]
        is_open = cookie.kind in {None, "unspecified"} and bool(served)
        return is_open and not any(kinds.isdisjoint(self.of) for kinds in served)


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

    def asks_for(self, cookie: Cookie) -> bool:
        """Tell whether a real choice is told for a cookie: for its kind, or for itself."""
        chosen = any(way.is_choice and way.covers(cookie) for way in self.consent)
        return chosen or cookie.is_agreed_to


class Embed(Fact):
    """Content of others in the shop's own pages: badge, share buttons, map, video."""

    what: str = value()
    recipients: tuple[str, ...] = values()
    loads: str | None = value()
    collects: tuple[CategoryEntry, ...] = many(CategoryEntry)
    legal_basis: tuple[LegalBasis, ...] = many(LegalBasis)
    purpose: str | None = value()
    retention: Retention | None = one(Retention)
