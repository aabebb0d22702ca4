from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Controller
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "NLD001",
    judges=Controller,
    severity=Severity.INFO,
    law=("NL BW 3:15d(1)(c)", "E-Commerce Directive 5(1)(d)", "NL Hrw 27"),
    remedy="Add the KvK number here too, or make sure that it is always easy to find on the site.",
    jurisdictions=("NL",),
    compliant="""
        shop: {country: NL}
        controller:
          address: {street: Dorpsweg 1, postcode: 1234 AB, city: Utrecht, country: NL}
          company_number: "01234567"
          vat_number: NL001234567B01
    """,
    violating="""
        shop: {country: NL}
        controller:
          address: {street: Dorpsweg 1, postcode: 1234 AB, city: Utrecht, country: NL}
          company_number: null               # <- NLD001
          vat_number: NL001234567B01
    """,
)
def nl_company_number_missing(controller: Controller, _: Facts) -> Iterator[Flag]:
    """The number in the Dutch trade register is not told.

    A site that sells has to give the number under which it stands in the trade register (KvK), so
    that anybody can look up who runs it (art. 3:15d(1)(c) BW). The law asks it of the site, not of
    the privacy statement; here it helps the reader to know who answers for the data. A Dutch VAT
    number is another number.

    Wrong when the number stands elsewhere on the site, where people look for it.
    """
    seat = controller.address.country if controller.address is not None else None
    # A company seated abroad has the number of its own country.
    if controller.company_number is None and seat in {None, "NL"}:
        message = "the number in the trade register (KvK) is not told; the site has to give it"
        yield flag(controller, message, at="company_number")
