from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, CookieConsent, Cookies, LegalBasis, Register
from privlint.register.devices import is_asked_elsewhere, may_mean
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NO_CONSENT = {
    "browser_settings": "it is left to the settings of the browser",
    "continued_use": "going on counts as consent",
    "use_of_site": "using the site counts as consent",
    "informing_banner": "all that is told is a banner that informs",
    "opt_out": "they can only be stopped afterwards",
    "none": "consent is not asked",
}
_Instead = tuple[CookieConsent | LegalBasis, str]
_OTHER_GROUNDS = {"contract", "legal_obligation", "vital_interests", "public_task"}
"""Bases for what is done with data; legitimate interests are another rule's."""


@rule(
    "COO002",
    judges=Cookies,
    severity=Severity.ERROR,
    law=("ePrivacy 5(3)", "GDPR 4(11)", "CJEU C-673/17", "EDPB 05/2020 86"),
    remedy="Ask before setting such cookies, with a tool that waits for the answer.",
    compliant="""
        cookies:
          items:
            - kind: analytics
              party: first
              purpose: count visits
              serves: [statistics]
          consent: [{mechanism: cookie_tool, refuse: equal}]
          withdrawal: {how: [cookie_tool]}
    """,
    violating="""
        cookies:
          items:
            - kind: analytics
              party: first
              purpose: count visits
              serves: [statistics]
          consent:
            - mechanism: continued_use         # <- COO002
    """,
)
def cookies_consent_by_settings_or_use(cookies: Cookies, facts: Facts) -> Iterator[Flag]:
    """Cookies that need consent are set without asking for it.

    Consent is a clear act before the cookie (Art. 5(3) ePrivacy, Art. 4(11) GDPR). To go on
    browsing, not to change the browser's settings, or a banner that only informs is none (C-673/17;
    EDPB 05/2020, par. 86), and no contract or law takes its place. Where the statement tells only
    of a banner that informs, or is silent on how consent is asked, the finding is only likely: no
    provision has it say so.

    Wrong when the cookies only do what the visitor asked for, or measure visits in a country that
    exempts this, or when the site does ask and the statement is out of date. Measuring without
    consent in Belgium, and legitimate interests, are judged by other rules.
    """
    register = cookies.within(Register)
    law = facts.cookie_law(*register.countries)
    named = f" ({law.law})" if law is not None else ""
    unasked = _unasked(cookies, exempt=facts.exempts_analytics(register.countries))
    instead = list(_instead(cookies, unasked))
    met = [item for item in unasked if any(_is_met(item, place) for place, _ in instead)]
    if instead:
        (first, words), *others = instead
        places = tuple((item, "needs consent") for item in met)
        key = "mechanism" if isinstance(first, CookieConsent) else "collected"
        message = f"cookies need consent, and {words}{named}"
        related, (weight, doubt) = (*places, *others), _doubt(instead)
        yield flag(first, message, at=key, related=related, severity=weight, certainty=doubt)
    left = (item for item in unasked if not any(_is_met(item, place) for place, _ in instead))
    rest = [item for item in left if not _is_judged(item, register)]
    for item in rest:
        if item.legal_basis:
            words = item.legal_basis[0].basis.replace("_", " ")
            message = f"{item.called_by} need consent, and rest on {words}{named}"
            yield flag(item, message, at="legal_basis")
    silent = [item for item in rest if not item.legal_basis]
    if silent and not register.has_cookie_policy:
        message = f"nothing says that consent is asked for {_names(silent)}{named}"
        places = tuple((item, "needs consent") for item in silent)
        weight, doubt = Severity.WARNING, Certainty.LIKELY
        yield flag(cookies, message, at="consent", related=places, severity=weight, certainty=doubt)


def _unasked(cookies: Cookies, *, exempt: bool) -> list[Cookie]:
    """Return the cookies that need consent, and that no real choice is told to cover."""
    needing = (item for item in cookies.items if item.needs_consent(analytics_exempt=exempt))
    named = (item for item in needing if item.kind != "strictly_necessary")
    return [item for item in named if not cookies.asks_for(item)]


def _instead(cookies: Cookies, unasked: list[Cookie]) -> Iterator[_Instead]:
    """Yield what is told in the place of asking, for all of these cookies or for one."""
    for way in cookies.consent:
        if way.mechanism in _NO_CONSENT and any(way.covers(item) for item in unasked):
            yield way, _NO_CONSENT[way.mechanism]
    for item in unasked:
        for basis in item.legal_basis:
            if basis.basis == "consent" and basis.collected in _NO_CONSENT:
                yield basis, _NO_CONSENT[basis.collected]


def _doubt(instead: list[_Instead]) -> tuple[Severity | None, Certainty | None]:
    """Lower a finding where a banner informs: with settings beside it, the site may ask as well."""
    told = {place.mechanism if isinstance(place, CookieConsent) else None for place, _ in instead}
    is_open = "informing_banner" in told and told <= {"informing_banner", "browser_settings"}
    return (Severity.WARNING, Certainty.LIKELY) if is_open else (None, None)


def _is_met(item: Cookie, place: CookieConsent | LegalBasis) -> bool:
    return place.covers(item) if isinstance(place, CookieConsent) else place in item.legal_basis


def _is_judged(item: Cookie, register: Register) -> bool:
    """Tell whether consent is told elsewhere, or another rule judges what is told instead."""
    is_belgian = "BE" in register.countries and item.measures
    if item.legal_basis:
        other = _OTHER_GROUNDS.issuperset(basis.basis for basis in item.legal_basis)
        return not other or is_belgian or is_asked_elsewhere(item, register)
    claims = register.claims_of("analytics_without_consent")
    denied = any(may_mean(claim, item.provider, register) for claim in claims)
    return (denied and is_belgian and not item.follows) or is_asked_elsewhere(item, register)


def _names(items: list[Cookie]) -> str:
    return " and ".join(dict.fromkeys(item.called_by for item in items))
