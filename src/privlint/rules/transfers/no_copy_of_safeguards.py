from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Transfer
from privlint.rule import Certainty, Flag, Severity, flag, rule

_SAFEGUARDS = {
    "scc": "the standard contractual clauses",
    "bcr": "the binding corporate rules",
    "ad_hoc_clauses": "the contractual clauses",
    "code_of_conduct": "the code of conduct",
    "certification": "the certification",
}
"""The safeguards of Art. 46 and 47: an adequacy decision is public, a derogation is no document."""


@rule(
    "TRF008",
    judges=Transfer,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(f)", "GDPR 14(1)(f)", "GDPR 46", "GDPR 47", "WP260 annex"),
    remedy="Say how a copy can be had, or where it is available: on request, or by a link.",
    compliant="""
        recipients:
          mailer:
            transfers:
              - country: IN
                safeguard: scc
                generation: "2021"
                copy: on_request
    """,
    violating="""
        recipients:
          mailer:
            transfers:
              - country: IN                    # <- TRF008
                safeguard: scc
                generation: "2021"
    """,
)
def no_copy_of_safeguards(transfer: Transfer, facts: Facts) -> Iterator[Flag]:
    """A safeguard is named, and not how a copy of it can be had.

    Readers can only hold an importer to clauses or rules that they can read. Art. 13(1)(f) asks for
    "the means by which to obtain a copy of them or where they have been made available"; a link, or
    "on request", is enough.

    Wrong when the statement says so elsewhere for all transfers, or when the clauses that are named
    are those between controller and processor of Art. 28(7), which are no safeguard for a transfer.
    Where neither a country nor the set of clauses is named, the finding is a warning.
    """
    is_inside = facts.eea(transfer.country) is Answer.YES
    if transfer.copy is not None or not transfer.happens or is_inside:
        return
    safeguard = _SAFEGUARDS.get(transfer.safeguard or "")
    if transfer.derogation == "compelling_interests":
        safeguard = "the suitable safeguards"
    if safeguard is not None:
        message = f"nothing says how to get a copy of {safeguard}"
        is_vague = transfer.country in {None, "unnamed"} and transfer.generation is None
        yield flag(
            transfer,
            message,
            at="copy",
            severity=Severity.WARNING if transfer.onward or is_vague else None,
            certainty=Certainty.LIKELY if is_vague else None,
        )
