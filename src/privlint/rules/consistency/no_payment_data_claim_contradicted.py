from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Register
from privlint.rule import Flag, Severity, flag, rule

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

    Wrong when the data are only passed on and never stored, or another party holds them, which
    `held_by` tells; which way of paying was chosen is not meant.
    """
    kept = [group for group in register.all(DataGroup) if not group.held_by and _pays(group, facts)]
    for claim in register.claims_of("no_payment_data_stored"):
        if kept and not claim.except_:
            places = tuple((group, "payment data") for group in kept)
            yield flag(claim, "said to be kept nowhere, and listed", at="claim", related=places)


def _pays(group: DataGroup, facts: Facts) -> bool:
    found = (facts.category(kind) for kind in group.kinds - _NOT_PAYMENT_DATA)
    return any(kind is not None and kind.group == "payment" for kind in found)
