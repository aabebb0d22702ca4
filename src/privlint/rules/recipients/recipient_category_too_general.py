from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient, RecipientRef, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "REC002",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(1)(e)", "WP260 annex", "CJEU C-413/23"),
    remedy="Name them, or give what they do, their sector and where they are.",
    compliant="""
        recipients:
          packers:
            kind: category
            name: packing companies in Belgium
            does: pack the parcels
        purposes:
          orders:
            recipients: [packers]
    """,
    violating="""
        recipients:
          partners:                            # <- REC002
            kind: category
            name: partners
        general:
          recipients: [partners]
    """,
)
def recipient_category_too_general(register: Register, facts: Facts) -> Iterator[Flag]:
    """A category of recipients is so wide that it can be anybody.

    "Third parties" or "certain companies" tell the reader nothing. Art. 13(1)(e) allows categories
    instead of names; the guidelines on transparency expect them to be as narrow as can be: what
    these recipients do, their sector, and where they are. Where the statement says what they do but
    ties them to no purpose, the finding is a question.

    Wrong when the statement goes on to name them one by one, or tells in another passage what they
    do. A name that tells it, such as "parcel services", is never meant, nor is a category that gets
    data only in a case that is told.
    """
    refs = register.all(RecipientRef)
    given = {ref.to for ref in refs}
    served = {ref.to for ref in refs if ref.where[0] == "purposes"}
    if not register.purposes:
        served = given  # that no purpose is told at all is another rule's finding
    for name, recipient in register.recipients.items():
        called = recipient.name or recipient.words or name
        if name not in given or not _is_open(recipient) or not facts.is_open_recipient(called):
            continue
        is_idle = name not in served
        if recipient.does is None and (is_idle or recipient.role == "third_party"):
            yield flag(recipient, f"a category this wide can be anybody: {called}")
        elif is_idle:
            yield flag(
                recipient,
                f"is it clear who these are, and what they get data for? {called}",
                severity=Severity.INFO,
                certainty=Certainty.ASK,
            )


def _is_open(recipient: Recipient) -> bool:
    """Tell whether it is a category that may get data at any time, not only in a case told."""
    is_category = recipient.kind == "category" and recipient.receives
    return is_category and recipient.when in {None, "possibly", "otherwise"}
