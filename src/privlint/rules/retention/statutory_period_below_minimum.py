from collections.abc import Iterator

from privlint.knowledge.answers import StatutoryPeriod
from privlint.knowledge.durations import is_shorter
from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "RET007",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(2)(a)", "GDPR 5(1)(a)", "NL AWR 52", "BE WER III.86"),
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

    Wrong when the law that is meant covers other records than those known here, or when the
    statement is older than the law: judge it as of its own date. Where it adds "or longer, if the
    law asks", the reader is warned, and the gap is small.
    """
    found: dict[object, list[Kept]] = {}
    for kept in register.kept():
        if _longer_duty(kept, register, facts) is not None:
            found.setdefault((kept.entry.period, kept.entry.law), []).append(kept)
    for first, *others in found.values():
        duty = _longer_duty(first, register, facts)
        if duty is None:
            continue
        yield flag(
            first.entry,
            f"the law is said to ask for {first.entry.length}; on {facts.day} it asks for"
            f" {duty.years} years ({duty.law})",
            at="period",
            related=tuple((other.entry, "the same is said here") for other in others),
            severity=Severity.INFO if _allows_for_more(first, register) else None,
        )


def _longer_duty(kept: Kept, register: Register, facts: Facts) -> StatutoryPeriod | None:
    """Return the duty that asks for more than is told, if one is known well enough."""
    entry = kept.entry
    if entry.period is None or not entry.legal_duty or entry.bound == "at_least":
        return None
    duties = facts.statutory_retention(register.shop.country, kept.records)
    known = [row for row in duties if row.applies_if is None and row.confidence != "low"]
    longer = [row for row in known if is_shorter(entry.period, row.period)]
    return max(longer, key=lambda row: row.years, default=None)


def _allows_for_more(kept: Kept, register: Register) -> bool:
    others = (other for other in register.kept() if other.purpose in {kept.purpose, None})
    return any(o.entry.exception and o.entry.criterion == "legal_duty" for o in others)
