from collections.abc import Iterator
from itertools import combinations

from privlint.knowledge.durations import is_longer
from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, Kept, Register, Retention, RetentionEntry
from privlint.rule import Certainty, Flag, Severity, flag, rule


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
    customers: the register can say so, and then nothing is found. A period beside an event, and a
    shorter period than the one that is told for everybody, may each have a reason: a lesser doubt.
    """
    firm = [kept for kept in register.kept() if _is_firm(kept.entry)]
    for one, other in combinations(firm, 2):
        shared = _shared(one, other)
        if not shared or not _is_same_case(one, other):
            continue
        severity = _clash(one, other)
        if severity is None:
            continue
        kinds = ", ".join(f"`{kind}`" for kind in sorted(shared))
        name = f" of `{one.purpose.id}`" if one.purpose is not None else ""
        yield flag(
            one.entry,
            f"{kinds}{name}: kept {_told(one.entry)} here, and {_told(other.entry)} elsewhere",
            related=((other.entry, f"kept {_told(other.entry)}"),),
            severity=severity,
            certainty=None if severity is Severity.ERROR else Certainty.LIKELY,
        )


def _is_firm(entry: RetentionEntry) -> bool:
    """Tell whether an entry fixes an end, for all cases, without room above or below."""
    has_end = entry.period or entry.until or entry.indefinite
    is_free = entry.exception or entry.when or entry.bound or entry.form
    return bool(has_end) and not is_free and entry.within(Retention).whichever is None


def _is_same_case(one: Kept, other: Kept) -> bool:
    """Tell whether two entries are about the same: a list, two groups, or one and everybody."""
    if one.entry.for_ and other.entry.for_ and one.entry.for_ != other.entry.for_:
        return False
    if one.entry.parent is other.entry.parent:
        return bool(one.entry.of) == bool(other.entry.of)
    if one.purpose is not None and other.purpose is None:
        return bool(other.entry.of) and (not other.entry.purposes or _names(other, one))
    if one.group is None or other.group is None or one.purpose is not other.purpose:
        return False
    is_bounded = one.group.when or other.group.when
    people = (one.group.data_subjects, other.group.data_subjects)
    return not is_bounded and people[0] == people[1] and one.group.source == other.group.source


def _names(everybody: Kept, one: Kept) -> bool:
    return one.purpose is not None and one.purpose.id in everybody.entry.purposes


def _clash(one: Kept, other: Kept) -> Severity | None:
    """Return how grave it is that two entries differ; `None`: they can both be true."""
    first, second = one.entry.period, other.entry.period
    is_everybody = other.purpose is None and one.purpose is not None
    if first and second:
        if is_longer(first, second) or (is_longer(second, first) and not is_everybody):
            return Severity.ERROR
        is_shorter_by_law = other.entry.legal_duty or not is_longer(second, first)
        return None if is_shorter_by_law else Severity.WARNING
    in_one_list = one.entry.parent is other.entry.parent
    is_sequence = one.entry.from_ or other.entry.from_ or one.entry.then or other.entry.then
    return Severity.WARNING if in_one_list and not is_sequence else None


def _shared(one: Kept, other: Kept) -> frozenset[str]:
    """Return the kinds of data that both are about, in the same words of the statement."""
    words = (_words(one), _words(other))
    shared = one.kinds & other.kinds
    return frozenset(
        kind
        for kind in shared
        if not (mine := words[0].get(kind)) or not (theirs := words[1].get(kind)) or mine & theirs
    )


def _words(kept: Kept) -> dict[str, set[str]]:
    entries: tuple[CategoryEntry, ...] = kept.entry.of
    if not entries and kept.group is not None:
        entries = kept.group.categories
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.words:
            found.setdefault(entry.id, set()).add(entry.words)
    return found


def _told(entry: RetentionEntry) -> str:
    if entry.period:
        return f"for {entry.length}"
    return f"until {entry.until.replace('_', ' ')}" if entry.until else "without end"
