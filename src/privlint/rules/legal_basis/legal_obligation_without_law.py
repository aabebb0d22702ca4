from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Purpose, Register
from privlint.register.grounds import kept_by_law
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
    That taxes are meant, or a law that is named for such data elsewhere, tells where to look: less
    is missing.

    Wrong when another passage names the law for this purpose, or when the duty is to answer
    whichever authority asks: such duties follow from too many laws to list. A purpose of the kind
    `legal_requests` is passed over for that reason.
    """
    if purpose.kind == "legal_requests":
        return
    claimed = [basis for basis in purpose.bases if basis.basis == "legal_obligation"]
    if claimed and not any(basis.law for basis in claimed) and not _names_law(purpose):
        is_kept_by_law = _is_kept_by_law(purpose)
        law = "a law is named for keeping its data alone" if is_kept_by_law else "no law is named"
        message = f"`{purpose.id}` rests on a legal obligation, and {law}"
        severity = Severity.INFO if is_kept_by_law or purpose.kind == "tax" else None
        yield flag(claimed[0], message, at="law", severity=severity)


def _names_law(purpose: Purpose) -> bool:
    """Tell whether a retention period of the purpose names the law."""
    return purpose.id in kept_by_law(purpose.within(Register)).purposes


def _is_kept_by_law(purpose: Purpose) -> bool:
    """Tell whether a law is named for such data where storage is told for everything."""
    kinds = frozenset[str]().union(*(group.kinds for group in purpose.data))
    return not kinds.isdisjoint(kept_by_law(purpose.within(Register)).kinds)
