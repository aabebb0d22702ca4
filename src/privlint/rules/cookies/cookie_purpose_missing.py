from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Cookies, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_ON_MEASURING = {"analytics", "profiling"}
_ON_FOLLOWING = {"marketing", "profiling", "personalisation", "social_media"}


@rule(
    "COO010",
    judges=Cookies,
    severity=Severity.ERROR,
    law=("ePrivacy 5(3)", "GDPR 13(1)(c)"),
    remedy="Say what each kind of cookie is for.",
    compliant="""
        statement: {documents: null}
        cookies:
          items:
            - kind: marketing
              party: third
              purpose: show you our products on other sites
              duration: {period: P90D}
              legal_basis: [{basis: consent}]
          withdrawal: {how: [cookie_tool]}
          details_in: null
    """,
    violating="""
        statement: {documents: null}
        cookies:
          items:
            - kind: marketing                  # <- COO010
              party: third
              duration: {period: P90D}
              legal_basis: [{basis: consent}]
          withdrawal: {how: [cookie_tool]}
          details_in: null
    """,
)
def cookie_purpose_missing(cookies: Cookies, facts: Facts) -> Iterator[Flag]:
    """Cookies that need consent are told without what they are for.

    The purposes are the one thing that Art. 5(3) ePrivacy names among what people must hear before
    they consent. "Marketing cookies" is a name; what it does to the reader is not in it.

    Wrong when another passage tells what the cookies do, or when a page that the statement does not
    name lists them. Where a banner or tool asks for consent, it may tell what is missing here: the
    finding is milder. Where the section holds no more than a sentence, it is a question.
    """
    register = cookies.within(Register)
    if register.has_cookie_policy:
        return
    exempt = facts.exempts_analytics(register.countries)
    kinds = {purpose.kind for purpose in register.purposes.values()}
    bare = [
        item
        for item in cookies.items
        if (item.on_consent or item.needs_consent(analytics_exempt=exempt))
        and not (item.purpose or item.serves or _is_told_as_purpose(item, kinds))
    ]
    if bare:
        names = ", ".join(dict.fromkeys(item.called_by for item in bare))
        yield flag(
            bare[0],
            f"nothing tells what these are for: {names}",
            at="purpose",
            related=tuple((item, "nor is it here") for item in bare[1:]),
            severity=Severity.WARNING if all(map(cookies.asks_for, bare)) else None,
        )
    elif not (cookies.items or cookies.analytics or kinds & (_ON_MEASURING | _ON_FOLLOWING)):
        yield from _unnamed(cookies)


def _unnamed(cookies: Cookies) -> Iterator[Flag]:
    if cookies.stated <= {"words", "cite", "note"}:
        message = "does the site set cookies, and what for? the section does not tell"
        asks = Certainty.ASK
        yield flag(cookies, message, at="items", severity=Severity.INFO, certainty=asks)
    else:
        message = "cookies are spoken of, and nothing tells which, nor what for"
        likely = Certainty.LIKELY
        yield flag(cookies, message, at="items", severity=Severity.WARNING, certainty=likely)


def _is_told_as_purpose(item: Cookie, kinds: set[str | None]) -> bool:
    """Tell whether a purpose of the statement is what cookies of this kind are for."""
    return bool(kinds & (_ON_FOLLOWING if item.follows else _ON_MEASURING))
