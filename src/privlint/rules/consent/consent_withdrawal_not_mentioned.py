from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Purpose, Register
from privlint.register.consent import consents_for_good
from privlint.rule import Flag, Severity, flag, rule

_WITHDRAWN = {"consent_withdrawn", "unsubscribe"}


@rule(
    "CON001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(c)", "GDPR 14(2)(d)", "GDPR 7(3)"),
    remedy="Say that consent can be withdrawn at any time, and how.",
    compliant="""
        rights: {withdraw_consent: null}
    """,
    violating="""
        purposes:
          security:
            legal_basis:
              - basis: consent                 # <- CON001
                collected: cookie_tool
        rights: {withdraw_consent: null}
    """,
)
def consent_withdrawal_not_mentioned(register: Register, _: Facts) -> Iterator[Flag]:
    """Something rests on consent, and nothing says that consent can be withdrawn.

    Consent holds only as long as the person wants. Art. 13(2)(c) asks to tell of that right when
    the data are collected. An unsubscribe link is a way back from the newsletter, and from nothing
    else; a sentence for everything will do for all. That data are kept until consent is withdrawn
    tells of the right in passing: less is missing.

    Wrong when the right is told where consent is asked, as in a cookie banner, and the statement
    points there.
    """
    consents = consents_for_good(register)
    if not consents:
        return
    silent = tuple(basis for basis in consents if not _is_told_in_passing(basis))
    meant = silent or consents
    names = ", ".join(dict.fromkeys(_name(basis) for basis in meant))
    message = f"nothing says that consent can be withdrawn for {names}"
    if not silent:
        message = f"only the period of storage tells that consent can be withdrawn for {names}"
    yield flag(
        meant[0],
        message,
        at="withdrawal",
        related=tuple((basis, f"{_name(basis)} rests on consent") for basis in meant[1:]),
        severity=None if silent else Severity.WARNING,
    )


def _is_told_in_passing(basis: LegalBasis) -> bool:
    """Tell whether its data are said to be kept until consent is withdrawn."""
    purpose: Purpose | None = basis.within(Purpose)
    kept = basis.within(Register).kept() if purpose is not None else ()
    return any(each.purpose is purpose and each.entry.until in _WITHDRAWN for each in kept)


def _name(basis: LegalBasis) -> str:
    purpose: Purpose | None = basis.within(Purpose)
    return f"`{purpose.id}`" if purpose is not None else "everything"
