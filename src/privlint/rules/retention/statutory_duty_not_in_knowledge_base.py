from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Kept, Register
from privlint.register.retention import claimed_duties
from privlint.rule import Certainty, Flag, Severity, flag, rule

BOOKS = ("invoice_data",)


@rule(
    "RET010",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(2)(a)", "GDPR 6(1)(c)", "GDPR 6(3)"),
    remedy="Name the article of the law, or give the true reason for the period.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
              - categories: [consent_record]
                source: data_subject
                retention: {period: P1Y, from: unsubscribe, words: to show that you signed up}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
              - categories: [consent_record]
                source: data_subject
                retention:
                  period: P5Y
                  from: unsubscribe
                  legal_duty: true             # <- RET010
                  words: the law obliges us to keep proof of an opt-in for five years
                recipients: [mailer]
    """,
)
def statutory_duty_not_in_knowledge_base(register: Register, facts: Facts) -> Iterator[Flag]:
    """A law is said to demand a period, and no such law is known.

    A legal obligation has to stand in a law (Art. 6(3)). Some duties are copied from statement to
    statement and exist in none of them, such as a period for keeping the proof of an opt-in: the
    reader is told that the shop has no choice, and it has.

    Wrong when a law of the shop's own trade demands it. What is not known here may exist: unless
    the duty is known to be none, this is a question, and only where no law is named.
    """
    country = register.shop.country
    for kept in (kept for alike in claimed_duties(register) for kept in alike):
        invented = facts.non_duty(_text(kept))
        if invented is not None and country in invented.countries:
            message = f"no law is known to demand {kept.entry.length}: {invented.why}"
            yield flag(kept.entry, message, at="legal_duty")
        elif kept.records and not _names_law(kept) and _is_unknown(kept, country, facts):
            yield flag(
                kept.entry,
                f"which law demands that {_kinds(kept)} be kept for {kept.entry.length}?",
                at="legal_duty",
                severity=Severity.INFO,
                certainty=Certainty.ASK,
            )


def _names_law(kept: Kept) -> bool:
    """Tell whether a law is named, at the period or as the basis of the purpose."""
    bases = kept.purpose.bases if kept.purpose is not None else ()
    return bool(kept.entry.law) or any(basis.law for basis in bases)


def _is_unknown(kept: Kept, country: str, facts: Facts) -> bool:
    """Tell whether the duties of the country are known, and none is about such records."""
    if not facts.statutory_retention(country, BOOKS):
        return False
    return not facts.statutory_retention(country, kept.records)


def _kinds(kept: Kept) -> str:
    return ", ".join(f"`{kind}`" for kind in sorted(kept.kinds or kept.records))


def _text(kept: Kept) -> str:
    """Return all that the statement says of the duty, as it was written down."""
    entry = kept.entry
    told = [entry.law, entry.for_, entry.words, *(of.words for of in entry.of)]
    quotes = [quote for cite in entry.cite for quote in cite.quote]
    return " ".join([text for text in told if text] + quotes)
