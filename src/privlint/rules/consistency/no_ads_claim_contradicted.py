from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CST005",
    judges=Register,
    severity=Severity.INFO,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(c)"),
    remedy="Say that others advertise through the site's cookies, or leave the claim out.",
    compliant="""
        claims: [{claim: no_ads}]
    """,
    violating="""
        cookies:
          items:
            - kind: marketing
              party: third
              purpose: show advertising
              duration: {period: P30D}
              third_party_access: true
              legal_basis: [{basis: consent}]
        claims:
          - claim: no_ads                      # <- CST005
    """,
)
def no_ads_claim_contradicted(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement says that its site shows no advertising, and has advertising cookies of others.

    The two sentences are read together, and one of them misleads (Art. 5(1)(a)).

    Wrong when the cookies serve advertising elsewhere and the site itself shows none, which is why
    this is a note: the claim is then true, and the cookies are told.
    """
    cookies = [
        cookie
        for cookie in register.all(Cookie)
        if cookie.party in {"third", "both"}
        and (cookie.kind == "marketing" or "advertising" in cookie.serves)
    ]
    for claim in register.claims_of("no_ads"):
        if cookies and not (claim.except_ or claim.when):
            places = tuple((cookie, "advertising cookies of others") for cookie in cookies)
            message = "said to show no advertising, beside advertising cookies of others"
            yield flag(claim, message, at="claim", related=places)
