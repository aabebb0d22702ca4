from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Marketing, MarketingChannel, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_ELECTRONIC = {"email": "email", "sms": "sms", "whatsapp": "direct_message"}
"""The channels of Art. 13(1) ePrivacy, by the name that national law is asked with."""

_PERMITTED = ("consent", "soft_opt_in")


@rule(
    "MKT006",
    judges=Purpose,
    severity=Severity.ERROR,
    law=(
        "ePrivacy 13(1)",
        "ePrivacy 13(2)",
        "NL Tw 11.7",
        "BE WER XII.13",
        "BE Royal Decree of 4 April 2003",
    ),
    remedy="Ask consent, or write to customers only, about similar products, with a way out.",
    compliant="""
        purposes:
          newsletter:
            legal_basis:
              - basis: consent
                channels: [email]
                withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
              - basis: legitimate_interests
                interest: to make the shop known
                whose: [controller]
                channels: [post]
            marketing:
              channels: [email, post]
              opt_out: a line to privacy@plain-shop.example
    """,
    violating="""
        purposes:
          newsletter:
            legal_basis:
              - basis: legitimate_interests    # <- MKT006
                interest: to make the shop known
                whose: [controller]
            marketing:
              audience: [subscribers, prospects]
        rights: {withdraw_consent: null}
    """,
)
def email_marketing_on_legitimate_interest(purpose: Purpose, facts: Facts) -> Iterator[Flag]:
    """Advertising by e-mail or message leans on something else than consent or a sale.

    The law on electronic messages comes before Art. 6 GDPR: to people, e-mail and text messages
    need consent, or the exception for one's own customers (Art. 13(1) and (2) ePrivacy). A
    legitimate interest, or a contract, does not replace them; for letters it can do.

    Wrong when only companies are written to, at an address that names nobody, or when the words
    "legitimate interest" stand for the exception for customers: a warning where only customers are
    written to, and nothing where its conditions are told. On social media it is a question.
    """
    marketing = purpose.marketing
    if marketing is None:
        return
    country = purpose.within(Register).shop.country
    for channel in _channels(purpose, marketing):
        wrong = _wrong_basis(purpose, channel)
        kind = _ELECTRONIC.get(channel.channel)
        if wrong is None:
            continue
        place = ((channel, "by this way"),)
        if channel.channel == "social_media":
            message = f"are these messages to people, or posts for all? `{purpose.id}`"
            asks = Certainty.ASK
            yield flag(wrong, message, related=place, severity=Severity.INFO, certainty=asks)
        elif kind and not _is_permitted(wrong.basis, kind, country, facts):
            weight = _weight(wrong, purpose, marketing)
            words = wrong.basis.replace("_", " ")
            message = f"`{purpose.id}` sends {channel.channel} on {words}, without consent"
            if weight is not None:
                yield flag(wrong, message, at="basis", related=place, severity=weight)


def _channels(purpose: Purpose, marketing: Marketing) -> Iterator[MarketingChannel]:
    """Yield the channels of the purpose, and those told for all advertising."""
    yield from marketing.channels
    named = {channel.channel for channel in marketing.channels}
    general = purpose.within(Register).marketing
    if general is not None and purpose.kind == "marketing":
        yield from (channel for channel in general.channels if channel.channel not in named)


def _wrong_basis(purpose: Purpose, channel: MarketingChannel) -> LegalBasis | None:
    """Return the basis that carries the channel, if none of those that are stated permits it."""
    near = tuple(b for b in purpose.legal_basis if channel.channel in b.channels)
    wide = tuple(b for b in purpose.legal_basis if not b.channels)
    bases = channel.legal_basis or near or wide
    if any(basis.basis in (*_PERMITTED, "unnamed") for basis in bases):
        return None
    return bases[0] if bases else None


def _is_permitted(basis: str, kind: str, country: str, facts: Facts) -> bool:
    law = facts.marketing_law(country, kind)
    grounds = law.grounds if law is not None else _PERMITTED
    return basis in grounds or (basis == "legitimate_interests" and "objection" in grounds)


def _weight(basis: LegalBasis, purpose: Purpose, marketing: Marketing) -> Severity | None:
    """Tell how grave it is; `None` where the exception for customers is told in other words."""
    only_customers = set(marketing.audience) == {"customers"}
    if only_customers and marketing.own_similar_products:
        return None
    only_companies = set(purpose.data_subjects) == {"business_customers"}
    is_limited = only_customers or only_companies or basis.when is not None
    return Severity.WARNING if is_limited else Severity.ERROR
