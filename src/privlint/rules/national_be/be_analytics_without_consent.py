from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Cookies, Register
from privlint.rule import Flag, Severity, flag, rule


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
    measuring = _measuring(cookies)
    if law is None or law.analytics_exempt or not measuring:
        return
    register = cookies.within(Register)
    claims = register.claims_of("analytics_without_consent")
    wrong = [item for item in measuring if item.legal_basis]
    places = tuple((item, "needs consent") for item in measuring)
    if wrong:
        basis = wrong[0].legal_basis[0]
        words = basis.basis.replace("_", " ")
        message = f"{wrong[0].called_by}: {words} in the place of consent ({law.law})"
        said = tuple((claim, "said to need no consent") for claim in claims)
        yield flag(basis, message, at="basis", related=(*places, *said))
    elif claims and register.has_cookie_policy:
        # Without a cookie policy, silence on how consent is asked is another rule's.
        message = f"cookies that measure visits need consent ({law.law})"
        yield flag(claims[0], message, related=places)


def _measuring(cookies: Cookies) -> list[Cookie]:
    """Return the cookies that measure without consent, and that no other rule judges."""
    ways = [way for way in cookies.consent if way.mechanism != "not_stated"]
    return [
        item
        for item in cookies.items
        if item.measures and item.kind != "strictly_necessary" and not item.on_consent
        if not any(way.covers(item) for way in ways)
        if not any(basis.basis == "legitimate_interests" for basis in item.legal_basis)
    ]
