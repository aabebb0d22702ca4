from __future__ import annotations

from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.record import Record
from privlint.register import Purpose, Register, Retention, RetentionEntry
from privlint.register.node import remembered
from privlint.register.retention import leaves_alone, retention_of, stored_parts
from privlint.rule import Certainty, Flag, Severity, flag, rule

CIRCULAR = {
    "as_needed": "as long as needed",
    "legally_allowed": "as long as the law allows",
    "varies": "for a time that varies",
}
UNNAMED = {
    "legal_duty": "for a period that a law sets",
    "limitation_period": "until claims lapse",
    "elsewhere": "for a time that another document tells",
}


class _Rule(Record):
    """What decides the storage of some data, and tells nothing."""

    entry: RetentionEntry
    purposes: list[Purpose]


@rule(
    "RET002",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(a)", "GDPR 14(2)(a)", "WP260 annex", "AP Uber 2024"),
    remedy="Name the period, or an event that the reader will recognise.",
    compliant="""
        general:
          retention: {criterion: as_needed}
    """,
    violating="""
        purposes:
          security:
            data:
              - categories: [ip_address, log_data]
                source: observed
                retention:
                  criterion: as_needed         # <- RET002
                recipients: [host]
    """,
)
def retention_vague(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement says how long data are kept in words that tell nothing.

    "As long as necessary" repeats the law. Art. 13(2)(a) allows a criterion instead of a period,
    and the reader must be able to work the end out from it. The end of a subscription, an answered
    question or an order that is completed are fine.

    Wrong when the sentence only introduces periods that follow it, which the register does not tie
    to these data, or when a longest period is told beside it. Where the criterion points to a
    period that exists but is not told, such as one that a law sets, a reader who knows the law can
    work it out: a lesser gap. Where another document is named that may tell it, only a question.
    """
    found: dict[object, _Rule] = {}
    for purpose in register.purposes.values():
        for entry in _telling_nothing(purpose, register):
            found.setdefault(entry.where, _Rule(entry, [])).purposes.append(purpose)
    for told in found.values():
        entry, purposes = told.entry, told.purposes
        named = dict.fromkeys(purpose.id for purpose in purposes)
        names = ", ".join(f"`{name}`" for name in named)
        words = (CIRCULAR | UNNAMED)[entry.criterion or ""]
        stands_apart = not any(entry.within(Purpose) is purpose for purpose in purposes)
        places = {purpose.where: purpose for purpose in purposes} if stands_apart else {}
        is_named = entry.criterion == "elsewhere" and bool(register.statement.documents)
        message = f"the data of {names} are kept {words}, and nothing says how long that is"
        asked = f"does the document that is named tell how long the data of {names} are kept?"
        severity = None if entry.criterion in CIRCULAR else Severity.WARNING
        yield flag(
            entry,
            asked if is_named else message,
            at="criterion",
            severity=Severity.INFO if is_named else severity,
            certainty=Certainty.ASK if is_named else None,
            related=tuple((purpose, "this has no other rule") for purpose in places.values()),
        )


def _telling_nothing(purpose: Purpose, register: Register) -> Iterator[RetentionEntry]:
    """Yield, for each part of the data of a purpose, the vague entry that alone decides."""
    for group in stored_parts(register, purpose):
        if group is not None and leaves_alone(register, purpose, group.kinds):
            continue
        entries = retention_of(register, purpose, group)
        vague = [entry for entry in entries if _is_vague(entry)]
        last = any(_holder(entry).whichever == "last" for entry in vague if not entry.exception)
        decides = vague and (last or len(vague) == len(entries))
        if decides and not _is_of_cookies(purpose, vague[0], register):
            yield next((entry for entry in vague if entry.criterion in CIRCULAR), vague[0])


def _is_vague(entry: RetentionEntry) -> bool:
    has_end = entry.period or entry.until or entry.indefinite
    return not has_end and (entry.criterion in CIRCULAR or entry.criterion in UNNAMED)


def _holder(entry: RetentionEntry) -> Retention:
    return entry.within(Retention)


def _is_of_cookies(purpose: Purpose, entry: RetentionEntry, register: Register) -> bool:
    """Tell whether the same is said of cookies, and judged there."""
    return purpose.kind == "analytics" and entry.criterion in _criteria_of_cookies(register)


@remembered
def _criteria_of_cookies(register: Register) -> set[str | None]:
    items = register.cookies.items if register.cookies is not None else ()
    durations = (item.duration for item in items if item.duration is not None)
    return {entry.criterion for duration in durations for entry in duration.entries}
