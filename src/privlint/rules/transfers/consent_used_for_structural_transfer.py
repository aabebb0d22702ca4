from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import RecipientRef, Register, Transfer
from privlint.rule import Certainty, Flag, Severity, flag, rule

_OCCASIONAL = {
    "consent": "consent",
    "contract": "the contract with the customer",
    "contract_in_interest": "a contract in the customer's interest",
}


@rule(
    "TRF009",
    judges=Transfer,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 49(1)", "GDPR recital 111", "EDPB 2/2018"),
    remedy="Use a safeguard of Art. 46; a derogation is for transfers that happen now and then.",
    compliant="""
        recipients:
          mailer:
            transfers:
              - {country: IN, safeguard: scc, generation: "2021", copy: on_request}
    """,
    violating="""
        recipients:
          mailer:                              # sends every newsletter
            transfers:
              - country: IN
                safeguard: derogation
                derogation: consent            # <- TRF009
    """,
)
def consent_used_for_structural_transfer(transfer: Transfer, facts: Facts) -> Iterator[Flag]:
    """A standing transfer leans on a derogation that is meant for exceptions.

    Art. 49 opens the border where there is neither a decision nor a safeguard: for a parcel to a
    customer abroad, not for the company that handles every order. Recital 111 ties the contract to
    what is occasional; the guidelines of the supervisory authorities read consent as narrowly.

    Wrong when this recipient gets data only now and then, such as a carrier in the country where a
    customer happens to live: write that down with `when`. What a recipient that is not said to act
    for the shop sends on may be its own transfer: there it is a note.
    """
    is_inside = facts.eea(transfer.country) is Answer.YES
    if not transfer.happens or is_inside or transfer.derogation not in _OCCASIONAL:
        return
    if transfer.repeated or (transfer.repeated is None and _is_standing(transfer)):
        message = f"{_OCCASIONAL[transfer.derogation]} carries a standing transfer"
        severity = Severity.INFO if transfer.onward else None
        yield flag(transfer, message, at="derogation", severity=severity)


def _is_standing(transfer: Transfer) -> bool:
    """Tell whether a purpose gives data to this recipient each time, without a condition."""
    register = transfer.within(Register)
    names = {receiver.where[-1] for receiver in register.receivers(transfer) if not receiver.when}
    served = {ref.to for ref in register.all(RecipientRef) if not ref.when and _of_purpose(ref)}
    return not transfer.when and bool(names & served)


def _of_purpose(ref: RecipientRef) -> bool:
    return ref.where[0] == "purposes"
