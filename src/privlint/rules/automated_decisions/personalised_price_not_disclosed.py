from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "ADM004",
    judges=Claim,
    severity=Severity.WARNING,
    certainty=Certainty.ASK,
    law=("Omnibus Directive 4(4)", "NL BW 6:230m", "BE WER VI.45", "GDPR 5(1)(a)"),
    remedy="Tell the buyer beside the price that it was made for them by a machine.",
    compliant="""
        claims:
          - {claim: personalised_price}
          - {claim: personalised_price_disclosed}
    """,
    violating="""
        claims:
          - claim: personalised_price          # <- ADM004
    """,
    since="2022-05-28",
)
def personalised_price_not_disclosed(claim: Claim, _: Facts) -> Iterator[Flag]:
    """Prices are fitted to the person, and nothing says that the buyer is told.

    Before a contract at a distance, a consumer has to hear that the price was personalised by an
    automated decision. Whoever does not know cannot compare.

    Wrong when the shop tells it beside the price, which is where it belongs: a privacy statement
    need not say so, and can itself be the place. So this is a question. Wrong as well when a person
    fixes the price, or when only businesses buy. Prices that move with the market, for everybody
    alike, are not meant.
    """
    if claim.claim != "personalised_price":
        return
    if not claim.within(Register).claims_of("personalised_price_disclosed"):
        message = "is the buyer told, before the order, that the price is personalised?"
        yield flag(claim, message, at="claim")
