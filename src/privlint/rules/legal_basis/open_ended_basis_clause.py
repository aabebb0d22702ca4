from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "BAS004",
    judges=Claim,
    severity=Severity.WARNING,
    law=("GDPR 13(1)(c)", "GDPR 5(1)(a)", "WP260 12"),
    remedy="Strike the sentence, or name the cases and the basis of each.",
    compliant="""
        claims:
          - {claim: lawful, words: we only use your data where the law allows it}
    """,
    violating="""
        claims:
          - claim: other_bases_possible        # <- BAS004
            words: in some cases we may rely on other legal grounds
    """,
)
def open_ended_basis_clause(claim: Claim, _: Facts) -> Iterator[Flag]:
    """The statement says that other legal bases may apply as well.

    After such a sentence the bases that are named no longer tell the reader anything for sure: any
    use of data could rest on something else. Art. 13(1)(c) asks for the basis, not for the chance
    of one.

    Wrong when the passage goes on to name the cases and the basis of each. Where purposes further
    on rest on bases that are not among those for everything, they may be the ones that are meant:
    then this is only a question.
    """
    if claim.claim != "other_bases_possible":
        return
    register = claim.within(Register)
    general = register.general.legal_basis if register.general is not None else ()
    first = {basis.basis for basis in general}
    further = {
        basis.basis: basis
        for purpose in register.purposes.values()
        for basis in purpose.bases
        if first and basis.basis not in {*first, "unnamed"}
    }
    if further:
        named = ", ".join(name.replace("_", " ") for name in further)
        yield flag(
            claim,
            f"are the other legal bases only those told further on ({named})?",
            at="claim",
            related=tuple((basis, "told here") for basis in further.values()),
            severity=Severity.INFO,
            certainty=Certainty.ASK,
        )
    else:
        yield flag(claim, "other legal bases than those named may apply", at="claim")
