from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Right
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "RIG012",
    judges=Right,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(2)", "GDPR 5(1)(a)", "GDPR recital 42"),
    remedy="Leave the threat out, or say which part of the service cannot do without the data.",
    compliant="""
        rights:
          erasure:
            effect: the data are deleted, save those of a delivery that is under way
    """,
    violating="""
        rights:
          portability:
            detriment: the service ends once the data were handed over   # <- RIG012
    """,
)
def rights_detriment_threatened(right: Right, _: Facts) -> Iterator[Flag]:
    """Using a right is said to have a bad consequence for the reader.

    The shop has to make it easy to use a right (Art. 12(2)). Announcing that the service will end
    does the opposite; consent that cannot be withdrawn without harm was never free (recital 42).

    Wrong when the consequence follows by itself, such as an order that cannot be delivered once the
    address is deleted.
    """
    if right.detriment is not None:
        key = right.where[-1]
        message = f"`{key}` is said to have a bad consequence for who uses it"
        yield flag(right, message, at="detriment")
