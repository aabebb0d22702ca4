from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "REC004",
    judges=Recipient,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(1)(e)", "GDPR 12(1)"),
    remedy="Give the legal name of the company and the country where it is seated.",
    compliant="""
        recipients:
          payment_provider:
            name: Rabo OmniKassa
            vendor: rabobank-omnikassa
            legal_name: Coöperatieve Rabobank U.A.
    """,
    violating="""
        recipients:
          payment_provider:
            name: ING Omnikassa                # <- REC004
    """,
)
def recipient_not_resolvable(recipient: Recipient, facts: Facts) -> Iterator[Flag]:
    """A recipient bears a name that is no company's or service's.

    A name is there so that readers can find who holds their data, and turn to them. One that mixes
    two companies up, or has gone, leads nowhere: the recipient is not told (Art. 13(1)(e)) in a way
    that is easy to understand (Art. 12(1)).

    Wrong when a small company of that very name exists, or when the statement gives the legal name
    in another passage.
    """
    if recipient.kind == "category" or recipient.name is None or recipient.legal_name is not None:
        return
    misnomer = facts.misnomer(recipient.name)
    if misnomer is None or facts.former_name(recipient.name) is not None:
        return
    is_doubtful = misnomer.confidence == "low"
    yield flag(
        recipient,
        f"nobody bears this name: {recipient.name} ({misnomer.why})",
        at="name",
        severity=Severity.INFO if is_doubtful else None,
        certainty=Certainty.ASK if is_doubtful else None,
    )
