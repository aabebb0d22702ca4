from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookies, LegalBasis, Purpose, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "COO011",
    judges=Cookies,
    severity=Severity.WARNING,
    law=("GDPR 7(3)", "GDPR 13(2)(c)", "EDPB Cookie Banner Taskforce"),
    remedy="Name the place on the site where the choice can be changed, such as a link.",
    compliant="""
        statement: {documents: null}
        cookies:
          consent: [{mechanism: cookie_tool, refuse: equal}]
          withdrawal: {how: [cookie_tool]}
          details_in: null
    """,
    violating="""
        statement: {documents: null}
        cookies:
          items:
            - kind: marketing
              party: third
              purpose: show our products elsewhere
              duration: {period: P90D}
          consent: [{mechanism: cookie_tool, refuse: equal}]
          withdrawal:                          # <- COO011
            how: [browser_settings]
          details_in: null
    """,
)
def cookie_consent_withdrawal_missing(cookies: Cookies, facts: Facts) -> Iterator[Flag]:
    """Cookies rest on consent, and nothing tells where to take it back.

    To withdraw must be as easy as to consent (Art. 7(3)). Who clicked once in a banner cannot be
    sent through the settings of a browser, which delete but do not tell the site.

    Wrong when a link on each page opens the choice again and the statement only forgets it, or when
    the settings of the browser are a second way beside it.
    """
    register = cookies.within(Register)
    if register.has_cookie_policy or _is_told_for_all(register):
        return
    exempt = facts.exempts_analytics(register.countries)
    needing = [item for item in cookies.items if item.needs_consent(analytics_exempt=exempt)]
    asked = [item for item in cookies.items if item.on_consent]
    ways = set(cookies.withdrawal.how) if cookies.withdrawal is not None else set()
    ways |= {way for item in asked for basis in item.legal_basis for way in _ways(basis)}
    is_asked = asked or any(
        way.is_choice and (not way.of or any(map(way.covers, needing))) for way in cookies.consent
    )
    if ways == {"browser_settings"} and (needing or is_asked):
        message = "the settings of the browser are the only way told to take consent back"
        yield flag(cookies, message, at="withdrawal")
    elif is_asked and not ways and not _is_judged_as_purpose(register):
        message = "cookies rest on consent, and nothing tells where on the site to take it back"
        yield flag(cookies, message, at="withdrawal")


def _ways(basis: LegalBasis) -> tuple[str, ...]:
    return basis.withdrawal.how if basis.withdrawal is not None else ()


def _is_told_for_all(register: Register) -> bool:
    """Tell whether a way is told that holds for every consent."""
    right = register.rights.withdraw_consent if register.rights is not None else None
    general = register.general.legal_basis if register.general is not None else ()
    return bool(right is not None and right.how) or any(_ways(basis) for basis in general)


def _is_judged_as_purpose(register: Register) -> bool:
    """Tell whether the right itself is missing, for the purpose that the cookies serve."""
    right = register.rights.withdraw_consent if register.rights is not None else None
    return right is None and any(map(_is_for_good, register.purposes.values()))


def _is_for_good(purpose: Purpose) -> bool:
    rests = any(basis.basis == "consent" for basis in purpose.bases)
    return purpose.kind == "analytics" and rests and not any(b.withdrawal for b in purpose.bases)
