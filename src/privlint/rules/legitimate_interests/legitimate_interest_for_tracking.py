from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Cookies, Register
from privlint.register.devices import is_asked_elsewhere
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "LIN003",
    judges=Cookies,
    severity=Severity.ERROR,
    law=("ePrivacy 5(3)", "EDPB Cookie Banner Taskforce 24", "EDPB 2/2023", "CJEU C-252/21"),
    remedy="Ask consent before storing or reading what the visitor's own request does not need.",
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
def legitimate_interest_for_tracking(cookies: Cookies, facts: Facts) -> Iterator[Flag]:
    """Cookies that need consent are said to rest on legitimate interests.

    To store something on a device or to read it there, Art. 5(3) ePrivacy knows two grounds:
    consent, or that the visitor's own request cannot do without it; EDPB 2/2023 tells what counts
    as that. The bases of Art. 6 GDPR come only after it, for what is done with the data (EDPB
    Cookie Banner Taskforce, par. 24), and do not carry advertising to profiles either (C-252/21).

    Wrong when the basis is meant for that later use alone, and consent is asked for the cookie
    itself, which is likely where the statement tells of consent elsewhere; or when the law of the
    country exempts the measuring. Of cookies that are called functional it is a question: some of
    them are what the visitor asked for.
    """
    leaning = [item for item in cookies.items if _leans(item)]
    if not leaning:
        return
    register = cookies.within(Register)
    law = facts.cookie_law(*register.countries)
    exempt = facts.exempts_analytics(register.countries)
    named = f" ({law.law})" if law is not None else ""
    doubts: dict[tuple[object, ...], _Doubt | None] = {}
    for item in leaning:
        # What is told of consent is told of sorts of cookies: each sort is looked at once.
        sort = (item.kind, item.measures, item.follows, item.when, item.refusable)
        if sort not in doubts:
            doubts[sort] = _doubt(item, cookies, exempt=exempt)
        if doubt := doubts[sort]:
            words, severity, certainty = doubt
            message = words.format(item.called_by) + named
            yield flag(item, message, at="legal_basis", severity=severity, certainty=certainty)


_Doubt = tuple[str, Severity | None, Certainty | None]
"""What is said of a cookie, how gravely and how surely."""


def _leans(cookie: Cookie) -> bool:
    leaning = any(basis.basis == "legitimate_interests" for basis in cookie.legal_basis)
    return leaning and not cookie.on_consent


def _doubt(item: Cookie, cookies: Cookies, *, exempt: bool) -> _Doubt | None:
    # Where it is said how consent is asked, another rule judges whether that will do.
    ways = cookies.consent
    is_asked = any(way.covers(item) and way.mechanism != "not_stated" for way in ways)
    if item.needs_consent(analytics_exempt=exempt):
        words = "{} need consent, and rest on legitimate interests"
        if is_asked:
            return None
        if is_asked_elsewhere(item, cookies.within(Register)):
            return words, Severity.WARNING, Certainty.LIKELY
        return words, None, None
    # The name leaves open if it is exempt; the law on measuring has answered that.
    may_do_more = item.kind != "strictly_necessary" and not item.measures
    if may_do_more and (not is_asked or item.refusable is False):
        words = (
            "do {} do only what visitors ask for? legitimate interests are no ground to set them"
        )
        return words, Severity.INFO, Certainty.ASK
    return None
