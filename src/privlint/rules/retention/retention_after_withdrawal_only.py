from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register, Retention
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

    Wrong when old data are cleared in practice and the statement only does not say so.
    """
    for kept in register.kept():
        event = UNTIL_THE_PERSON_ACTS.get(kept.entry.until or "")
        if event and _piles_up(kept) and not _has_longest(kept):
            kinds = ", ".join(f"`{kind}`" for kind in sorted(kept.kinds)) or "the data"
            yield flag(
                kept.entry, f"{kinds} are kept {event}, without a longest period", at="until"
            )


def _piles_up(kept: Kept) -> bool:
    """Tell whether the data are observed or make up an account, unlike an address to write to."""
    holder = kept.group or kept.purpose
    if holder is None or holder.impersonal:
        return False
    kind = kept.purpose.kind if kept.purpose is not None else None
    if kind == "account" or kept.kinds & ACCOUNT:
        return True
    return kind in WATCHING or bool(kept.kinds & WATCHED)


def _has_longest(kept: Kept) -> bool:
    entries = kept.entry.within(Retention).entries
    return any(entry.period is not None and entry.bound != "at_least" for entry in entries)
