from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, Claim, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NO_LIMIT = {None, "possibly", "otherwise"}
"""Conditions that limit nothing."""


@rule(
    "PUR005",
    judges=Claim,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(b)", "GDPR 13(3)", "GDPR 6(4)", "GDPR 4(1)"),
    remedy="Strike the clause, and tell people of a new purpose before their data serve it.",
    compliant="""
        claims:
          - claim: non_personal_any_use
            words: data that identify nobody may be used for any purpose
    """,
    violating="""
        claims:
          - claim: any_other_purpose           # <- PUR005
            words: we may use your data for other purposes that are not mentioned here
    """,
)
def further_processing_open_ended(claim: Claim, facts: Facts) -> Iterator[Flag]:
    """The statement keeps the right to use personal data for purposes that it does not name.

    Data may not be used further in a way that does not fit the purposes they were collected for
    (Art. 5(1)(b), 6(4)), and whoever wants to do more has to say so first (Art. 13(3)). A clause
    for "any other purpose" takes back what the list of purposes promised.

    Wrong when the clause is about data that identify nobody: they are outside the law (Art. 4(1),
    recital 26). Where it names a condition, such as telling people first, or where it is said of
    data that can single out a visitor, this is a question.
    """
    if claim.claim == "any_other_purpose" and not _is_of_recipients(claim):
        limit = claim.except_ if claim.when in _NO_LIMIT else claim.when
        message = "data may be used for purposes that the statement does not name"
        if limit is None:
            yield flag(claim, message, at="claim")
        else:
            question = (
                f"{message}, limited thus: “{limit}”; is that what Art. 6(4) and 13(3) allow?"
            )
            yield _asked(claim, question)
    elif claim.claim == "non_personal_any_use":
        telling = [entry.id for entry in claim.of if _singles_out(entry, facts)]
        if telling:
            kinds = ", ".join(f"`{kind}`" for kind in telling)
            yield _asked(claim, f"{kinds} may be used for any purpose: do they identify nobody?")


def _is_of_recipients(claim: Claim) -> bool:
    """Tell whether it is about what recipients may do for themselves: other rules judge that."""
    recipients = claim.within(Register).recipients
    told = [recipients[name] for name in claim.about if name in recipients]
    return bool(told) and len(told) == len(claim.about) and all(r.own_purposes for r in told)


def _asked(claim: Claim, question: str) -> Flag:
    return flag(claim, question, at="claim", severity=Severity.INFO, certainty=Certainty.ASK)


def _singles_out(entry: CategoryEntry, facts: Facts) -> bool:
    category = facts.category(entry.id)
    flags = category.flags if category is not None else frozenset()
    return bool({"online_identifier", "identifies"}.intersection(flags))
