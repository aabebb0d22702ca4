from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Purpose, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "BAS005",
    judges=Purpose,
    severity=Severity.WARNING,
    law=("GDPR 13(1)(c)", "GDPR 6(3)", "GDPR recital 45"),
    remedy="Name the law that obliges the shop.",
    compliant="""
        purposes:
          tax:
            legal_basis: [{basis: legal_obligation, law: Belgian VAT Code}]
    """,
    violating="""
        purposes:
          tax:
            legal_basis:
              - basis: legal_obligation                      # <- BAS005
            data:
              - categories: [name, address, invoice_data]
                source: data_subject
                retention: {period: P7Y, from: financial_year_end}
                recipients: [tax_authority]
    """,
)
def legal_obligation_without_law(purpose: Purpose, _: Facts) -> Iterator[Flag]:
    """The statement leans on a legal obligation and names no law.

    A legal obligation counts only if a law of the Union or of a Member State lays it down
    (Art. 6(3)). If no field of law is named, the reader cannot check whether the duty exists or how
    far it goes. Art. 13(1)(c) itself asks for the basis alone; to name the law is good practice.

    Wrong when the duty is to answer whichever authority asks: such duties follow from too many laws
    to list, and a purpose of the kind `legal_requests` is passed over.
    """
    if purpose.kind == "legal_requests":
        return
    claimed = [basis for basis in purpose.bases if basis.basis == "legal_obligation"]
    if claimed and not any(basis.law for basis in claimed) and not _names_law(purpose):
        message = f"`{purpose.id}` rests on a legal obligation, and no law is named"
        yield flag(claimed[0], message, at="law")


def _names_law(purpose: Purpose) -> bool:
    """Tell whether a retention period of the purpose names the law."""
    kept = purpose.within(Register).kept()
    return any(k.entry.law for k in kept if k.purpose is purpose)
