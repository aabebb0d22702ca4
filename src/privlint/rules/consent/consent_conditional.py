from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Cookie, CookieConsent, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_CHOICE = {"cookie_tool", "cookie_banner"}
_NEEDED = {"orders", "contract", "delivery", "payment", "invoicing", "quotes", "returns"}
"""Kinds that the order itself consists of: to ask consent for them is wrong in another way."""


@rule(
    "CON006",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=(
        "GDPR 7(4)",
        "GDPR recital 43",
        "EDPB 05/2020 38-41",
        "GBA cookies",
    ),
    remedy="Let people visit and order without consent to advertising or measuring.",
    compliant="""
        cookies:
          items:
            - {kind: strictly_necessary, purpose: remember the basket, serves: [cart]}
            - {kind: marketing, purpose: show our products elsewhere}
          consent: [{mechanism: cookie_tool, refuse: equal, wall: false}]
          withdrawal: {how: [cookie_tool]}
        claims:
          - {claim: site_requires_cookies, when: all cookies are blocked in the browser}
    """,
    violating="""
        cookies:
          items:
            - {kind: marketing, purpose: show our products elsewhere}
          consent:
            - mechanism: cookie_tool
              wall: true                       # <- CON006
          withdrawal: {how: [cookie_tool]}
    """,
)
def consent_conditional(register: Register, facts: Facts) -> Iterator[Flag]:
    """The service depends on a consent that it does not need.

    Consent is free only if one can refuse it and still get what one came for (Art. 7(4), recital
    43). A wall that lets nobody in without accepting, or an order that fails without cookies that
    measure or follow, leaves no choice (EDPB 05/2020, par. 38 to 41).

    Wrong when only storage is meant that the service cannot do without, such as that of the basket,
    or when an equal offer without such consent stands beside it. Cookies that are said not to be
    refusable are judged by another rule.
    """
    needing = _needing(register, facts)
    claims = [claim for claim in register.claims if _is_conditional(claim, needing)]
    ways = register.cookies.consent if register.cookies is not None else ()
    walls = [way for way in ways if _is_wall(way, needing)]
    places: list[Claim | CookieConsent] = [*claims, *walls]
    if not places:
        return
    first, *others = places
    key = "claim" if isinstance(first, Claim) else "wall"
    related = tuple((other, "and here") for other in others)
    message = "the site or an order is said to work in full only for those who accept"
    yield flag(first, message, at=key, related=related)


def _needing(register: Register, facts: Facts) -> list[Cookie] | None:
    """Return the cookies that need consent; `None` where no cookie is told of."""
    if register.cookies is None or not register.cookies.items:
        return None
    law = facts.cookie_law(register.shop.country)
    exempt = law is None or law.analytics_exempt
    return [item for item in register.cookies.items if item.needs_consent(analytics_exempt=exempt)]


def _is_conditional(claim: Claim, needing: list[Cookie] | None) -> bool:
    """Tell whether it makes the service depend on a consent, to cookies or to something else."""
    register = claim.within(Register)
    if claim.claim == "site_requires_cookies":
        return any(not _has_choice(item, register) for item in needing or ())
    if claim.claim != "service_requires_consent":
        return False
    named = [register.purposes[name] for name in claim.about if name in register.purposes]
    if named:
        beyond = [purpose for purpose in named if purpose.kind not in _NEEDED]
        return any(basis.basis == "consent" for purpose in beyond for basis in purpose.bases)
    return needing is None or bool(needing)


def _has_choice(cookie: Cookie, register: Register) -> bool:
    """Tell whether it can be refused without blocking every cookie in the browser."""
    ways = register.cookies.consent if register.cookies is not None else ()
    return any(way.mechanism in _CHOICE and way.covers(cookie) for way in ways)


def _is_wall(way: CookieConsent, needing: list[Cookie] | None) -> bool:
    """Tell whether it keeps out who does not accept; not to be able to refuse is told elsewhere."""
    if needing is None:
        return bool(way.wall)
    return bool(way.wall) and way.refuse != "not_possible" and any(map(way.covers, needing))
