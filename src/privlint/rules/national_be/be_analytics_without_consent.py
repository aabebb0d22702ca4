from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, CookieConsent, Cookies, Register
from privlint.register.devices import may_mean
from privlint.rule import Flag, Severity, flag, rule

_IN_WORDS = {"unnamed": "what is no legal basis", "soft_opt_in": "a permission to send messages"}


@rule(
    "BEL002",
    judges=Cookies,
    severity=Severity.ERROR,
    law=(
        "BE Act of 30 July 2018 10/2",
        "BE Act of 13 June 2005 129",
        "ePrivacy 5(3)",
        "GBA cookies",
    ),
    remedy="Ask consent before measuring visits with cookies: Belgian law exempts no analytics.",
    jurisdictions=("BE",),
    compliant="""
        cookies:
          items:
            - kind: analytics
              purpose: count visits
              legal_basis: [{basis: consent}]
          consent: [{mechanism: cookie_tool, refuse: equal}]
          withdrawal: {how: [cookie_tool]}
    """,
    violating="""
        cookies:
          items:
            - kind: analytics
              purpose: count visits
              legal_basis:
                - basis: contract              # <- BEL002
    """,
)
def be_analytics_without_consent(cookies: Cookies, facts: Facts) -> Iterator[Flag]:
    """Visits are measured with cookies, and the statement puts something in the place of consent.

    Belgian law asks consent for every cookie that is not strictly needed for what the visitor asked
    for, and knows no exemption for measuring, as Dutch law does (art. 129 of the Act of 13 June
    2005, since 2022 art. 10/2 of the Act of 30 July 2018). A contract, or the sentence that such
    cookies need no consent, does not replace it.

    Wrong when nothing is stored or read on the visitor's device, as in counting from the server's
    own log, or when the basis is meant for later use of data that were read with consent. How
    consent is asked, and legitimate interests, are judged by other rules.
    """
    law = facts.cookie_law("BE")
    measuring = [item for item in cookies.items if _is_told_without_consent(item)]
    if law is None or law.analytics_exempt or not measuring:
        return
    register = cookies.within(Register)
    covering = {item: [way for way in cookies.consent if way.covers(item)] for item in measuring}
    wrong = [item for item in measuring if item.legal_basis and not covering[item]]
    said = register.claims_of("analytics_without_consent")
    denied = {
        item: [claim for claim in said if may_mean(claim, item.provider, register)]
        for item in measuring
        if not any(map(_is_meant_for_it, covering[item]))
    }
    meant = dict.fromkeys((*wrong, *(item for item, found in denied.items() if found)))
    claims = tuple(dict.fromkeys(claim for found in denied.values() for claim in found))
    places = tuple((item, "needs consent") for item in meant)
    if wrong:
        basis = wrong[0].legal_basis[0]
        words = _IN_WORDS.get(basis.basis, basis.basis.replace("_", " "))
        message = f"{wrong[0].called_by}: {words} in the place of consent ({law.law})"
        denials = tuple((claim, "said to need no consent") for claim in claims)
        yield flag(basis, message, at="basis", related=(*places, *denials))
    elif claims:
        message = f"cookies that measure visits need consent ({law.law})"
        yield flag(claims[0], message, related=places)


def _is_told_without_consent(item: Cookie) -> bool:
    """Tell whether it measures, and neither consent nor what other rules judge is its basis."""
    bases = {basis.basis for basis in item.legal_basis}
    is_judged = item.kind == "strictly_necessary" or "legitimate_interests" in bases
    return item.measures and not item.on_consent and not is_judged


def _is_meant_for_it(way: CookieConsent) -> bool:
    """Tell whether it is more than a choice for all cookies, from which a sentence takes these."""
    return bool(way.of) or not way.asks
