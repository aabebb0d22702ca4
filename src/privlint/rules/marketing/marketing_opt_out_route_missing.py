from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Marketing, MarketingChannel, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_UNADDRESSED = {"website", "social_media"}
"""Channels on which a shop may speak to everybody, without anybody's data."""


@rule(
    "MKT003",
    judges=Marketing,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(b)", "GDPR 21(2)", "GDPR 21(4)", "ePrivacy 13(2)", "ePrivacy 13(4)"),
    remedy="Say for each channel how to stop it, and that one can object at any time.",
    compliant="""
        purposes:
          newsletter:
            legal_basis: [{basis: soft_opt_in}]
            marketing:
              channels:
                - {channel: email, opt_out: link in every message}
                - {channel: post, opt_out: a line to privacy@plain-shop.example}
              audience: [customers]
              own_similar_products: true
              objection_at_collection: true
        rights: {object_direct_marketing: null}
    """,
    violating="""
        purposes:
          security: null
          newsletter:
            legal_basis: [{basis: soft_opt_in}]
            marketing:
              channels:
                - {channel: email, opt_out: link in every message}
                - channel: post                # <- MKT003
              audience: [customers]
              own_similar_products: true
              objection_at_collection: true
        rights: {object: null, object_direct_marketing: null}
    """,
)
def marketing_opt_out_route_missing(marketing: Marketing, _: Facts) -> Iterator[Flag]:
    """Advertising is sent, and nothing tells how to stop it.

    Against direct marketing one can always object (Art. 21(2)), and must be told so in plain sight
    (Art. 21(4), 13(2)(b)). A link in each e-mail stops the e-mail, and neither letters nor calls.

    Wrong when the advertising only goes to those who consented: taking back consent is the way out
    then, which other rules ask for. Posts on the shop's own page that everybody sees use nobody's
    data: social media alone are a question.
    """
    register = marketing.within(Register)
    if marketing.opt_out or _is_told_for_all(register):
        return
    ways = {each.channel for each in register.all(MarketingChannel) if each.opt_out}
    bare = [
        channel
        for channel in marketing.channels
        if channel.channel not in ways and not _rests_on_consent(channel)
    ]
    addressed = [channel for channel in bare if channel.channel not in _UNADDRESSED]
    if addressed:
        names = " or ".join(channel.channel.replace("_", " ") for channel in addressed)
        message = f"advertising by {names}, and nothing tells how to stop it"
        place = addressed[0] if len(addressed) == 1 else marketing
        yield flag(place, message, at="opt_out")
    elif bare and bare[0].channel == "social_media":
        message = "are these messages to people? nothing tells how to stop them on social media"
        asks = Certainty.ASK
        yield flag(bare[0], message, at="opt_out", severity=Severity.INFO, certainty=asks)


def _is_told_for_all(register: Register) -> bool:
    """Tell whether the right to object is told, or a way out of all advertising."""
    rights = register.rights
    told = () if rights is None else (rights.object_direct_marketing, rights.object)
    general = register.marketing is not None and register.marketing.opt_out is not None
    return general or any(right is not None and right.status != "mentioned" for right in told)


def _rests_on_consent(channel: MarketingChannel) -> bool:
    """Tell whether consent alone carries it: its own, or that of its purpose."""
    purpose: Purpose | None = channel.within(Purpose)
    bases: tuple[LegalBasis, ...] = channel.legal_basis
    if not bases and purpose is not None:
        bases = tuple(b for b in purpose.legal_basis if channel.channel in b.channels)
        bases = bases or tuple(b for b in purpose.legal_basis if not b.channels)
    return bool(bases) and all(basis.basis == "consent" for basis in bases)
