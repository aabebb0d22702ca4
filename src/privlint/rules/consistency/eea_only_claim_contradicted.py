from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Claim, Recipient, Register, Transfer
from privlint.register.abroad import Promise, promises_of_eea
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CST001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(f)"),
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
    judged by `transfer-not-mentioned`, which shows the claim beside it. A partner inside the EEA
    that sends data out of it is still a partner inside.

    Wrong when the claim is about other data or recipients than those that leave, which its
    `except`, `of` or `about` should then say, or when a recipient is called by its home abroad and
    contracts from inside. It is a warning where all that leaves is what a recipient, not said to
    act for the shop, sends on, and where the promise is that of one recipient seated abroad.
    """
    for promise in promises_of_eea(register):
        abroad = (*_transfers(promise, register, facts), *_seats(promise, register, facts))
        if not abroad:
            continue
        is_own = isinstance(promise.place.parent, Recipient)
        is_doubtful = is_own or all(isinstance(one, Transfer) and one.onward for one, _ in abroad)
        stays = "to be in the EEA, and not all are" if promise.is_about_seats else _DATA
        yield flag(
            promise.place,
            f"said {stays}",
            at="claim" if isinstance(promise.place, Claim) else "status",
            related=abroad,
            severity=Severity.WARNING if is_doubtful else None,
            certainty=Certainty.LIKELY if is_doubtful else None,
        )


_DATA = "to stay in the EEA, and this does not"


def _transfers(
    promise: Promise, register: Register, facts: Facts
) -> Iterator[tuple[Transfer, str]]:
    """Yield the transfers out of the EEA of those whom a promise is about."""
    for transfer in register.all(Transfer):
        outside = transfer.country == "unnamed" or facts.eea(transfer.country) is Answer.NO
        if not transfer.happens or not outside:
            continue
        receivers = register.receivers(transfer)
        if promise.is_about_seats and facts.all_inside(tuple(one.seat or "" for one in receivers)):
            continue
        if promise.of is None or any(one.where[-1] in promise.of for one in receivers):
            yield transfer, "leaves the EEA"


def _seats(promise: Promise, register: Register, facts: Facts) -> Iterator[tuple[Recipient, str]]:
    """Yield the recipients outside the EEA whom a promise is about, and of whom no more is told."""
    for name, recipient in register.recipients.items():
        is_meant = promise.of is None or name in promise.of
        if not is_meant or not recipient.receives or any(t.happens for t in recipient.transfers):
            continue
        seat = () if recipient.seat is None else (recipient.seat,)
        kept = register.storage_of(recipient)
        places = (seat or kept) if promise.is_about_seats else (kept or seat)
        if Answer.NO in map(facts.eea, places):
            yield recipient, "is outside the EEA"
