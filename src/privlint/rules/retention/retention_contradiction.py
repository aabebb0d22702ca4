from __future__ import annotations

from collections.abc import Iterator

from privlint.knowledge.durations import is_longer
from privlint.knowledge.facts import Facts
from privlint.record import Record
from privlint.register import Kept, Register, Retention, RetentionEntry
from privlint.register.retention_pairs import Told, told_alike
from privlint.rule import Certainty, Flag, Severity, flag, rule


class _Clash(Record):
    """All that is told otherwise than by one entry."""

    kept: Kept
    kinds: set[str]
    others: dict[RetentionEntry, Severity]


@rule(
    "RET009",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(a)", "GDPR 12(1)", "GDPR 5(1)(a)"),
    remedy="Keep one period for these data, or say which of them holds when.",
    compliant="""
        general:
          retention:
            - {period: P1Y, from: last_contact, of: [correspondence]}
            - {criterion: legal_duty, exception: true, words: unless a law asks for longer}
    """,
    violating="""
        purposes:
          orders:
            data:
              - categories: [name, address, email, order_data]
                source: data_subject
                retention: {period: P5Y, from: delivery}       # <- RET009
                recipients: [carrier, host, payment_provider]
        general:
          retention:
            - {period: P2Y, from: delivery, of: [order_data]}
    """,
)
def retention_contradiction(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement gives two periods for the same data and the same purpose.

    A reader cannot tell which of them holds, and the shop cannot keep both. Art. 12(1) asks for
    information that is clear, Art. 13(2)(a) for the period.

    Wrong when one of the two is an exception, a longest or a shortest time, or is about other
    customers: the register can say so, and then nothing is found. Less sure where each may have a
    reason: a period beside an event, one that a law is said to demand, the same data in two sets,
    a shorter period than the one that is told for everybody.
    """
    clashes: dict[RetentionEntry, _Clash] = {}
    firm = [kept for kept in register.kept() if _is_firm(kept.entry)]
    for told in told_alike(firm):
        if severity := _gravity(told):
            clash = clashes.setdefault(told.one.entry, _Clash(told.one, set(), {}))
            clash.kinds.update(told.kinds)
            clash.others[told.other.entry] = severity
    for entry, clash in clashes.items():
        kept, kinds, others = clash.kept, clash.kinds, clash.others
        named = ", ".join(f"`{kind}`" for kind in sorted(kinds)) or "the data"
        of = f" of `{kept.purpose.id}`" if kept.purpose is not None else ""
        severity = max(others.values())
        yield flag(
            entry,
            f"{named}{of}: kept {_told(entry)} here, and {_told(next(iter(others)))} elsewhere",
            related=tuple((other, f"kept {_told(other)}") for other in others),
            severity=severity,
            certainty=None if severity is Severity.ERROR else Certainty.LIKELY,
        )


def _is_firm(entry: RetentionEntry) -> bool:
    """Tell whether an entry fixes an end, for all cases, without room above or below."""
    has_end = entry.period or entry.until not in {None, "site_ends"}
    is_free = entry.exception or entry.when or entry.bound or entry.form
    return bool(has_end) and not is_free and entry.within(Retention).whichever is None


def _gravity(told: Told) -> Severity | None:
    """Return how grave it is that two entries differ; `None`: they can both be true."""
    one, other = told.one.entry, told.other.entry
    if not {one.then, other.then} <= {None, "deleted"}:
        return None
    if not one.period or not other.period:
        is_sequence = one.from_ or other.from_
        is_same = one.until == other.until
        return Severity.WARNING if told.in_one_list and not is_sequence and not is_same else None
    is_first_longer = is_longer(one.period, other.period)
    if not is_first_longer and not is_longer(other.period, one.period):
        return None
    longer, shorter = (one, other) if is_first_longer else (other, one)
    is_by_law = bool(longer.legal_duty) and not shorter.legal_duty
    if told.in_one_list:
        return Severity.INFO if is_by_law else Severity.ERROR
    if is_by_law:
        return None
    # A shop may keep for longer what a law has it keep for less, or count the running year.
    is_least_by_law = bool(shorter.legal_duty) and not longer.legal_duty
    is_shorter_than_for_all = told.for_everybody and not is_first_longer
    is_doubtful = is_least_by_law or is_shorter_than_for_all or told.in_two_sets
    return Severity.WARNING if is_doubtful else Severity.ERROR


def _told(entry: RetentionEntry) -> str:
    if entry.period:
        return f"for {entry.length}"
    return f"until {(entry.until or 'other').replace('_', ' ')}"
