from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import AutomatedDecision, AutomatedDecisions, Profiling, Register
from privlint.rule import Flag, Severity, flag, rule

_GROUNDS = {"contract", "legal_obligation", "consent"}
"""The bases of a purpose that can be a ground of Art. 22(2)."""


@rule(
    "ADM002",
    judges=AutomatedDecisions,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(f)", "GDPR 14(2)(g)", "GDPR 22(2)", "GDPR 22(3)", "CJEU C-203/22", "WP251"),
    remedy="Describe the logic and the consequences, and how to reach a person who looks again.",
    compliant="""
        automated_decisions:
          status: used
          decisions:
            - what: large first orders are refused
              by: controller
              automated: yes
              logic: the amount, the address and earlier unpaid orders
              consequence: the order can only be paid in advance
              safeguards: [human_intervention, contest]
              ground: contract
    """,
    violating="""
        automated_decisions:
          status: used
          decisions:
            - what: large first orders are refused   # <- ADM002
              by: controller
              automated: yes
              consequence: the order can only be paid in advance
    """,
)
def automated_decision_details_missing(told: AutomatedDecisions, _: Facts) -> Iterator[Flag]:
    """The shop lets a machine decide, and does not tell how or with what effect.

    Art. 13(2)(f) asks for meaningful information about the logic, and for what the decision means
    for the person. Only who knows that can contest it. The ground of Art. 22(2) and the way to a
    human being of Art. 22(3) must exist; to leave them out is the lesser gap. So it is where
    nothing that is told shows that the decision touches anybody as Art. 22(1) has it. Where the
    statement denies that there are such decisions, another rule speaks.

    Wrong when the decision has no legal effect and touches nobody in a similar way, or when a
    person really looks at each case: Art. 22 does not apply then. What others decide is theirs to
    explain, and not asked here.
    """
    register = told.within(Register)
    if told.status == "used" and not told.decisions:
        message = "automated decisions are told, and not which, nor how they are taken"
        weight = Severity.WARNING if register.all(Profiling) else None
        yield flag(told, message, at="decisions", severity=weight)
    if told.status == "none":
        return
    for decision in told.decisions:
        if decision.automated != "yes" or not register.decides(decision):
            continue
        missing = _missing(decision)
        lesser = _missing_safeguards(decision, register)
        if missing or lesser:
            message = f"a machine decides, and nothing tells {' nor '.join(missing or lesser)}"
            weight = None if missing and _is_telling(decision) else Severity.WARNING
            yield flag(decision, message, severity=weight)


def _is_telling(decision: AutomatedDecision) -> bool:
    """Tell whether the statement itself treats it as a decision of Art. 22."""
    what_follows = decision.significance or decision.consequence
    return bool(what_follows or decision.safeguards or decision.ground)


def _missing(decision: AutomatedDecision) -> list[str]:
    what_follows = decision.significance or decision.consequence
    asked = {"the logic": decision.logic, "what it means for the person": what_follows}
    return [name for name, stated in asked.items() if not stated]


def _missing_safeguards(decision: AutomatedDecision, register: Register) -> list[str]:
    purposes = (register.purposes.get(name) for name in decision.purposes)
    bases = {basis.basis for purpose in purposes if purpose is not None for basis in purpose.bases}
    right = register.rights is not None and register.rights.no_automated_decision is not None
    asked = {
        "on which ground": decision.ground or _GROUNDS & bases,
        "the way to a human being": decision.safeguards or right,
    }
    return [name for name, stated in asked.items() if not stated]
