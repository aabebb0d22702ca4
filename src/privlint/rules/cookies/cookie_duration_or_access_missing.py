from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Cookies, Register, RetentionEntry
from privlint.rule import Certainty, Flag, Severity, flag, rule

_TELLING_NOTHING = {"varies", "as_needed", "legally_allowed", "elsewhere"}


@rule(
    "COO003",
    judges=Cookies,
    severity=Severity.ERROR,
    law=("CJEU C-673/17", "ePrivacy 5(3)", "GDPR 13(2)(a)", "GDPR 13(1)(e)", "WP260 annex"),
    remedy="Give for each cookie how long it stays, and which others can read it.",
    compliant="""
        statement: {documents: null}
        cookies:
          items:
            - kind: analytics
              party: first
              purpose: count visits
              duration: {period: P13M}
              third_party_access: false
              legal_basis: [{basis: consent}]
          withdrawal: {how: [cookie_tool]}
          details_in: null
    """,
    violating="""
        statement: {documents: null}
        cookies:
          items:
            - kind: analytics                  # <- COO003
              party: first
              purpose: count visits
              legal_basis: [{basis: consent}]
          withdrawal: {how: [cookie_tool]}
          details_in: null
    """,
    since="2019-10-01",
)
def cookie_duration_or_access_missing(cookies: Cookies, facts: Facts) -> Iterator[Flag]:
    """Nothing tells how long cookies stay, or who else can read them.

    For consent to be informed, people must hear how long a cookie works and whether third parties
    have access to it (C-673/17). "It differs from cookie to cookie" does not tell it. For cookies
    that need no consent, only the time is asked for, more mildly, and where they hold personal data
    (Art. 13(2)(a) GDPR).

    Wrong when a page that the statement does not name lists the cookies with these data. Where a
    banner or tool asks for consent, it may tell them: the finding is milder, as it is where cookies
    are called the shop's own and only who else reads them is not told.
    """
    register = cookies.within(Register)
    if register.has_cookie_policy or any(_is_for_all(item) for item in cookies.items):
        return
    exempt = facts.exempts_analytics(register.countries)
    needing = {c for c in cookies.items if c.on_consent or c.needs_consent(analytics_exempt=exempt)}
    meant = [c for c in cookies.items if c in needing or not _is_impersonal(c)]
    timeless = {item for item in meant if not _tells_time(item)}
    tools = any(analytics.tool for analytics in cookies.analytics)
    closed = {item for item in needing if not _tells_access(item, tool_is_told=tools)}
    lacking = [item for item in meant if item in timeless or item in closed]
    if not lacking:
        return
    asked = {"how long these stay": timeless, "who else can read them": closed}
    what = " or ".join(words for words, items in asked.items() if items)
    names = ", ".join(dict.fromkeys(item.called_by for item in lacking))
    alone = len(lacking) == 1
    unasked = [item for item in lacking if item in needing and not cookies.asks_for(item)]
    is_duty = any(item in timeless or item.party != "first" for item in unasked)
    yield flag(
        lacking[0] if alone else cookies,
        f"nothing tells {what}: {names}",
        at=("duration" if timeless else "third_party_access") if alone else "items",
        related=() if alone else tuple((item, "it is not told here") for item in lacking),
        severity=None if is_duty else Severity.WARNING,
        certainty=None if is_duty else Certainty.LIKELY,
    )


def _is_impersonal(item: Cookie) -> bool:
    return bool(item.called) and {"anonymous", "not_personal"}.issuperset(item.called)


def _tells_time(item: Cookie) -> bool:
    return item.duration is not None and any(map(_is_time, item.duration.entries))


def _is_time(entry: RetentionEntry) -> bool:
    if entry.period or entry.indefinite or entry.until not in {None, "cookie_expires"}:
        return True
    return entry.criterion is not None and entry.criterion not in _TELLING_NOTHING


def _tells_access(item: Cookie, *, tool_is_told: bool) -> bool:
    """Tell whether others are named who read it, or it is said whether any do."""
    by_others = item.party in {"third", "both"} or item.provider or (item.measures and tool_is_told)
    return item.third_party_access is not None or bool(by_others)


def _is_for_all(item: Cookie) -> bool:
    """Tell whether it is no kind of cookies, but says how long all of them stay."""
    is_kind = item.name or item.purpose or item.serves or item.kind not in {None, "unspecified"}
    return not is_kind and _tells_time(item)
