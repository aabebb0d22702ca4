from collections.abc import Iterator

from privlint.knowledge.durations import is_longer
from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

MESSAGES = ("correspondence", "chat_log", "call_recording")

_OVER_CLAIMS = frozenset({"legal_claims", "debt_collection"})
"""Purposes whose messages are evidence, for as long as the claim can be brought."""


@rule(
    "RET006",
    judges=Register,
    severity=Severity.INFO,
    certainty=Certainty.LIKELY,
    law=("GDPR 5(1)(e)",),
    remedy="Keep messages only as long as the question, or a claim that hangs on them, needs.",
    compliant="""
        purposes:
          orders:
            data:
              - categories: [name, email, correspondence]
                source: data_subject
                retention: {period: P1Y, from: last_contact}
                recipients: [carrier, host, payment_provider]
    """,
    violating="""
        purposes:
          orders:
            data:
              - categories: [name, email, correspondence]
                source: data_subject
                retention:
                  period: P5Y                  # <- RET006
                  from: last_contact
                recipients: [carrier, host, payment_provider]
    """,
)
def retention_correspondence_long(register: Register, facts: Facts) -> Iterator[Flag]:
    """Messages of customers are kept for years.

    A question about a delivery is answered within days, and what people write is more personal than
    what they order. Art. 5(1)(e) lets it be kept as long as the purpose needs.

    Wrong when the messages are about a complaint or a claim, which lapses later, or belong to the
    books. Where the purpose is a claim, or a law is said to demand it, nothing is said. No
    authority names a figure: this rests on practice alone.
    """
    guidance = facts.retention_guidance(register.shop.country, MESSAGES)
    limits = [row.warn_above for row in guidance if row.warn_above is not None]
    for kept in register.kept():
        period = kept.entry.period
        is_apart = kept.entry.legal_duty or kept.entry.exception
        if period is None or is_apart or kept.kinds.isdisjoint(MESSAGES):
            continue
        if kept.purpose is not None and kept.purpose.kind in _OVER_CLAIMS:
            continue
        if any(is_longer(period, limit) for limit in limits):
            kinds = [f"`{kind}`" for kind in MESSAGES if kind in kept.kinds]
            told = f"{', '.join(kinds)} {'is' if len(kinds) == 1 else 'are'} kept"
            yield flag(kept.entry, f"{told} for {kept.entry.length}", at="period")
