from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Register
from privlint.register.grounds import without_basis
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CON004",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=(
        "GDPR 4(11)",
        "GDPR 6(1)(a)",
        "GDPR 7(2)",
        "GDPR recital 43",
        "EDPB 05/2020 42-45",
        "CJEU C-61/19",
    ),
    remedy="Ask consent for each purpose apart, and only where no other basis carries it.",
    compliant="""
        general:
          legal_basis:
            - basis: consent
              when: where consent is asked
              withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
    """,
    violating="""
        claims:
          - claim: consent_for_all_website_data    # <- CON004
            words: all processing by this site rests on your consent
    """,
)
def consent_blanket(register: Register, _: Facts) -> Iterator[Flag]:
    """One consent is to cover everything, or several purposes at once.

    Consent is given for one or more *specific* purposes (Art. 6(1)(a)): who wants the newsletter
    and not the profile must be able to say so (recital 43). One sentence that rests all on consent
    also hides from the reader what needs no consent and goes on after it is withdrawn.

    Wrong when the sentence only sums up, and each purpose is asked for apart where the data are
    given.
    """
    for_all = _for_all(register)
    claims = register.claims_of("consent_for_all_website_data")
    if claims:
        again: list[Node] = [*claims[1:], *for_all]
        related = tuple((other, "and here") for other in again)
        message = "consent is said to carry all that is collected through the site"
        is_limited = all(claim.except_ is not None for claim in claims)
        yield flag(
            claims[0],
            message,
            at="claim",
            related=related,
            severity=Severity.INFO if is_limited else None,
            certainty=Certainty.ASK if is_limited else None,
        )
        return
    bare = without_basis(register)
    is_alone = register.general is not None and len(register.general.legal_basis) == 1
    if for_all and is_alone and len(bare) > 1:
        names = ", ".join(f"`{purpose.id}`" for purpose in bare)
        places = tuple((purpose, "has no basis of its own") for purpose in bare)
        yield flag(for_all[0], f"one consent is to carry {names}", at="basis", related=places)


def _for_all(register: Register) -> tuple[LegalBasis, ...]:
    """Return the consents that are given for everything, without a condition."""
    bases = register.general.legal_basis if register.general is not None else ()
    return tuple(b for b in bases if b.basis == "consent" and not b.when and not b.of)
