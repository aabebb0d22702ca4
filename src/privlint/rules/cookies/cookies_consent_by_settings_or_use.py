from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Cookies, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NO_CONSENT = {
    "browser_settings": "it is left to the settings of the browser",
    "continued_use": "going on counts as consent",
    "informing_banner": "a banner only tells of them",
    "opt_out": "they can only be stopped afterwards",
    "none": "consent is not asked",
}
_CHOICE = {"cookie_tool", "cookie_banner"}
_MEASURING = {"analytics", "profiling", "personalisation"}
"""Purposes whose consent is consent to the cookies that serve them."""


@rule(
    "COO002",
    judges=Cookies,
    severity=Severity.ERROR,
    law=("ePrivacy 5(3)", "GDPR 4(11)", "GDPR 7(3)", "CJEU C-673/17", "EDPB 05/2020 86"),
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
    EDPB 05/2020, par. 86). Where the statement is silent on how consent is asked, the finding is
    only likely: no provision has it say so.

    Wrong when the cookies only do what the visitor asked for, or measure visits in a country that
    exempts this, or when the site does ask and the statement is out of date.
    """
    register = cookies.within(Register)
    law = facts.cookie_law(register.shop.country)
    unasked = _unasked(cookies, exempt=law is None or law.analytics_exempt)
    silent = [item for item in unasked if not item.legal_basis]
    named = f" ({law.law})" if law is not None else ""
    instead = [
        way
        for way in cookies.consent
        if way.mechanism in _NO_CONSENT and any(way.covers(item) for item in unasked)
    ]
    if instead:
        first, *others = instead
        places = tuple((item, "needs consent") for item in unasked)
        more = tuple((way, _NO_CONSENT[way.mechanism]) for way in others)
        message = f"cookies need consent, and {_NO_CONSENT[first.mechanism]}{named}"
        yield flag(first, message, at="mechanism", related=(*places, *more))
    elif silent and not register.has_cookie_policy and not _is_asked(register, silent):
        names = " and ".join(dict.fromkeys(item.called_by for item in silent))
        yield flag(
            cookies,
            f"nothing says that consent is asked for {names}{named}",
            at="consent",
            related=tuple((item, "needs consent") for item in silent),
            severity=Severity.WARNING,
            certainty=Certainty.LIKELY,
        )


def _unasked(cookies: Cookies, *, exempt: bool) -> list[Cookie]:
    """Return the cookies that need consent, and that no real choice is told to cover."""
    return [
        item
        for item in cookies.items
        if item.needs_consent(analytics_exempt=exempt)
        and item.kind != "strictly_necessary"
        and not any(way.covers(item) and way.mechanism in _CHOICE for way in cookies.consent)
    ]


def _is_asked(register: Register, items: list[Cookie]) -> bool:
    """Tell whether consent is told elsewhere: for the purpose of the cookies, or for all."""
    bases = register.general.legal_basis if register.general is not None else ()
    for_all = any(basis.basis == "consent" for basis in bases)
    only_measure = not any(item.kind in {"marketing", "social"} for item in items)
    asks = any(_asks(purpose) for purpose in register.purposes.values())
    return for_all or (only_measure and asks)


def _asks(purpose: Purpose) -> bool:
    return purpose.kind in _MEASURING and any(b.basis == "consent" for b in purpose.bases)
