from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "FRM007",
    judges=Recipient,
    severity=Severity.INFO,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(1)(e)", "GDPR 12(1)"),
    remedy="Use the present name of the company, as its own privacy statement gives it.",
    compliant="""
        recipients:
          host:
            name: Google
            legal_name: Google Ireland Limited
            country: IE
    """,
    violating="""
        recipients:
          host:
            name: Google
            legal_name: Google Inc.            # <- FRM007
    """,
)
def outdated_vendor_name(recipient: Recipient, facts: Facts) -> Iterator[Flag]:
    """A recipient bears the name of a company that is called otherwise now.

    Readers who turn to a company that has gone, or write to the one that no longer has the
    contract, may not find who holds their data. The old name also shows when the passage was
    written.

    Wrong when a company of the old name still exists beside the new one and is meant; the list of
    old names is short and was checked on one day.
    """
    key = "name" if recipient.legal_name is None else "legal_name"
    name = recipient.legal_name or recipient.name
    former = facts.former_name(name) if name is not None else None
    if former is None:
        return
    if former.confidence == "low":
        message = f"is `{name}` still its name? known is {former.now}"
        yield flag(recipient, message, at=key, certainty=Certainty.ASK)
    else:
        message = f"`{name}` was right until {former.until} at the latest; now it is {former.now}"
        yield flag(recipient, message, at=key)
