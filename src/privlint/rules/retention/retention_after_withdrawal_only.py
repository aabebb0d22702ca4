from collections.abc import Iterable, Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register, Retention, RetentionEntry
from privlint.rule import Certainty, Flag, Severity, flag, rule

UNTIL_THE_PERSON_ACTS = {
    "consent_withdrawn": "until consent is withdrawn",
    "objection": "until somebody objects",
    "unsubscribe": "until somebody unsubscribes",
    "deleted_by_person": "until the person deletes them",
    "account_closed": "until the account is closed",
    "customer_relation_ends": "as long as somebody is a customer",
}
WATCHED = frozenset({"analytics_data", "profile", "marketing_profile", "session_recording"})
WATCHING = frozenset({"analytics", "profiling", "personalisation"})
ACCOUNT = frozenset({"account_data", "login_history"})


@rule(
    "RET004",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 5(1)(e)", "GDPR 5(1)(c)", "CJEU C-446/21"),
    remedy="Add a longest period, or one without activity after which the data go.",
    compliant="""
        purposes:
          security:
            title: See how the site is used
            kind: analytics
            legal_basis: [{basis: consent, withdrawal: {how: [cookie_tool], any_time: true}}]
            data:
              - categories: [ip_address, pages_visited]
                source: observed
                retention:
                  whichever: first
                  entries:
                    - {until: consent_withdrawn}
                    - {period: P14M, from: collection}
                recipients: [host]
    """,
    violating="""
        purposes:
          security:
            title: See how the site is used
            kind: analytics
            legal_basis: [{basis: consent, withdrawal: {how: [cookie_tool], any_time: true}}]
            data:
              - categories: [ip_address, pages_visited]
                source: observed
                retention:
                  until: consent_withdrawn     # <- RET004
                recipients: [host]
    """,
)
def retention_after_withdrawal_only(register: Register, _: Facts) -> Iterator[Flag]:
    """What is learnt about people is kept until they do something about it.

    Most people never withdraw a consent or close an account. What a site observes then piles up for
    ever, although nobody needs to know what a visitor looked at years ago: Art. 5(1)(c) and 5(1)(e)
    ask for less. An address for a newsletter is another matter, since without it nothing can be
    sent.

    Wrong when old data are cleared in practice, or with the cookie that collected them, and the
    statement only does not say so; or when an account holds what its owner would miss.
    """
    general = register.general.retention if register.general is not None else None
    for_all = _capped(e for e in (general.entries if general else ()) if _is_for_all(e))
    near: dict[Retention, frozenset[str] | None] = {}
    for kept in register.kept():
        event = UNTIL_THE_PERSON_ACTS.get(kept.entry.until or "")
        if not event or not _piles_up(kept):
            continue
        retention = kept.entry.within(Retention)
        if retention not in near:
            near[retention] = _capped(retention.entries)
        if not any(kinds is None or kinds & kept.kinds for kinds in (near[retention], for_all)):
            named = ", ".join(f"`{kind}`" for kind in sorted(kept.kinds)) or "the data"
            message = f"{named} are kept {event}, without a longest period"
            yield flag(kept.entry, message, at="until")


def _piles_up(kept: Kept) -> bool:
    """Tell whether the data are observed or make up an account, unlike an address to write to."""
    holder = kept.group or kept.purpose
    if holder is None or holder.impersonal or kept.entry.form == "anonymised":
        return False
    kind = kept.purpose.kind if kept.purpose is not None else None
    if kind == "account" or kept.kinds & ACCOUNT:
        return True
    return kind in WATCHING or bool(kept.kinds & WATCHED)


def _capped(entries: Iterable[RetentionEntry]) -> frozenset[str] | None:
    """Return the kinds of data for which a longest period is told; `None`: for all data."""
    caps = [e for e in entries if e.period and e.bound != "at_least" and not e.exception]
    if any(not entry.of for entry in caps):
        return None
    return frozenset[str]().union(*(entry.kinds for entry in caps))


def _is_for_all(entry: RetentionEntry) -> bool:
    """Tell whether what is said for everything sets a limit to every purpose."""
    return entry.bound == "at_most" and not entry.when and not entry.purposes
