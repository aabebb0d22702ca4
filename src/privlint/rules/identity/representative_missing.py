from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Controller, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CTL006",
    judges=Controller,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(a)", "GDPR 27(1)", "GDPR 3(2)"),
    remedy="Appoint a representative in a country of the Union where customers live, and name it.",
    compliant="""
        shop: {country: CH, sells_to: [BE, NL]}
        controller:
          address: {street: Bahnhofstrasse 1, postcode: 8001, city: Zürich, country: CH}
          established_in_eea: false
          representative: {name: Plain Representation bv, email: eu@plain-rep.example}
    """,
    violating="""
        shop: {country: CH, sells_to: [BE, NL]}
        controller:                  # <- CTL006
          address: {street: Bahnhofstrasse 1, postcode: 8001, city: Zürich, country: CH}
          established_in_eea: false
    """,
)
def representative_missing(controller: Controller, facts: Facts) -> Iterator[Flag]:
    """A shop outside the EEA that sells into it names no representative.

    Art. 27(1) asks a controller that has no establishment here, yet sells here, to appoint somebody
    whom readers and authorities can address; Art. 13(1)(a) asks to name that representative.

    Wrong when the shop has an establishment in the EEA after all, or when it only sells here now
    and then, uses no data of Art. 9 or 10 on a large scale, and puts nobody at risk (Art.
    27(2)(a)). Where the statement leaves the establishment open, this is a question.
    """
    shop = controller.within(Register).shop
    if controller.representative is not None or controller.established_in_eea:
        return
    seat = controller.address.country if controller.address is not None else None
    inside = facts.in_union(seat or shop.country)
    sells_here = any(facts.in_union(country) is Answer.YES for country in shop.sells_to)
    if inside is not Answer.NO or (shop.sells_to and not sells_here):
        return
    if controller.established_in_eea is False and sells_here:
        message = "the shop has no establishment in the EEA and names no representative there"
        yield flag(controller, message, at="representative")
        return
    yield flag(
        controller,
        f"the seat is outside the EEA ({facts.country_name(seat or shop.country)}): is there an"
        " establishment or a representative in it?",
        at="representative",
        severity=Severity.WARNING,
        certainty=Certainty.ASK,
    )
