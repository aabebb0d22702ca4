from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "ADM005",
    judges=Claim,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=("AI Act 50(1)", "GDPR 5(1)(a)"),
    remedy="Say in the chat and in the statement that a machine answers.",
    compliant="""
        claims:
          - {claim: ai_chatbot}
          - {claim: ai_chatbot_disclosed}
    """,
    violating="""
        claims:
          - claim: ai_chatbot                  # <- ADM005
    """,
    since="2026-08-02",
)
def ai_chatbot_not_disclosed(claim: Claim, _: Facts) -> Iterator[Flag]:
    """A chatbot answers visitors, and nothing says that they are told so.

    People write other things to a machine than to a person. Art. 50(1) of the AI Act has systems
    made so that people hear whom they talk to, unless it is obvious.

    Wrong when the chat itself says so, or when it is plain that a machine answers, as where one
    picks from fixed questions. The duty lies on the maker of the system and is met in the chat, not
    in the privacy statement.
    """
    if claim.claim == "ai_chatbot" and not _is_told(claim.within(Register)):
        yield flag(claim, "are visitors told in the chat that a machine answers?", at="claim")


def _is_told(register: Register) -> bool:
    return bool(register.claims_of("ai_chatbot_disclosed"))
