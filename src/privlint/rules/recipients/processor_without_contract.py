from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Agreement, Recipient
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "REC006",
    judges=Agreement,
    severity=Severity.WARNING,
    law=("GDPR 28(3)", "GDPR 28(9)", "EDPB Opinion 22/2024"),
    remedy="Conclude a processing agreement in writing, and then say so.",
    compliant="""
        recipients:
          host:
            agreement: [{kind: processing_agreement, covers: [security, sub_processors]}]
    """,
    violating="""
        recipients:
          host:
            role: processor
            agreement:
              - kind: absent                   # <- REC006
    """,
)
def processor_without_contract(agreement: Agreement, facts: Facts) -> Iterator[Flag]:
    """The statement says that there is no contract with a processor.

    Whoever processes data for the shop must be bound by a contract that limits it to the shop's
    instructions (Art. 28(3)). Without one, nothing holds it to what the statement promises.

    Wrong when the recipient decides for itself, or when its general terms contain the contract.
    Silence is no absence: only a contract that is said not to exist is flagged.
    """
    recipient = agreement.within(Recipient)
    if agreement.kind != "absent" or not recipient.receives:
        return
    if facts.role(recipient.vendor, recipient.role) == "processor":
        message = f"`{recipient.where[-1]}` processes data for the shop without a contract"
        is_stated = recipient.role is not None
        yield flag(agreement, message, certainty=None if is_stated else Certainty.LIKELY)
