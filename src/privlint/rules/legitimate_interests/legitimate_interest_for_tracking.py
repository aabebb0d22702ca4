from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Cookies, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "LIN003",
    judges=Cookie,
    severity=Severity.ERROR,
    law=("ePrivacy 5(3)", "EDPB Cookie Banner Taskforce 24", "EDPB 2/2023", "CJEU C-252/21"),
    remedy="Ask consent before storing or reading; legitimate interests cannot carry that.",
    compliant="""
        cookies:
          items:
            - kind: strictly_necessary
              purpose: tell people from machines when they log in
              serves: [security, authentication]
              legal_basis:
                - basis: legitimate_interests
                  interest: to keep machines out of accounts
                  whose: [controller]
    """,
    violating="""
        cookies:
          items:
            - kind: marketing
              purpose: show our products elsewhere
              legal_basis:                     # <- LIN003
                - basis: legitimate_interests
                  interest: to make the shop known
                  whose: [controller]
    """,
)
def legitimate_interest_for_tracking(cookie: Cookie, facts: Facts) -> Iterator[Flag]:
    """Cookies that need consent are said to rest on legitimate interests.

    To store something on a device or to read it there, Art. 5(3) ePrivacy knows two grounds:
    consent, or that the visitor's own request cannot do without it. The bases of Art. 6 GDPR, with
    their legitimate interests, come only after that, for what is done with the data (EDPB Cookie
    Banner Taskforce, par. 24).

    Wrong when the basis is meant for that later use alone, and consent is asked for the cookie
    itself; or when the law of the country exempts the measuring. Of cookies that are called
    functional it is a question: some of them are what the visitor asked for.
    """
    leaning = any(basis.basis == "legitimate_interests" for basis in cookie.legal_basis)
    if not leaning or cookie.on_consent:
        return
    law = facts.cookie_law(cookie.within(Register).shop.country)
    exempt = law is None or law.analytics_exempt
    named = f" ({law.law})" if law is not None else ""
    is_asked = _is_asked(cookie)
    if cookie.needs_consent(analytics_exempt=exempt):
        if not is_asked:
            message = f"{cookie.called_by} need consent, and rest on legitimate interests{named}"
            yield flag(cookie, message, at="legal_basis")
    elif _may_do_more(cookie) and (not is_asked or cookie.refusable is False):
        yield flag(
            cookie,
            f"do {cookie.called_by} do only what visitors ask for? legitimate interests are no "
            f"ground to set them{named}",
            at="legal_basis",
            severity=Severity.INFO,
            certainty=Certainty.ASK,
        )


def _is_asked(cookie: Cookie) -> bool:
    """Tell whether it is said how consent is asked: another rule judges whether that will do."""
    ways = cookie.within(Cookies).consent
    return any(way.covers(cookie) and way.mechanism != "not_stated" for way in ways)


def _may_do_more(cookie: Cookie) -> bool:
    """Tell whether its name leaves open if it is exempt; the law on measuring has answered that."""
    return cookie.kind != "strictly_necessary" and not cookie.measures
