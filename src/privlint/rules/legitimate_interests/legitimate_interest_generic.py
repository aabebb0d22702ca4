import re
from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookies, LegalBasis, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_BETWEEN = re.compile(r"[,;]\s*(?:and |or )?")
"""What stands between two interests that are named in one breath."""


@rule(
    "LIN002",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(1)(d)", "GDPR 14(2)(b)", "CJEU C-621/22", "WP260 annex", "EDPB 1/2024"),
    remedy="Say what the shop gains, or is kept from losing, by this very use of the data.",
    compliant="""
        purposes:
          security:
            legal_basis:
              - basis: legitimate_interests
                interest: to be paid for what is ordered, by keeping out stolen cards
                whose: [controller]
    """,
    violating="""
        purposes:
          security:
            legal_basis:
              - basis: legitimate_interests
                interest: our commercial interests     # <- LIN002
                whose: [controller]
    """,
)
def legitimate_interest_generic(register: Register, facts: Facts) -> Iterator[Flag]:
    """A legitimate interest is named in words that fit any business.

    A commercial interest can be a legitimate one (C-621/22). But who wants to object has to weigh
    it against their own, and "our commercial interests" gives nothing to weigh: the specific
    interest has to be told (WP260, annex; EDPB 1/2024). Where a clearer interest is named in the
    same breath, it is only kindness to drop the empty one.

    Wrong when the statement says more and the register sums it up in such words.
    """
    named: dict[str, list[LegalBasis]] = {}
    for basis in register.all(LegalBasis):
        is_leaning = basis.basis == "legitimate_interests" and basis.within(Cookies) is None
        if is_leaning and basis.interest:
            named.setdefault(basis.interest, []).append(basis)
    for interest, (first, *others) in named.items():
        parts = [part for part in map(str.strip, _BETWEEN.split(interest)) if part]
        empty = [part for part in parts if facts.is_generic_interest(part)]
        is_all = len(empty) == len(parts) or facts.is_generic_interest(interest)
        if not empty and not is_all:
            continue
        purpose: Purpose | None = first.within(Purpose)
        name = f"`{purpose.id}`" if purpose is not None else "the statement"
        words = interest if is_all else empty[0]
        yield flag(
            first,
            f"{name} names an interest in words that fit any shop: “{words}”",
            at="interest",
            related=tuple((other, "the same interest") for other in others),
            severity=None if is_all else Severity.INFO,
        )
