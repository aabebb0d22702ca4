from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookies, General, LegalBasis, Purpose, Recipient, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "LIN001",
    judges=LegalBasis,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(d)", "GDPR 14(2)(b)", "CJEU C-394/23", "GBA 24/2020"),
    remedy="Name the interest, such as to prevent fraud, and whose it is.",
    compliant="""
        purposes:
          security:
            legal_basis:
              - basis: legitimate_interests
                interest: to detect and stop attacks on the site
                whose: [controller]
    """,
    violating="""
        purposes:
          security:
            legal_basis:
              - basis: legitimate_interests    # <- LIN001
                balancing: stated
    """,
)
def legitimate_interest_not_named(basis: LegalBasis, _: Facts) -> Iterator[Flag]:
    """The statement leans on legitimate interests and does not say which.

    Whoever wants to object has to weigh the interest of the shop against their own, and cannot
    weigh what is not named. Art. 13(1)(d) asks for the interest itself; that it exists, or
    outweighs that of the reader, is no answer.

    Wrong when the heading of the purpose tells the interest ("to keep the site safe"): the register
    can give it as the interest. A sentence for everything that only lists the bases needs none
    where purposes of their own rest on such interests: there each is looked at.
    """
    if basis.basis != "legitimate_interests" or basis.interest or _is_judged_elsewhere(basis):
        return
    purpose: Purpose | None = basis.within(Purpose)
    if purpose is not None and any(other.interest for other in purpose.bases):
        return
    name = f"`{purpose.id}` rests on" if purpose is not None else "the statement leans on"
    yield flag(basis, f"{name} legitimate interests, and none is named", at="interest")


def _is_judged_elsewhere(basis: LegalBasis) -> bool:
    """Tell whether it is about cookies or about passing data on, or repeats what purposes say."""
    part = basis.parent
    if isinstance(part, General):
        purposes = basis.within(Register).purposes.values()
        return any(one.basis == basis.basis for purpose in purposes for one in purpose.bases)
    while part is not None and not isinstance(part, Cookies | Recipient):
        part = part.parent
    return part is not None
