from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, DataGroup, General, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NOT_PAYMENT_DATA = frozenset({"payment_method"})


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
    groups = register.all(DataGroup)
    elsewhere = frozenset[str]().union(*(group.kinds for group in groups if group.held_by))
    for claim in register.claims_of("no_payment_data_stored"):
        promised = frozenset(entry.id for entry in claim.of)
        meant = [group for group in groups if _is_meant(group, claim)]
        kept = [g for g in meant if _paying(g, promised, facts) - _others(g, elsewhere)]
        if kept and not claim.except_ and not claim.when:
            places = tuple((group, "payment data") for group in kept)
            is_stored = any(group.retention is not None for group in kept)
            certainty = None if is_stored else Certainty.LIKELY
            message = "said to be kept nowhere, and listed"
            yield flag(claim, message, at="claim", related=places, certainty=certainty)


def _is_meant(group: DataGroup, claim: Claim) -> bool:
    """Tell whether a promise can be about these data: of these people, for this purpose."""
    purpose = group.parent
    is_of_it = not claim.about or not isinstance(purpose, Purpose) or purpose.id in claim.about
    return is_of_it and not group.impersonal and not group.of_staff


def _paying(group: DataGroup, promised: frozenset[str], facts: Facts) -> frozenset[str]:
    """Return the payment data of a group that the promise is about."""
    if promised:
        return group.kinds & promised
    found = {kind: facts.category(kind) for kind in group.kinds - _NOT_PAYMENT_DATA}
    return frozenset(k for k, row in found.items() if row is not None and row.group == "payment")


def _others(group: DataGroup, elsewhere: frozenset[str]) -> frozenset[str]:
    """Return what of a group another party holds; a list of all data does not repeat who."""
    if group.held_by:
        return group.kinds
    return elsewhere if isinstance(group.parent, General) else frozenset()
