from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookies, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "COO005",
    judges=Cookies,
    severity=Severity.ERROR,
    law=(
        "ePrivacy 5(3)",
        "GDPR 4(11)",
        "GDPR recital 42",
        "EDPB Cookie Banner Taskforce",
        "EDPB 03/2022",
        "AP cookies",
        "AP Kruidvat 2024",
    ),
    remedy="Let people refuse as easily as they accept, in the first layer of the banner.",
    compliant="""
        cookies:
          items:
            - {kind: functional, purpose: keep the site safe, serves: [security], refusable: false}
            - {kind: marketing, purpose: show our products elsewhere, refusable: true}
          consent: [{mechanism: cookie_tool, of: [marketing], refuse: equal}]
          withdrawal: {how: [cookie_tool]}
        claims:
          - {claim: functional_cookies_cannot_be_refused}
    """,
    violating="""
        cookies:
          items:
            - kind: marketing
              purpose: show our products elsewhere
              refusable: false                 # <- COO005
          consent: [{mechanism: cookie_tool, of: [marketing]}]
          withdrawal: {how: [cookie_tool]}
    """,
)
def refuse_not_possible(cookies: Cookies, facts: Facts) -> Iterator[Flag]:
    """Cookies that need consent are said not to be refusable, or only with more trouble.

    Who cannot refuse has not consented (Art. 4(11), recital 42). That refusing must be as easy as
    accepting is what the authorities hold; where only that fails, the finding is a question.

    Wrong when the cookies do only what the visitor asked for: those need no consent, and the
    sentence that functional cookies cannot be refused is right. Where consent is not asked at all,
    another rule says so.
    """
    exempt = facts.exempts_analytics(cookies.within(Register).countries)
    needing = [item for item in cookies.items if item.needs_consent(analytics_exempt=exempt)]
    stuck = [item for item in needing if item.refusable is False]
    for item in stuck:
        message = f"{item.called_by} need consent, and are said not to be refusable"
        yield flag(item, message, at="refusable")
    for way in (way for way in cookies.consent if way.asks):
        covered = [item for item in needing if way.covers(item) and item not in stuck]
        places = tuple((item, "needs consent") for item in covered)
        if covered and way.refuse == "not_possible":
            message = "cookies need consent, and cannot be refused"
            yield flag(way, message, at="refuse", related=places)
        elif covered and way.refuse == "harder":
            yield flag(
                way,
                "is it really harder to refuse cookies than to accept them?",
                at="refuse",
                related=places,
                severity=Severity.WARNING,
                certainty=Certainty.ASK,
            )
