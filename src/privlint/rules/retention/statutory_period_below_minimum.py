from collections.abc import Iterator

from privlint.knowledge.answers import StatutoryPeriod
from privlint.knowledge.durations import is_shorter
from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register
from privlint.register.retention import claimed_duties
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "RET007",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=(
        "GDPR 13(2)(a)",
        "GDPR 5(1)(a)",
        "NL AWR 52",
        "BE WER III.86",
        "BE Act of 20 November 2022",
        "BE Act of 18 December 2025",
    ),
    remedy="State the period that the law asks for today.",
    compliant="""
        purposes:
          tax:
            data:
              - categories: [name, address, invoice_data]
                source: data_subject
                retention: {period: P7Y, legal_duty: true, law: Belgian VAT Code}
                recipients: [tax_authority]
    """,
    violating="""
        purposes:
          tax:
            data:
              - categories: [name, address, invoice_data]
                source: data_subject
                retention:
                  period: P5Y                  # <- RET007
                  legal_duty: true
                  law: Belgian VAT Code
                recipients: [tax_authority]
    """,
)
def statutory_period_below_minimum(register: Register, facts: Facts) -> Iterator[Flag]:
    """A period that a law is said to demand is shorter than the law demands.

    The shop will have to keep these records longer than it tells: the period of Art. 13(2)(a) is
    then not the true one. Laws on book-keeping change, and a statement may well have been right on
    the day it was written.

    Wrong when the law that is meant covers other records than those known here: a law that is named
    is compared only where its name tells of tax or books. Wrong as well when the statement is older
    than the law: judge it as of its own date. Where it adds "or longer, if the law asks", the
    reader is warned, and the gap is small.
    """
    open_ended = {kept.purpose for kept in register.kept() if _allows_for_more(kept)}
    for alike in claimed_duties(register):
        asked = ((kept, _longer_duty(kept, register, facts)) for kept in alike)
        short = [(kept, duty) for kept, duty in asked if duty is not None]
        if not short:
            continue
        (first, duty), *others = short
        yield flag(
            first.entry,
            f"the law is said to ask for {first.entry.length}; on {facts.day} it asks for"
            f" {duty.years} years ({duty.law})",
            at="period",
            related=tuple((other.entry, "the same is said here") for other, _ in others),
            severity=Severity.INFO if {first.purpose, None} & open_ended else None,
        )


def _longer_duty(kept: Kept, register: Register, facts: Facts) -> StatutoryPeriod | None:
    """Return the duty that asks for more than is told, if one is known well enough."""
    told = kept.entry.period
    if told is None or kept.entry.bound == "at_least":
        return None
    if kept.entry.law and not facts.is_law_on_books(kept.entry.law):
        return None
    duties = facts.statutory_retention(register.shop.country, kept.records)
    known = [duty for duty in duties if duty.binds() and duty.confidence != "low"]
    longer = [duty for duty in known if is_shorter(told, duty.period)]
    return max(longer, key=lambda duty: duty.years, default=None)


def _allows_for_more(kept: Kept) -> bool:
    return bool(kept.entry.exception) and kept.entry.criterion == "legal_duty"
