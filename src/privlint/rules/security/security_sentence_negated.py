from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Fault, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "SEC003",
    judges=Fault,
    severity=Severity.WARNING,
    law=("GDPR 12(1)", "GDPR 5(1)(a)"),
    remedy="Rewrite the sentence, so that it says what is done to keep the data safe.",
    compliant="""
        security:
          measures:
            - {measure: access_control, cite: {section: 6, quote: "only staff who need them"}}
    """,
    violating="""
        security:
          measures:
            - {measure: access_control, cite: {section: 6, quote: "only staff who need them"}}
        faults:
          - fault: reversed                    # <- SEC003
            about: measures are said to prevent that the data are safe
            cite: {section: 6, quote: "to prevent that your data are kept safe"}
    """,
)
def security_sentence_negated(fault: Fault, _: Facts) -> Iterator[Flag]:
    """A sentence on security says the opposite of what is meant.

    Two negations, or a verb too many, and a promise to protect reads as one not to. Whoever takes
    the text at its word is told something untrue about what matters to them most (Art. 5(1)(a)),
    and nobody can rely on the rest of the passage (Art. 12(1)).

    Wrong when the sentence only stands among those on security and is about something else.
    """
    security = fault.within(Register).security
    if fault.fault != "reversed" or security is None or not security.stands_around(fault):
        return
    about = f": {fault.about}" if fault.about else ""
    yield flag(fault, f"the opposite of what is meant is said of security{about}", at="fault")
