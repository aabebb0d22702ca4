from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient
from privlint.rule import Certainty, Flag, Severity, flag, rule

_DECIDES_ITSELF = {"controller", "joint_controller"}


@rule(
    "REC007",
    judges=Recipient,
    severity=Severity.ERROR,
    law=("GDPR 28(3)(a)", "GDPR 28(10)", "GDPR 5(1)(b)", "GDPR 6(4)", "EDPB 07/2020"),
    remedy="Forbid it to use the data for itself, or call it a controller and tell on which basis.",
    compliant="""
        recipients:
          host:
            role: processor
            own_purposes: anonymised
    """,
    violating="""
        recipients:
          host:
            role: processor
            own_purposes: true                 # <- REC007
    """,
)
def own_purposes_of_processor(recipient: Recipient, facts: Facts) -> Iterator[Flag]:
    """A recipient that works for the shop may use the data for purposes of its own.

    A processor acts on the shop's instructions alone (Art. 28(3)(a)); as soon as it decides on a
    purpose it is a controller (Art. 28(10)), and giving it the data for that needs a purpose and a
    basis that the statement tells. Calling it a processor and letting it do as it likes cannot both
    be true. Where the role is not told, the finding is milder: it says that it should be.

    Wrong when the use is limited to anonymised or aggregated data, or when the role or the basis of
    the recipient's own use is told in another passage.
    """
    if recipient.own_purposes is not True or not recipient.receives:
        return
    name = recipient.where[-1]
    if recipient.role == "processor":
        message = f"`{name}` is called a processor, and may use the data for itself"
        yield flag(recipient, message, at="own_purposes")
    elif recipient.role is None and facts.role(recipient.vendor, None) not in _DECIDES_ITSELF:
        yield flag(
            recipient,
            f"`{name}` may use the data for itself, and in which role is not told",
            at="own_purposes",
            severity=Severity.WARNING,
            certainty=Certainty.LIKELY,
        )
