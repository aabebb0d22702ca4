from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Purpose
from privlint.register.advertising import subjects_of
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NEVER_BOUGHT = {
    "prospects": "prospects",
    "contest_entrants": "people who took part in a contest",
    "visitors": "visitors",
}


@rule(
    "MKT002",
    judges=Purpose,
    severity=Severity.WARNING,
    law=(
        "ePrivacy 13(2)",
        "NL Tw 11.7",
        "BE WER XII.13",
        "BE Royal Decree of 4 April 2003",
        "CJEU C-654/23",
    ),
    remedy="Mail only customers about similar products of your own, and let them refuse at once.",
    compliant="""
        purposes:
          newsletter:
            legal_basis: [{basis: soft_opt_in}]
            marketing:
              audience: [customers]
              own_similar_products: true
              objection_at_collection: true
    """,
    violating="""
        purposes:
          newsletter:
            legal_basis: [{basis: soft_opt_in}]
            marketing:
              audience: [customers, prospects]           # <- MKT002
              own_similar_products: true
              objection_at_collection: true
    """,
)
def soft_opt_in_conditions_missing(purpose: Purpose, _: Facts) -> Iterator[Flag]:
    """E-mail is sent without consent to people who cannot be meant.

    Art. 13(2) of the ePrivacy Directive lets a shop write without consent to those who gave their
    address at a sale, about similar products of its own, if they could refuse then and can refuse
    each time. Others must consent first. The conditions bind what the shop does, and need not stand
    in the statement: only where nothing at all says who is written to, the finding is a question.

    Wrong when the others get e-mail on consent and the register does not say so, when a free
    account counts as the sale, which it can (C-654/23), or when they are companies that are written
    to at an address which names nobody.
    """
    marketing = purpose.marketing
    bases = [basis for basis in purpose.bases if basis.basis == "soft_opt_in"]
    if marketing is None or not bases:
        return
    others = [words for kind, words in _NEVER_BOUGHT.items() if kind in marketing.audience]
    is_limited = _is_limited(purpose, bases)
    if others and not is_limited:
        message = f"`{purpose.id}` goes without consent to {' and '.join(others)}"
        yield flag(marketing, message, at="audience", related=((bases[0], "leans on a sale"),))
    elif marketing.own_similar_products is False and not is_limited:
        message = f"`{purpose.id}` goes without consent, and not only about similar products"
        yield flag(marketing, message, at="own_similar_products")
    elif not (marketing.audience or subjects_of(purpose)) and not any(
        b.when or b.words for b in bases
    ):
        yield flag(
            bases[0],
            f"does only who bought something get `{purpose.id}`? it goes without consent",
            severity=Severity.INFO,
            certainty=Certainty.ASK,
        )


def _is_limited(purpose: Purpose, bases: list[LegalBasis]) -> bool:
    """Tell whether it is said to hold for some only, or others are said to consent."""
    consent = any(basis.basis == "consent" for basis in purpose.bases)
    return consent or any(basis.when is not None for basis in bases)
