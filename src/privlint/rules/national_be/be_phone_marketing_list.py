from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Marketing, MarketingChannel, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "BEL005",
    judges=MarketingChannel,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=("BE WER VI.110-VI.115", "GDPR 21(2)", "ePrivacy 13(3)"),
    remedy="Say that calls respect the do-not-call-me list, and how to refuse them.",
    jurisdictions=("BE",),
    by_market=True,
    compliant="""
        shop: {sells_to: [BE]}
        purposes:
          newsletter:
            legal_basis:
              - basis: consent
                channels: [email]
                withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
              - basis: legitimate_interests
                interest: to make the shop known
                whose: [controller]
                channels: [phone]
            marketing:
              channels:
                - {channel: email, opt_out: link in every message}
                - {channel: phone, opt_out: say so when called or use the do-not-call-me list}
    """,
    violating="""
        shop: {sells_to: [BE]}
        purposes:
          newsletter:
            legal_basis:
              - basis: consent
                channels: [email]
                withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
              - basis: legitimate_interests
                interest: to make the shop known
                whose: [controller]
                channels: [phone]
            marketing:
              channels:
                - {channel: email, opt_out: link in every message}
                - phone                        # <- BEL005
    """,
)
def be_phone_marketing_list(channel: MarketingChannel, facts: Facts) -> Iterator[Flag]:
    """People in Belgium are called to advertise, with no word on how to refuse calls.

    Whoever has put a number on that list must not be called to advertise (art. VI.111 WER). The
    list binds the caller, and no provision has the statement speak of it; but a reader who is told
    of calls wants to know how to stop them. What is told of a way to refuse calls is enough.

    Wrong when the calls go to people in other countries only, or to people who agreed to them.
    Where nothing at all tells how to stop advertising, another rule speaks.
    """
    law = facts.marketing_law("BE", "phone")
    if channel.channel != "phone" or law is None or not _is_told_to_object(channel):
        return
    marketing = channel.within(Marketing)
    told = channel.opt_out or marketing.opt_out or marketing.suppression_list
    if not told and not _is_on_consent(channel):
        message = f"calls to advertise: is the do-not-call-me list respected ({law.law})?"
        yield flag(channel, message)


def _is_told_to_object(channel: MarketingChannel) -> bool:
    """Tell whether the right to object is told at all; its absence is a graver matter."""
    rights = channel.within(Register).rights
    told = () if rights is None else (rights.object_direct_marketing, rights.object)
    return any(right is not None and right.status != "mentioned" for right in told)


def _is_on_consent(channel: MarketingChannel) -> bool:
    """Tell whether consent is stated for calls, or for the purpose as a whole."""
    register, purpose = channel.within(Register), channel.within(Purpose)
    every = (p for p in register.purposes.values() if p.kind == "marketing")
    holders = every if purpose is None else (purpose,)
    bases = channel.legal_basis or tuple(b for holder in holders for b in holder.legal_basis)
    meant = (basis for basis in bases if not basis.channels or channel.channel in basis.channels)
    return any(basis.basis == "consent" for basis in meant)
