from collections.abc import Iterator

from privlint.knowledge.answers import StatutoryPeriod
from privlint.knowledge.durations import period
from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

RUNNING_YEAR = 12
"""Months: a period that starts at the end of the year lasts up to a year longer."""


@rule(
    "RET008",
    judges=Register,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=("GDPR 5(1)(e)", "NL AWR 52", "BE Act of 18 December 2025"),
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
    found: dict[object, list[Kept]] = {}
    for kept in register.kept():
        if kept.entry.legal_duty and _exceeds(kept, _duties(kept, register, facts)):
            found.setdefault((kept.entry.period, kept.entry.law), []).append(kept)
    for first, *others in found.values():
        rows = _duties(first, register, facts)
        years = max(row.years for row in rows if _applies(row, register))
        special = [f"{row.years} for {row.duty}" for row in rows if not _applies(row, register)]
        unless = f" ({'; '.join(special)})" if special else ""
        yield flag(
            first.entry,
            f"which law asks for {first.entry.length}? The duties known for {country} on"
            f" {facts.day} end after {years} years{unless}",
            at="period",
            related=tuple((other.entry, "the same is said here") for other in others),
        )


def _duties(kept: Kept, register: Register, facts: Facts) -> tuple[StatutoryPeriod, ...]:
    return facts.statutory_retention(register.shop.country, kept.records)


def _applies(row: StatutoryPeriod, register: Register) -> bool:
    """Tell whether a duty is that of every shop there, or of a scheme that this one uses."""
    return row.applies_if in {None, f"shop.vat_scheme is {register.shop.vat_scheme}"}


def _exceeds(kept: Kept, rows: tuple[StatutoryPeriod, ...]) -> bool:
    """Tell whether a period is more than a year longer than every duty that applies."""
    register = kept.entry.within(Register)
    told = period(kept.entry.period or "")
    known = [asked for row in rows if _applies(row, register) and (asked := period(row.period))]
    if told is None or not known:
        return False
    return all(told.months > asked.months + RUNNING_YEAR for asked in known)
