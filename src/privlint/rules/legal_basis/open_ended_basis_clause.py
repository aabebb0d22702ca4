from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim
from privlint.rule import Flag, Severity, flag, rule


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

    Wrong when the passage goes on to name the cases and the basis of each.
    """
    if claim.claim == "other_bases_possible":
        yield flag(claim, "other legal bases than those named may apply", at="claim")
