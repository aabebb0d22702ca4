from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import (
    Cookies,
    General,
    LegalBasis,
    Purpose,
    Recipient,
    RecipientRef,
    Register,
)
from privlint.rule import Certainty, Flag, Severity, flag, rule

_INTERESTS = "legitimate_interests"


@rule(
    "LIN001",
    judges=Register,
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
def legitimate_interest_not_named(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement leans on legitimate interests and does not say which.

    Whoever wants to object has to weigh the interest of the shop against their own, and cannot
    weigh what is not named. Art. 13(1)(d) asks for the interest itself; that it exists, or
    outweighs that of the reader, is no answer.

    Wrong when the heading of the purpose tells the interest ("to keep the site safe"): the register
    can give it as the interest. A sentence for everything needs none where it only lists the bases:
    where purposes rest on such interests themselves, or each has a basis of its own. Where it
    speaks of some cases only, the finding is likely and no more.
    """
    bare = [b for b in register.all(LegalBasis) if b.basis == _INTERESTS and not b.interest]
    if not bare:
        return
    named = {p for p in register.purposes.values() if any(basis.interest for basis in p.bases)}
    only_lists = _only_lists(register)
    for basis in bare:
        purpose: Purpose | None = basis.within(Purpose)
        is_wide = isinstance(basis.parent, General)
        if purpose in named or (is_wide and only_lists) or _is_judged_elsewhere(basis):
            continue
        is_case = is_wide and basis.when is not None
        yield flag(
            basis,
            f"{_what(basis, purpose)} legitimate interests, and none is named",
            at="interest",
            severity=Severity.WARNING if is_case else None,
            certainty=Certainty.LIKELY if is_case else None,
        )


def _only_lists(register: Register) -> bool:
    """Tell whether what is said for everything leaves no purpose that would rest on it alone."""
    purposes = register.purposes.values()
    general = register.general.legal_basis if register.general is not None else ()
    rests = any(basis.basis == _INTERESTS for purpose in purposes for basis in purpose.bases)
    is_each_told = bool(purposes) and all(purpose.bases for purpose in purposes)
    return rests or is_each_told or any(basis.interest for basis in general)


def _is_judged_elsewhere(basis: LegalBasis) -> bool:
    """Tell whether it is about cookies, or is the basis of a recipient for its own use."""
    return basis.within(Cookies) is not None or basis.within(Recipient) is not None


def _what(basis: LegalBasis, purpose: Purpose | None) -> str:
    ref: RecipientRef | None = basis.within(RecipientRef)
    if ref is not None:
        return f"passing data on to `{ref.to}` rests on"
    return f"`{purpose.id}` rests on" if purpose is not None else "the statement leans on"
