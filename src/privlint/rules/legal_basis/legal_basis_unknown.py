from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import General, LegalBasis, Purpose, Register
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
    section = _section(basis)
    if basis.basis != UNNAMED or section is None or _is_told_elsewhere(basis):
        return
    purpose = f"`{section.id}`" if isinstance(section, Purpose) else "what is said for everything"
    ground = f": “{basis.reason}”" if basis.reason else ""
    stated = section.bases if isinstance(section, Purpose) else section.legal_basis
    has_another = any(other.basis != UNNAMED for other in stated)
    yield flag(
        basis,
        f"{purpose} rests on a ground that is none of the six legal bases{ground}",
        at="basis",
        severity=Severity.WARNING if has_another else None,
    )


def _section(basis: LegalBasis) -> Purpose | General | None:
    """Return what the basis carries; bases of recipients and cookies are judged elsewhere."""
    part = basis.parent
    while part is not None and not isinstance(part, Purpose | General):
        part = part.parent
    return part


def _is_told_elsewhere(basis: LegalBasis) -> bool:
    """Tell whether it is the household exemption, the use of the site, or "other bases"."""
    register, section = basis.within(Register), _section(basis)
    if isinstance(section, General) and register.claims_of("other_bases_possible"):
        return True
    if section is not None and any("household" in group.called for group in section.data):
        return True
    grounds = register.claims_of("household_exemption") + register.claims_of("consent_by_use")
    name = section.id if isinstance(section, Purpose) else None
    return any(not claim.about or name in claim.about for claim in grounds)
