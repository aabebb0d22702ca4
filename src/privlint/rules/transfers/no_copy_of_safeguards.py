from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Register, Transfer
from privlint.register.abroad import is_told_beside
from privlint.rule import Flag, Severity, flag, rule

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
    "on request", is enough, also where it is said once for all transfers.

    Wrong when the statement says so in another passage that was not written down with a transfer.
    What a recipient that is not said to act for the shop sends on may be its own transfer: there it
    is a warning. Clauses that may be those of a contract with a processor are not meant.
    """
    is_inside = facts.eea(transfer.country) is Answer.YES
    if transfer.copy is not None or not transfer.happens or is_inside:
        return
    if transfer.only_clauses and facts.in_force("scc-processing"):
        return
    safeguard = _SAFEGUARDS.get(transfer.safeguard or "")
    if transfer.derogation == "compelling_interests":
        safeguard = "the suitable safeguards"
    register = transfer.within(Register)
    if safeguard and not is_told_beside(transfer, register, _tells_of_copy):
        message = f"nothing says how to get a copy of {safeguard}"
        severity = Severity.WARNING if transfer.onward else None
        yield flag(transfer, message, at="copy", severity=severity)


def _tells_of_copy(transfer: Transfer) -> bool:
    return transfer.copy is not None
