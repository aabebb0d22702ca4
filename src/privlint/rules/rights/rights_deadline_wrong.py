from collections.abc import Iterator

from privlint.knowledge.durations import is_longer
from privlint.knowledge.facts import Facts
from privlint.register import Right, Rights
from privlint.rule import Certainty, Flag, Severity, flag, rule

_MONTH = "P1M"


@rule(
    "RIG008",
    judges=Rights,
    severity=Severity.WARNING,
    law=("GDPR 12(3)", "GDPR 12(6)", "EDPB 01/2022"),
    remedy="Answer within a month of receipt; if it takes two more, say so within the first.",
    compliant="""
        rights:
          exercise:
            response: P30D
            response_from: receipt
            extension: two months more if a request is complex, told within the first month
    """,
    violating="""
        rights:
          exercise:
            response: P60D           # <- RIG008
            response_from: receipt
    """,
)
def rights_deadline_wrong(rights: Rights, _: Facts) -> Iterator[Flag]:
    """The time for answering a request is longer than the law allows, or starts later.

    Art. 12(3) gives a month from the receipt of the request, and two months more where that is
    needed and told within the first. The clock stops only while there is reasonable doubt who is
    asking (Art. 12(6)).

    Wrong when the longer time already includes a justified extension, when the clock waits only for
    proof of identity on reasonable doubt, or when the exception is that of Art. 12(5), for requests
    that are manifestly unfounded or excessive.
    """
    late = [
        node
        for node in (rights.exercise, *_each(rights))
        if node is not None and node.response is not None and is_longer(node.response, _MONTH)
    ]
    if late:
        others = tuple((node, "here as well") for node in late[1:])
        message = "the time for an answer is longer than a month"
        yield flag(late[0], message, at="response", related=others)
    exercise = rights.exercise
    if exercise is None:
        return
    if exercise.response_from == "complete_request":
        message = "the time for an answer starts only once the request is complete"
        yield flag(exercise, message, at="response_from")
    if exercise.exception is not None:
        message = f"the time for an answer has an exception of its own: {exercise.exception}"
        yield flag(exercise, message, at="exception", certainty=Certainty.LIKELY)


def _each(rights: Rights) -> Iterator[Right]:
    """Yield the rights that one uses by a request under Art. 15 to 22."""
    yield from rights.listed.values()
    for right in (rights.object_direct_marketing, rights.no_automated_decision):
        if right is not None:
            yield right
