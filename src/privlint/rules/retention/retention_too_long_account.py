from collections.abc import Iterator

from privlint.knowledge.durations import is_longer
from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

ACCOUNT = "account_data"
RECORDS = frozenset(
    {"invoice_data", "order_data", "order_history", "payment_data", "payment_method", "quote_data"}
)
"""What a customer can see in an account, and is kept for reasons of its own."""


@rule(
    "RET005",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 5(1)(e)", "GDPR 25(2)", "EDPB Recommendations 2/2025"),
    remedy="Delete an account that nobody uses after about two years; keep only the tax records.",
    compliant="""
        purposes:
          orders:
            title: Keep a customer's account
            kind: account
            data:
              - categories: [name, email, account_data]
                source: data_subject
                retention: {period: P2Y, from: last_login}
                recipients: [carrier, host, payment_provider]
    """,
    violating="""
        purposes:
          orders:
            title: Keep a customer's account
            kind: account
            data:
              - categories: [name, email, account_data]
                source: data_subject
                retention:
                  period: P7Y                  # <- RET005
                  from: last_login
                recipients: [carrier, host, payment_provider]
    """,
)
def retention_too_long_account(register: Register, facts: Facts) -> Iterator[Flag]:
    """An account that nobody uses is kept for years.

    An account holds addresses, orders and wishes in one place, behind a password that is old.
    Art. 5(1)(e) lets it stand as long as the purpose needs, and the need ends when nobody comes
    back; Art. 25(2) asks for that by default. A duty to keep books is one to keep invoices, and
    not the account.

    Wrong when the account holds something that the customer would miss, such as points or a long
    guarantee, or when only the records in it are meant. No law fixes the figure: it rests on what
    authorities hold to be enough.
    """
    guidance = facts.retention_guidance(register.shop.country, (ACCOUNT,))
    limits = [row.warn_above for row in guidance if row.warn_above is not None]
    for kept in register.kept():
        period = kept.entry.period
        is_apart = kept.entry.legal_duty or kept.entry.exception
        if period is None or is_apart or not _is_account(kept):
            continue
        if any(is_longer(period, limit) for limit in limits):
            name = f"`{kept.purpose.id}`" if kept.purpose is not None else "an account"
            start = (kept.entry.from_ or "other").replace("_", " ")
            since = f" from the {start}" if start != "other" else ""
            yield flag(kept.entry, f"{name} is kept for {kept.entry.length}{since}", at="period")


def _is_account(kept: Kept) -> bool:
    if ACCOUNT in kept.kinds:
        return True
    is_records = bool(kept.kinds) and kept.kinds <= RECORDS
    return kept.purpose is not None and kept.purpose.kind == "account" and not is_records
