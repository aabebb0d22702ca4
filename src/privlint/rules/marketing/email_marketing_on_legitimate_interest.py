from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Marketing, MarketingChannel, Purpose, Register
from privlint.register.advertising import carried_by, channels_of, subjects_of
from privlint.rule import Certainty, Flag, Severity, flag, rule

_ELECTRONIC = {"email": "email", "sms": "sms", "whatsapp": "direct_message", "fax": "fax"}
"""The channels of Art. 13(1) ePrivacy, by the name that national law is asked with."""

_JUDGED = frozenset({*_ELECTRONIC, "social_media"})

_NEVER_BOUGHT = frozenset({"prospects", "contest_entrants", "visitors"})

_Case = tuple[Severity, Certainty, str]
_SENT = "`{id}` sends {by} on {basis}, without consent"
_WRONG: _Case = (Severity.ERROR, Certainty.CERTAIN, _SENT)
_UNSURE: _Case = (Severity.WARNING, Certainty.LIKELY, _SENT)
_MEANT = "does `{id}` keep to the exception for customers? it sends {by} on {basis}"
_EXCEPTED: _Case = (Severity.INFO, Certainty.ASK, _MEANT)
_AT_ALL = "are these messages to people, or posts for all? `{id}`"
_POSTED: _Case = (Severity.INFO, Certainty.ASK, _AT_ALL)


@rule(
    "MKT006",
    judges=Purpose,
    severity=Severity.ERROR,
    law=(
        "ePrivacy 13(1)",
        "ePrivacy 13(2)",
        "NL Tw 11.7",
        "BE WER VI.110",
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
    """Advertising by e-mail, message or fax leans on something else than consent or a sale.

    The law on electronic messages comes before Art. 6 GDPR: to people, e-mail and text messages
    need consent, or the exception for one's own customers, and faxes consent (Art. 13(1) and (2)
    ePrivacy). A legitimate interest, or a contract, does not replace them; for letters it can do.
    It is a warning where nothing says that others than customers or subscribers are written to.

    Wrong when only companies are written to, at an address that names nobody, or when the words
    "legitimate interest" stand for the exception for customers: a question where only customers
    are written to, and nothing where it is about similar products. Social media are a question too.
    """
    if purpose.marketing is None:
        return
    register = purpose.within(Register)
    found: dict[tuple[LegalBasis, _Case], list[MarketingChannel]] = {}
    for channel in channels_of(purpose, register):
        bases = channel.legal_basis or carried_by(channel.channel, (purpose,))
        if channel.channel not in _JUDGED or not bases:
            continue
        permitted = _permitted(channel.channel, register.shop.country, facts)
        if permitted.isdisjoint(basis.basis for basis in bases):
            case = _case(channel.channel, bases[0], purpose, purpose.marketing)
            if case is not None:
                found.setdefault((bases[0], case), []).append(channel)
    for (basis, (severity, certainty, wording)), channels in found.items():
        by, on = " and ".join(c.channel for c in channels), basis.basis.replace("_", " ")
        message = wording.format(id=purpose.id, by=by, basis=on)
        related = tuple((channel, "by this way") for channel in channels)
        yield flag(
            basis, message, at="basis", related=related, severity=severity, certainty=certainty
        )


def _permitted(channel: str, country: str, facts: Facts) -> frozenset[str]:
    """Return the bases that can carry a channel; where the law is not known, those of ePrivacy."""
    law = facts.marketing_law(country, _ELECTRONIC.get(channel, ""))
    by_default = ("consent",) if channel == "fax" else ("consent", "soft_opt_in")
    return frozenset(("unnamed", *(law.grounds if law is not None else by_default)))


def _case(channel: str, basis: LegalBasis, purpose: Purpose, marketing: Marketing) -> _Case | None:
    """Tell how grave it is; `None` where the exception for customers is told in other words."""
    if channel == "social_media":
        return _POSTED
    subjects = subjects_of(purpose)
    if basis.when is not None or subjects == {"business_customers"}:
        return _UNSURE
    if channel == "fax" or not _NEVER_BOUGHT.isdisjoint(marketing.audience):
        return _WRONG
    if (set(marketing.audience) or subjects) == {"customers"}:
        return None if marketing.own_similar_products else _EXCEPTED
    return _UNSURE
