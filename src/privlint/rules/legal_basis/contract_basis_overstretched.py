from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Purpose
from privlint.rule import Certainty, Flag, Severity, flag, rule

BEYOND_THE_SALE = frozenset(
    {
        "analytics",
        "marketing",
        "profiling",
        "reviews",
        "surveys",
        "service_improvement",
        "fraud_prevention",
    }
)
ARGUABLE = frozenset({"newsletter", "personalisation", "trust_badge"})
CLAIMS = frozenset({"debt_collection", "legal_claims"})


@rule(
    "BAS006",
    judges=Purpose,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 6(1)(b)", "EDPB 2/2019 48-57", "CJEU C-252/21", "CJEU C-394/23"),
    remedy="Rest what the sale can do without on another basis that fits it.",
    compliant="""
        purposes:
          orders: {kind: orders, legal_basis: [{basis: contract}]}
    """,
    violating="""
        purposes:
          security:
            title: Recognise fraudulent orders by a score
            kind: fraud_prevention
            legal_basis:
              - {basis: contract}                # <- BAS006
    """,
)
def contract_basis_overstretched(purpose: Purpose, _: Facts) -> Iterator[Flag]:
    """The contract is given as the basis for something that the sale does not need.

    Art. 6(1)(b) carries what is objectively necessary to perform the contract with this customer.
    Measuring visitors, improving the service, advertising or scoring against fraud is useful to the
    shop, but the order can be delivered without it; under another basis the reader could object or
    refuse.

    Wrong when the contract is about just that, such as a paid newsletter. For debts and disputes
    that are handed to others, and for newsletters, this is only a question: payment reminders are
    part of the contract.
    """
    claimed = next((basis for basis in purpose.bases if basis.basis == "contract"), None)
    if claimed is None:
        return
    if purpose.kind in BEYOND_THE_SALE and claimed.when is None:
        message = f"`{purpose.id}` rests on the contract, which can be performed without it"
        yield flag(claimed, message, at="basis")
    elif purpose.kind in BEYOND_THE_SALE | ARGUABLE:
        yield _asked(claimed, f"can the contract not be performed without `{purpose.id}`?")
    elif purpose.kind in CLAIMS and _hands_on(purpose):
        message = f"`{purpose.id}` hands data to others: does the contract still carry that?"
        yield _asked(claimed, message)


def _asked(basis: LegalBasis, question: str) -> Flag:
    return flag(basis, question, at="basis", severity=Severity.INFO, certainty=Certainty.ASK)


def _hands_on(purpose: Purpose) -> bool:
    return bool(purpose.recipients) or any(group.recipients for group in purpose.data)
