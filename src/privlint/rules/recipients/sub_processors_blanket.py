from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient, SubProcessors
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NO_PROCESSOR = {"controller", "joint_controller", "third_party"}


@rule(
    "REC008",
    judges=SubProcessors,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 28(2)", "GDPR 28(4)", "EDPB Opinion 22/2024"),
    remedy="Keep a list of sub-processors, be told of changes, and pass on the same duties.",
    compliant="""
        recipients:
          host:
            sub_processors: {allowed: with_notice, same_duties: true}
    """,
    violating="""
        recipients:
          host:
            sub_processors:
              allowed: any                     # <- REC008
              same_duties: null
    """,
)
def sub_processors_blanket(sub_processors: SubProcessors, facts: Facts) -> Iterator[Flag]:
    """A processor may engage whom it likes.

    A processor needs the shop's permission for those whom it engages. A general permission is
    lawful, if the shop hears of each change and can object (Art. 28(2)), and if the same duties are
    passed on (Art. 28(4)). "Any third party" without either says that nobody knows where the data
    end up.

    Wrong when the contract provides for notice and a list, which a statement need not repeat. Where
    the same duties are said to be passed on, this is only a question.
    """
    recipient = sub_processors.within(Recipient)
    if sub_processors.allowed != "any" or not recipient.receives:
        return
    if facts.role(recipient.vendor, recipient.role) in _NO_PROCESSOR:
        return
    name = recipient.where[-1]
    if sub_processors.same_duties:
        message = f"is the shop told whom `{name}` engages, and can it object?"
        yield flag(
            sub_processors,
            message,
            at="allowed",
            severity=Severity.INFO,
            certainty=Certainty.ASK,
        )
    else:
        yield flag(sub_processors, f"`{name}` may engage anybody", at="allowed")
