from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import (
    AutomatedDecision,
    AutomatedDecisions,
    CategoryEntry,
    Claim,
    DataGroup,
    Purpose,
    Recipient,
    Register,
)
from privlint.rule import Certainty, Flag, Severity, flag, rule

_UNSAID = {None, "not_stated"}


@rule(
    "ADM001",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(2)(f)", "GDPR 22(1)", "GDPR recital 71", "CJEU C-634/21", "CJEU C-203/22"),
    remedy="Say whether a machine decides, by which logic, and what a refusal means.",
    compliant="""
        recipients:
          payment_provider: {name: Klarna, vendor: klarna, country: SE}
        automated_decisions:
          status: null
          decisions:
            - what: whether an order can be paid later
              by: payment_provider
              automated: yes
              logic: your payment history with Klarna and the amount of the order
              consequence: after a refusal you choose another way to pay
              purposes: [orders]
    """,
    violating="""
        recipients:
          payment_provider: {name: Klarna, vendor: klarna, country: SE}
        automated_decisions:
          status: null
          decisions:
            - what: credit check before an order may be paid later   # <- ADM001
              by: payment_provider
              purposes: [orders]
    """,
)
def automated_decision_not_disclosed(register: Register, facts: Facts) -> Iterator[Flag]:
    """A decision on the person is told, and not clearly whether a machine takes it.

    Art. 13(2)(f) asks to tell that a decision is automated, and a refusal of credit without anybody
    looking is the example of recital 71. The maker of a score decides, if the shop just follows it
    (C-634/21). Where a provider of credit is only named as a way to pay, the finding is a question.

    Wrong when a person looks at each case, when what is decided has no effect to speak of, or when
    the customer applies for credit at the provider and the shop only hears yes or no: the decision
    and the duty to tell of it are the provider's.
    """
    lenders = [one for one in register.recipients.values() if _gives_credit(one, facts)]
    names = {lender.where[-1] for lender in lenders}
    told = register.all(AutomatedDecision)
    denials = _denials(register)
    for decision in told:
        own = register.decides(decision)
        denied = tuple((d, "said not to happen") for d in denials if own and _is_of(decision, d))
        if decision.automated in _UNSAID and not denied:
            yield _unsaid(decision, is_credit=bool(names & set(decision.by)))
        elif decision.automated == "yes" and denied:
            message = f"said not to be decided by a machine, and told here: {decision.what}"
            yield flag(decision, message, at="automated", related=denied)
    if not lenders or any(not decision.by or names & set(decision.by) for decision in told):
        return
    checks = [entry for entry in register.all(CategoryEntry) if _is_check_by(entry, names)]
    if checks:
        message = "a credit check is told, and not whether a machine decides on it"
        yield flag(checks[0], message, related=tuple((one, "gives the credit") for one in lenders))
    elif not denials:
        known = " and ".join(f"`{lender.where[-1]}`" for lender in lenders)
        yield flag(
            register,
            f"does a machine decide who may pay later with {known}?",
            at="automated_decisions",
            related=tuple((lender, "known to give credit") for lender in lenders),
            severity=Severity.INFO,
            certainty=Certainty.ASK,
        )


def _denials(register: Register) -> tuple[AutomatedDecisions | Claim, ...]:
    """Return where the statement says, without exception, that the shop lets no machine decide."""
    section = register.automated_decisions
    stated = () if section is None or section.status != "none" else (section,)
    claims = register.claims_of("no_automated_decisions")
    return (*stated, *(one for one in claims if not one.except_ and not one.when))


def _is_of(decision: AutomatedDecision, denial: AutomatedDecisions | Claim) -> bool:
    """Tell whether a denial is about everything, or about what a decision is taken for."""
    about = denial.about if isinstance(denial, Claim) else ()
    return not about or not set(about).isdisjoint(decision.purposes)


def _gives_credit(recipient: Recipient, facts: Facts) -> bool:
    vendor = facts.vendor(recipient.vendor)
    return vendor is not None and vendor.category == "pay_later" and recipient.receives


def _unsaid(decision: AutomatedDecision, *, is_credit: bool) -> Flag:
    if is_credit:
        message = "a credit check decides, and nothing says whether a machine does it"
        return flag(decision, message, at="automated")
    return flag(
        decision,
        f"is this decided by a machine? {decision.what}",
        at="automated",
        severity=Severity.INFO,
        certainty=Certainty.ASK,
    )


def _is_check_by(entry: CategoryEntry, names: set[str | int]) -> bool:
    """Tell whether it is a credit check that one of these carries out or hears of."""
    group = entry.parent
    if entry.id != "credit_check" or not isinstance(group, DataGroup):
        return False
    purpose: Purpose | None = group.within(Purpose)
    refs = (*group.recipients, *(purpose.recipients if purpose is not None else ()))
    return not names.isdisjoint({group.held_by, *group.via, *(ref.to for ref in refs)})
