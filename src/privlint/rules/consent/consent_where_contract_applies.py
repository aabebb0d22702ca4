from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Purpose
from privlint.rule import Certainty, Flag, Severity, flag, rule

_OF_THE_SALE = {
    None,
    "orders",
    "contract",
    "delivery",
    "payment",
    "invoicing",
    "quotes",
    "account",
    "returns",
    "other",
}
"""Kinds that a contract can carry; of the others it is the contract that is out of place."""


@rule(
    "CON005",
    judges=Purpose,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 6(1)", "GDPR 5(1)(a)", "EDPB 05/2020 121-123"),
    remedy="Name the basis that carries the use, and ask no consent beside it.",
    compliant="""
        purposes:
          orders:
            legal_basis:
              - {basis: contract}
              - basis: consent
                of: [phone]
                collected: checkbox
            data:
              - categories: [name, address, email, order_data]
                data_subjects: [customers]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, host, payment_provider]
              - categories: [phone]
                data_subjects: [customers]
                source: data_subject
                required: false
                retention: {until: order_completed}
                recipients: [carrier]
    """,
    violating="""
        purposes:
          orders:
            legal_basis:
              - basis: contract
              - basis: consent                 # <- CON005
                collected: checkbox
    """,
)
def consent_where_contract_applies(purpose: Purpose, facts: Facts) -> Iterator[Flag]:
    """Consent is asked for the same data that the contract carries already.

    Consent promises a choice: say no, or withdraw, and the use ends. Where the contract needs the
    data, it does not end, and the promise misleads (Art. 5(1)(a)). A shop cannot keep consent as a
    net in case the other basis fails, nor change from one to the other (EDPB 05/2020, par. 121 to
    123).

    Wrong when two uses were written down as one purpose, or when the consent is for special data,
    which Art. 9 asks beside the contract, and the statement does not say which data those are.
    """
    if purpose.kind not in _OF_THE_SALE:
        return
    for stated in (purpose.legal_basis, *(group.legal_basis for group in purpose.data)):
        consent = _unlimited(stated, "consent")
        contract = _unlimited(stated, "contract")
        if consent is not None and contract is not None and not _is_special(purpose, facts):
            message = f"`{purpose.id}` rests on the contract, and on consent for the same data"
            related = ((contract, "the contract carries it"),)
            yield flag(consent, message, at="basis", related=related)


def _unlimited(bases: tuple[LegalBasis, ...], kind: str) -> LegalBasis | None:
    """Return the basis of a kind that is limited neither to cases nor to data or channels."""
    for basis in bases:
        is_limited = basis.when or basis.of or basis.channels or basis.article_9
        if basis.basis == kind and not is_limited:
            return basis
    return None


def _is_special(purpose: Purpose, facts: Facts) -> bool:
    """Tell whether it uses special data, for which consent may be asked beside the contract."""
    known = (facts.category(kind) for group in purpose.data for kind in group.kinds)
    return any(category is not None and "special" in category.flags for category in known)
