from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Purpose, Register
from privlint.rule import Flag, Severity, flag, rule


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

    Consent holds only as long as the person wants. Art. 13(2)(c) asks to tell of that right before
    the data are collected. An unsubscribe link is a way back from the newsletter, and from nothing
    else; a sentence for everything will do for all.

    Wrong when the right is told where consent is asked, as in a cookie banner, and the statement
    points there.
    """
    consents = register.consents_for_good()
    if not consents:
        return
    names = ", ".join(dict.fromkeys(_name(basis) for basis in consents))
    yield flag(
        consents[0],
        f"nothing says that consent can be withdrawn for {names}",
        at="withdrawal",
        related=tuple((basis, f"{_name(basis)} rests on consent") for basis in consents[1:]),
    )


def _name(basis: LegalBasis) -> str:
    purpose: Purpose | None = basis.within(Purpose)
    return f"`{purpose.id}`" if purpose is not None else "everything"
