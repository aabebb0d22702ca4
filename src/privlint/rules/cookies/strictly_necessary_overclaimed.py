from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_MORE = ("statistics", "personalisation", "advertising", "social")


@rule(
    "COO004",
    judges=Cookie,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("ePrivacy 5(3)", "WP194", "EDPB Cookie Banner Taskforce"),
    remedy="Call only those necessary without which what the visitor asks for fails.",
    compliant="""
        cookies:
          items:
            - kind: strictly_necessary
              purpose: remember the basket and keep you logged in
              serves: [cart, authentication]
    """,
    violating="""
        cookies:
          items:
            - kind: strictly_necessary         # <- COO004
              purpose: remember the basket and count visits
              serves: [cart, statistics]
    """,
)
def strictly_necessary_overclaimed(cookie: Cookie, facts: Facts) -> Iterator[Flag]:
    """A cookie is called strictly necessary, and serves more than what the visitor asks for.

    Only what a service needs that the visitor expressly asked for is exempt from consent (Art. 5(3)
    ePrivacy). Counting, advertising and sharing are what the shop wants (WP194). A cookie with two
    uses is exempt only if both are.

    Wrong when the law of the country exempts the measuring, when two cookies were written down as
    one, or when a button of a network is only set for its members who are logged in there (WP194).
    A cookie that waits for consent all the same has no more than a wrong name: nothing is asked.
    """
    if cookie.kind != "strictly_necessary" or cookie.refusable is False or cookie.on_consent:
        return
    exempt = facts.exempts_analytics(cookie.within(Register).countries)
    if cookie.needs_consent(analytics_exempt=exempt):
        uses = " and ".join(use for use in _MORE if use in cookie.serves)
        yield flag(cookie, f"called strictly necessary, and serves {uses}", at="kind")
