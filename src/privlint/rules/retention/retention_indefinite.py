from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register, Retention
from privlint.rule import Flag, Severity, flag, rule

KEPT_TO_STAY_AWAY = frozenset({"suppression_list"})
"""Who must never be written to again has to be remembered."""


@rule(
    "RET003",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(e)", "GDPR 13(2)(a)", "CJEU C-77/21", "CJEU C-446/21"),
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

    Art. 5(1)(e) lets data identify people for no longer than the purpose needs. "For ever" and "as
    long as the website exists" set no such limit, however openly they are told.

    Wrong when the data identify nobody, when they only serve an archive, research or statistics
    (Art. 5(1)(e), 89(1)), or when they are the list of those who must not be written to again.
    """
    for kept in register.kept():
        entry = kept.entry
        if not (entry.indefinite or entry.until == "site_ends") or not _is_personal(kept):
            continue
        if _ends_otherwise(kept):
            continue
        kinds = ", ".join(f"`{kind}`" for kind in sorted(kept.kinds)) or "data"
        message = f"{kinds} are kept without end"
        if entry.until == "site_ends":
            message = f"{kinds} are kept as long as the site exists, which is without end"
        yield flag(entry, message, at="until" if entry.until else "indefinite")


def _is_personal(kept: Kept) -> bool:
    """Tell whether the data are about people: what is called anonymous is judged elsewhere."""
    if kept.kinds and kept.kinds <= KEPT_TO_STAY_AWAY:
        return False
    if kept.entry.form == "anonymised":
        return False
    holder = kept.group or kept.purpose
    return holder is None or not holder.impersonal


def _ends_otherwise(kept: Kept) -> bool:
    """Tell whether an event ends the storage after all, or another entry comes first."""
    retention = kept.entry.within(Retention)
    others = [entry for entry in retention.entries if entry is not kept.entry]
    ends = any(entry.period or entry.until for entry in others)
    has_event = kept.entry.until not in {None, "site_ends"}
    return has_event or (retention.whichever == "first" and ends)
