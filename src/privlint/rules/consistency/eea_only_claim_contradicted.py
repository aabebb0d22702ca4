from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Claim, Recipient, Register, Transfer
from privlint.register.node import Node
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CST001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(f)", "GDPR 44"),
    remedy="Leave the claim out, or say which data leave the EEA and to whom.",
    compliant="""
        claims:
          - {claim: data_in_eea, except: newsletter addresses}
    """,
    violating="""
        claims:
          - claim: data_in_eea                 # <- CST001
    """,
)
def eea_only_claim_contradicted(register: Register, facts: Facts) -> Iterator[Flag]:
    """The statement says that data or partners stay in the EEA, and names one outside it.

    A reader who trusts the first sentence does not look for the second. What the statement itself
    says of a place outside the EEA contradicts it for certain. What is only known of a company is
    judged by `transfer-not-mentioned`, which shows the claim beside it.

    Wrong when the claim is about other data than those that leave, which its `except` or `of`
    should then say, or when a recipient is called by its home abroad and contracts from inside.
    """
    abroad = (*_transfers(register, facts), *_seats(register, facts))
    for promise in _promises(register) if abroad else ():
        at = "claim" if isinstance(promise, Claim) else "status"
        yield flag(promise, "said to stay in the EEA, and this does not", at=at, related=abroad)


def _promises(register: Register) -> Iterator[Claim | Transfer]:
    """Yield where it is said that nothing leaves the EEA, whatever the data and the recipient."""
    claims = (*register.claims_of("data_in_eea"), *register.claims_of("partners_in_eea"))
    yield from (claim for claim in claims if not (claim.except_ or claim.of))
    general = register.general.transfers if register.general is not None else ()
    for transfer in general:
        if not (transfer.happens or transfer.recipients or transfer.when or transfer.country):
            yield transfer


def _transfers(register: Register, facts: Facts) -> Iterator[tuple[Node, str]]:
    for transfer in register.all(Transfer):
        outside = transfer.country == "unnamed" or facts.eea(transfer.country) is Answer.NO
        if transfer.happens and outside:
            yield transfer, "leaves the EEA"


def _seats(register: Register, facts: Facts) -> Iterator[tuple[Node, str]]:
    for recipient in register.all(Recipient):
        places = map(facts.eea, register.places_of(recipient))
        if recipient.receives and not recipient.transfers and Answer.NO in places:
            yield recipient, "is outside the EEA"
