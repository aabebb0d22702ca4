from collections.abc import Iterator
from functools import reduce
from operator import or_

from privlint.knowledge.facts import Facts
from privlint.register import Claim, DataGroup, General, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NOT_PAYMENT_DATA = frozenset({"payment_method"})
_MOST = 100
"""How many places are shown of each promise: there can be thousands of both."""


@rule(
    "CST007",
    judges=Register,
    severity=Severity.WARNING,
    law=("GDPR 5(1)(a)", "GDPR 12(1)"),
    remedy="Align the two sentences: say which payment data the shop itself keeps.",
    compliant="""
        claims: [{claim: no_payment_data_stored}]
    """,
    violating="""
        purposes:
          orders:
            data:
              - categories: [name, address, bank_account]
                source: data_subject
                retention: {until: order_completed}
                recipients: [carrier]
        claims:
          - claim: no_payment_data_stored      # <- CST007
    """,
)
def no_payment_data_claim_contradicted(register: Register, facts: Facts) -> Iterator[Flag]:
    """The statement says that the shop keeps no payment data, and lists some that it uses.

    A reader who cares about the account number reads the promise and stops there (Art. 12(1)).
    Where no period of storage is told for the data that are listed, the finding is only likely:
    what is used need not be kept.

    Wrong when the data are only passed on and never stored, or another party holds them, which
    `held_by` tells; which way of paying was chosen is not meant. A promise about card numbers alone
    says nothing of the account number for refunds: `of` and `about` tell what it is about.
    """
    listed = _Listed(register, facts)
    for claim in register.claims_of("no_payment_data_stored"):
        kept = listed.about(claim)
        if kept and not claim.except_ and not claim.when:
            places = tuple((group, "payment data") for group in listed.first(kept))
            certainty = None if kept & listed.stored else Certainty.LIKELY
            message = "said to be kept nowhere, and listed"
            yield flag(claim, message, at="claim", related=places, certainty=certainty)


class _Listed:
    """The data that are listed, as bits of numbers: there can be thousands, and of promises too."""

    def __init__(self, register: Register, facts: Facts) -> None:
        self._groups = register.all(DataGroup)
        elsewhere = frozenset[str]().union(*(g.kinds for g in self._groups if g.held_by))
        self._of_kind: dict[str, int] = {}
        self._of_purpose: dict[str | None, int] = {}
        self.stored = 0
        """Those of which a period is told."""
        for number, group in enumerate(self._groups):
            purpose = group.parent.id if isinstance(group.parent, Purpose) else None
            self._of_purpose[purpose] = self._of_purpose.get(purpose, 0) | 1 << number
            self.stored |= (group.retention is not None) << number
            is_of_people = not group.impersonal and not group.of_staff
            for kind in group.kinds - _others(group, elsewhere) if is_of_people else ():
                self._of_kind[kind] = self._of_kind.get(kind, 0) | 1 << number
        rows = {kind: facts.category(kind) for kind in self._of_kind.keys() - _NOT_PAYMENT_DATA}
        self._paying = {k for k, row in rows.items() if row is not None and row.group == "payment"}

    def about(self, claim: Claim) -> int:
        """Return the payment data that a promise is about: of these kinds, for these purposes."""
        kinds = {entry.id for entry in claim.of} or self._paying
        found = reduce(or_, (self._of_kind.get(kind, 0) for kind in kinds), 0)
        meant = (self._of_purpose.get(purpose, 0) for purpose in (None, *claim.about))
        return found & reduce(or_, meant) if claim.about else found

    def first(self, numbers: int) -> Iterator[DataGroup]:
        """Yield the first of them."""
        for _ in range(min(_MOST, numbers.bit_count())):
            yield self._groups[(numbers & -numbers).bit_length() - 1]
            numbers &= numbers - 1


def _others(group: DataGroup, elsewhere: frozenset[str]) -> frozenset[str]:
    """Return what of a group another party holds; a list of all data does not repeat who."""
    if group.held_by:
        return group.kinds
    return elsewhere if isinstance(group.parent, General) else frozenset()
