from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import General, LegalBasis, Purpose, Recipient, RecipientRef, Register
from privlint.rule import Flag, Severity, flag, rule

UNNAMED = "unnamed"


@rule(
    "BAS002",
    judges=LegalBasis,
    severity=Severity.ERROR,
    law=("GDPR 6(1)", "GDPR 13(1)(c)"),
    remedy="Name one of the six legal bases of Art. 6(1), or stop.",
    compliant="""
        purposes:
          security:
            legal_basis:
              - basis: legitimate_interests
                interest: to detect and stop attacks on the site
                whose: [controller]
                words: we want to keep intruders out
    """,
    violating="""
        purposes:
          security:
            legal_basis:
              - basis: unnamed                 # <- BAS002
                reason: everything we hold about you is our property
    """,
)
def legal_basis_unknown(basis: LegalBasis, _: Facts) -> Iterator[Flag]:
    """A purpose rests on a ground that the law does not know.

    Art. 6(1) lists six legal bases and no others. A ground that is none of them ("because it is
    convenient") does not make the use of data lawful, and leaves the reader without the rights
    that hang on a true one.

    Wrong when the words mean one of the six after all: the register can say that. Where another
    basis stands beside it for the same purpose, the odd one does less harm.
    """
    holder = _holder(basis)
    is_odd = basis.basis == UNNAMED and basis.article_9 is None
    if not is_odd or holder is None or _is_told_elsewhere(basis):
        return
    ground = f": “{basis.reason}”" if basis.reason else ""
    stated = holder.bases if isinstance(holder, Purpose) else holder.legal_basis
    has_another = any(other.basis != UNNAMED for other in stated)
    yield flag(
        basis,
        f"{_name(holder)} rests on a ground that is none of the six legal bases{ground}",
        at="basis",
        severity=Severity.WARNING if has_another else None,
    )


def _holder(basis: LegalBasis) -> Purpose | General | RecipientRef | Recipient | None:
    """Return what the basis carries; those of cookies and embedded content are judged elsewhere."""
    part = basis.parent
    while part is not None and not isinstance(part, Purpose | General | RecipientRef | Recipient):
        part = part.parent
    return part


def _name(holder: Purpose | General | RecipientRef | Recipient) -> str:
    if isinstance(holder, Purpose):
        return f"`{holder.id}`"
    if isinstance(holder, General):
        return "what is said for everything"
    key = holder.to if isinstance(holder, RecipientRef) else holder.where[-1]
    return f"passing data on to `{key}`"


def _is_told_elsewhere(basis: LegalBasis) -> bool:
    """Tell whether it is the household exemption, the use of the site, or "other bases"."""
    register = basis.within(Register)
    purpose: Purpose | None = basis.within(Purpose)
    general: General | None = basis.within(General)
    if general is not None and register.claims_of("other_bases_possible"):
        return True
    section = purpose or general
    private = [group for group in section.data if "household" in group.called] if section else []
    grounds = register.claims_of("household_exemption") + register.claims_of("consent_by_use")
    about = [c for c in grounds if not c.about or (purpose is not None and purpose.id in c.about)]
    return any(map(basis.may_stand_with, (*private, *about)))
