from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register, Retention
from privlint.register.retention import leaves_alone
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "RET003",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(e)", "GDPR recital 39", "CJEU C-77/21", "CJEU C-446/21"),
    remedy="Set an end: a period, a time without activity, or a date of review.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                source: data_subject
                retention: {until: unsubscribe, words: for an indefinite time until you unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          security:
            data:
              - categories: [ip_address, log_data]
                source: observed
                retention:
                  until: site_ends             # <- RET003
                recipients: [host]
    """,
)
def retention_indefinite(register: Register, _: Facts) -> Iterator[Flag]:
    """Personal data are kept without end.

    Art. 5(1)(e) lets data identify people for no longer than the purpose needs; recital 39 asks for
    time limits, to erase or to look again. "For ever" and "as long as the website exists" set none,
    however openly they are told.

    Wrong when the data identify nobody, when they only serve an archive, research or statistics
    (Art. 5(1)(e), 89(1)), or when they are the list of those who must not be written to again.
    Where it is said of a case, or as an exception, one of these may be meant: a lesser doubt.
    """
    ends: dict[Retention, bool] = {}
    for kept in register.kept():
        entry = kept.entry
        if not (entry.indefinite or entry.until == "site_ends") or not _is_personal(kept, register):
            continue
        retention = entry.within(Retention)
        if retention not in ends:
            ends[retention] = _has_end(retention)
        if entry.until not in {None, "site_ends"} or ends[retention]:
            continue
        kinds = ", ".join(f"`{kind}`" for kind in sorted(kept.kinds)) or "data"
        message = f"{kinds} are kept without end"
        if entry.until == "site_ends":
            message = f"{kinds} are kept as long as the site exists, whose end nobody knows"
        is_case = entry.when or entry.exception
        yield flag(
            entry,
            message,
            at="until" if entry.until else "indefinite",
            severity=Severity.WARNING if is_case else None,
            certainty=Certainty.LIKELY if is_case else None,
        )


def _is_personal(kept: Kept, register: Register) -> bool:
    """Tell whether the data are about people: what is called anonymous is judged elsewhere."""
    if kept.entry.form == "anonymised" or leaves_alone(register, kept.purpose, kept.kinds):
        return False
    if kept.group is not None:
        return register.uses(kept.group) and not register.is_called_anonymous(kept.group)
    return kept.purpose is None or not kept.purpose.impersonal


def _has_end(retention: Retention) -> bool:
    """Tell whether the first of several to come ends the storage after all."""
    ends = (entry.period or entry.until not in {None, "site_ends"} for entry in retention.entries)
    return retention.whichever == "first" and any(ends)
