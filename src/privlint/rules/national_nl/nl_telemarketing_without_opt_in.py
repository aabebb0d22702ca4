from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Marketing, MarketingChannel, Purpose, Register
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule

_IN_WORDS = {"consent": "consent", "customer": "their being customers", "objection": "a way out"}


@rule(
    "NLD003",
    judges=MarketingChannel,
    severity=Severity.ERROR,
    law=("NL Tw 11.7", "ePrivacy 13(3)", "GDPR 6(1)(a)"),
    remedy="Call only people who agreed to it beforehand, and say so.",
    since="2021-07-01",
    jurisdictions=("NL",),
    by_market=True,
    compliant="""
        purposes:
          newsletter:
            marketing:
              channels:
                - {channel: email, opt_out: link in every message}
                - {channel: phone, opt_out: say so when called}
    """,
    violating="""
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
                - channel: phone               # <- NLD003
                  opt_out: say so when called
    """,
)
def nl_telemarketing_without_opt_in(channel: MarketingChannel, facts: Facts) -> Iterator[Flag]:
    """People in the Netherlands are called to advertise, without having agreed to it.

    Since July 2021 a shop may call a person in the Netherlands only with consent (art. 11.7 Tw).
    Customers could still be called until the law took that back as well. A legitimate interest, or
    a list of people who do not want calls, does not do. Where nothing is said of what calls rest
    on, the finding is only likely, since no provision has the statement say it.

    Wrong when only companies are called, or only people in other countries, or when people asked to
    be called. Charities, their lotteries and publishers of newspapers may still call customers.
    """
    law = facts.marketing_law("NL", "phone")
    holders = _holders(channel)
    if channel.channel != "phone" or law is None or _are_companies(holders):
        return
    bases = _bases(channel, holders)
    grounds = {_ground(basis, channel) for basis in bases}
    needed = " or ".join(_IN_WORDS[ground] for ground in law.grounds)
    if bases and grounds.isdisjoint((*law.grounds, "unnamed")):
        words = " and ".join(dict.fromkeys(basis.basis.replace("_", " ") for basis in bases))
        message = f"advertising by phone rests on {words}, and {law.law} asks for {needed}"
        yield flag(channel, message, related=((bases[0], "this basis"),))
    elif not bases and not _is_without_any_basis(channel, holders):
        promise = _promise(channel, holders)
        if promise is None:
            message = (
                f"nothing says what advertising by phone rests on; {law.law} asks for {needed}"
            )
            yield flag(channel, message, severity=Severity.WARNING, certainty=Certainty.LIKELY)
        else:
            message = f"does advertising by phone rest on {needed}, as {law.law} asks?"
            place = ((promise, "told of more than calls"),)
            asks = Certainty.ASK
            yield flag(channel, message, related=place, severity=Severity.INFO, certainty=asks)


def _holders(channel: MarketingChannel) -> tuple[Purpose, ...]:
    """Return the purposes that it serves: for a channel of all advertising, those of marketing."""
    purpose: Purpose | None = channel.within(Purpose)
    if purpose is not None:
        return (purpose,)
    purposes = channel.within(Register).purposes.values()
    return tuple(purpose for purpose in purposes if purpose.kind == "marketing")


def _are_companies(holders: tuple[Purpose, ...]) -> bool:
    told = (p.data_subjects or {s for group in p.data for s in group.subjects} for p in holders)
    return bool(holders) and all(set(called) == {"business_customers"} for called in told)


def _bases(channel: MarketingChannel, holders: tuple[Purpose, ...]) -> tuple[LegalBasis, ...]:
    """Return what it rests on: its own bases, else those for its kind, else those for all."""
    stated = tuple(basis for purpose in holders for basis in purpose.legal_basis)
    near = tuple(basis for basis in stated if channel.channel in basis.channels)
    wide = tuple(basis for basis in stated if not basis.channels)
    return channel.legal_basis or near or wide


def _ground(basis: LegalBasis, channel: MarketingChannel) -> str:
    """Return the ground of telephone law that a stated basis stands for."""
    if basis.basis == "legitimate_interests":
        audience = channel.within(Marketing).audience
        return "customer" if set(audience) == {"customers"} else "objection"
    return "customer" if basis.basis in {"soft_opt_in", "contract"} else basis.basis


def _is_without_any_basis(channel: MarketingChannel, holders: tuple[Purpose, ...]) -> bool:
    """Tell whether its purpose, or the whole statement, has no basis: another rule says that."""
    if holders:
        return not any(purpose.bases for purpose in holders)
    return not channel.within(Register).stated_bases()


def _promise(channel: MarketingChannel, holders: tuple[Purpose, ...]) -> Node | None:
    """Return what is told of all advertising, or of everything, and can mean consent to calls."""
    register = channel.within(Register)
    ids = {purpose.id for purpose in holders}
    claims = register.claims_of("no_marketing")
    limited = [claim for claim in claims if claim.except_ and ids.issuperset(claim.about)]
    general = register.general.legal_basis if register.general is not None else ()
    return next(iter((*limited, *(basis for basis in general if basis.basis == "consent"))), None)
