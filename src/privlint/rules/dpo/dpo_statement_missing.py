from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "DPO001",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.ASK,
    law=("GDPR 13(1)(b)", "GDPR 37(1)"),
    remedy="Say in one sentence that no DPO is appointed, and who answers privacy questions.",
    compliant="""
        dpo: {status: not_appointed}
    """,
    violating="""
        dpo: null            # <- DPO001
    """,
)
def dpo_statement_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement says nothing about a data protection officer.

    Readers cannot tell whether there is nobody to turn to, or whether the contact details were
    forgotten. Where a DPO is appointed, Art. 13(1)(b) asks for the contact details; where none is
    needed, one sentence removes the doubt. Where somebody else is named for questions on privacy,
    less is missing.

    Wrong when Art. 37(1) does not oblige the shop to appoint one: silence is then lawful, which is
    why this is a question and never an error.
    """
    if register.dpo is not None:
        return
    controller = register.controller
    has_contact = controller is not None and controller.privacy_contact is not None
    yield flag(
        register,
        "the statement does not say whether there is a DPO",
        at="dpo",
        severity=Severity.INFO if has_contact else None,
    )
