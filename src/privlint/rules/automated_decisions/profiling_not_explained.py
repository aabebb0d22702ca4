from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import AutomatedDecision, Profiling, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "ADM003",
    judges=Purpose,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 4(4)", "GDPR 5(1)(a)", "GDPR recital 60", "WP251", "WP260 annex"),
    remedy="Say what the profile is made of, and what it changes for the customer.",
    compliant="""
        purposes:
          newsletter:
            profiling:
              content: what you bought in the last year
              effect: the newsletter shows products like those first
    """,
    violating="""
        purposes:
          newsletter:
            profiling:                         # <- ADM003
              content: interests
    """,
)
def profiling_not_explained(purpose: Purpose, _: Facts) -> Iterator[Flag]:
    """Profiles are made of people, and nothing tells how or with what effect.

    A profile works out of sight. Recital 60 wants the person to hear that there is one and what
    follows from it, as part of fair processing (Art. 5(1)(a)), also where no decision of Art. 22
    is taken.

    Wrong when people are only sorted by plain facts, such as country or language, to count them or
    to write to them: that evaluates nobody, and is no profiling (Art. 4(4)). Wrong as well when the
    title of the purpose says what changes, as "to show you first what you like".
    """
    profiling = purpose.profiling
    if profiling is None and (purpose.kind != "profiling" or purpose.impersonal):
        return
    if (profiling is not None and _explains(profiling)) or _is_decision_told(purpose):
        return
    message = f"`{purpose.id}` makes profiles, and nothing tells what they change for the person"
    if profiling is None:
        yield flag(purpose, message, at="profiling")
    else:
        yield flag(profiling, message, at="effect")


def _explains(profiling: Profiling) -> bool:
    return bool(profiling.effect or profiling.logic)


def _is_decision_told(purpose: Purpose) -> bool:
    """Tell whether a decision that comes of it is told, and judged there."""
    decisions = purpose.within(Register).all(AutomatedDecision)
    return any(purpose.id in decision.purposes for decision in decisions)
