from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register, Transfer
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule


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
    says of a place outside the EEA contradicts it for certain; what is only known of a company
    makes it likely.

    Wrong when the claim is about other data than those that leave, which its `except` or `of`
    should then say, or when a company that is known by one seat contracts through another.
    """
    stated = [*_transfers(register, facts), *_seats(register, facts)]
    known = [] if stated else list(_known(register, facts))
    for claim in (*register.claims_of("data_in_eea"), *register.claims_of("partners_in_eea")):
        if claim.except_ or claim.of or not (stated or known):
            continue
        yield flag(
            claim,
            "said to stay in the EEA, and this does not"
            if stated
            else "said to stay in the EEA, and this company is known to be seated outside",
            at="claim",
            related=tuple((place, label) for place, label in (stated or known)),
            severity=None if stated else Severity.WARNING,
            certainty=None if stated else Certainty.LIKELY,
        )


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


def _known(register: Register, facts: Facts) -> Iterator[tuple[Node, str]]:
    for recipient in register.all(Recipient):
        vendor = facts.vendor(recipient.vendor) if recipient.receives else None
        if (
            vendor is not None
            and recipient.seat is None
            and vendor.entity_confidence == "high"
            and facts.eea(vendor.entity_country) is Answer.NO
        ):
            yield recipient, f"known to be seated in {facts.country_name(vendor.entity_country)}"
