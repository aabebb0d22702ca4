from collections.abc import Iterator

from privlint.knowledge.answers import StatutoryPeriod
from privlint.knowledge.durations import period
from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register
from privlint.register.retention import claimed_duties
from privlint.rule import Certainty, Flag, Severity, flag, rule

RUNNING_YEAR = 12
"""Months: a period that starts at the end of the year lasts up to a year longer."""


@rule(
    "RET008",
    judges=Register,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=(
        "GDPR 5(1)(e)",
        "NL AWR 52",
        "BE WER III.86",
        "BE Act of 20 November 2022",
        "BE Act of 18 December 2025",
    ),
    remedy="Keep to the period of the law, or say why these records are needed longer.",
    compliant="""
        purposes:
          tax:
            data:
              - categories: [name, address, invoice_data]
                source: data_subject
                retention: {period: P8Y, legal_duty: true, law: Belgian VAT Code}
                recipients: [tax_authority]
    """,
    violating="""
        purposes:
          tax:
            data:
              - categories: [name, address, invoice_data]
                source: data_subject
                retention:
                  period: P10Y                 # <- RET008
                  legal_duty: true
                  law: Belgian VAT Code
                recipients: [tax_authority]
    """,
)
def statutory_period_above_minimum(register: Register, facts: Facts) -> Iterator[Flag]:
    """A period that a law is said to demand is longer than any law that is known.

    A legal duty to keep records ends on a day, and Art. 5(1)(e) then asks to let them go, unless
    something else needs them. Periods that were right some years ago still stand in many
    statements.

    Wrong when the shop falls under a special scheme, such as the One Stop Shop for VAT, or under a
    duty of its trade. "Eight years" for seven and the running year is not counted as longer.
    """
    country = facts.country_name(register.shop.country)
    for alike in claimed_duties(register):
        long = [kept for kept in alike if _exceeds(kept, _duties(kept, register, facts), register)]
        if not long:
            continue
        first, *others = long
        law, length = first.entry.law, first.entry.length
        asked = f"does the law that is named ({law}) ask" if law else "which law asks"
        yield flag(
            first.entry,
            f"{asked} for {length}? The duties known for {country} on {facts.day} end after"
            f" {_ends(_duties(first, register, facts), register)}",
            at="period",
            related=tuple((other.entry, "the same is said here") for other in others),
        )


def _duties(kept: Kept, register: Register, facts: Facts) -> tuple[StatutoryPeriod, ...]:
    return facts.statutory_retention(register.shop.country, kept.records)


def _exceeds(kept: Kept, duties: tuple[StatutoryPeriod, ...], register: Register) -> bool:
    """Tell whether a period is more than a year longer than every duty that applies."""
    told = period(kept.entry.period or "")
    scheme = register.shop.vat_scheme
    known = [asked for duty in duties if duty.binds(scheme) and (asked := period(duty.period))]
    if told is None or not known:
        return False
    return all(told.months > asked.months + RUNNING_YEAR for asked in known)


def _ends(duties: tuple[StatutoryPeriod, ...], register: Register) -> str:
    """Say when the duties of every such shop end, by which law, and when those of some do."""
    scheme = register.shop.vat_scheme
    years = max(duty.years for duty in duties if duty.binds(scheme))
    longest = [duty for duty in duties if duty.binds(scheme) and duty.years == years]
    sure = {duty.law for duty in longest if duty.confidence != "low"}
    laws = dict.fromkeys(duty.law for duty in longest)
    named = "; ".join(law if law in sure else f"{law}, not verified" for law in laws)
    special = [f"{duty.years} ({duty.duty})" for duty in duties if not duty.binds(scheme)]
    return f"{years} years ({named})" + (
        f"; in special cases after {' or '.join(special)}" if special else ""
    )
