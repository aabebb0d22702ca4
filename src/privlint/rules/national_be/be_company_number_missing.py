from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Controller
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "BEL001",
    judges=Controller,
    severity=Severity.INFO,
    law=("BE WER XII.6", "E-Commerce Directive 5(1)(d)", "BE WER III.25"),
    remedy="Add the enterprise number here too, or make sure that it stands on the site.",
    jurisdictions=("BE",),
    compliant="""
        controller:
          company_number: null
          vat_number: BE0123456789
    """,
    violating="""
        controller:
          company_number: null               # <- BEL001
          vat_number: null
    """,
)
def be_company_number_missing(controller: Controller, _: Facts) -> Iterator[Flag]:
    """The Belgian enterprise number is not told.

    A site that sells has to give its enterprise number, so that anybody can look up who runs it
    (art. XII.6 WER). The law asks it of the site, not of the privacy statement; here it helps the
    reader to know who answers for the data. A Belgian VAT number is the same number after the
    letters BE, so that it will do.

    Wrong when the number stands elsewhere on the site, where people look for it.
    """
    seat = controller.address.country if controller.address is not None else None
    # A company seated abroad has the number of its own country.
    numbered = controller.company_number or controller.vat_number
    if not numbered and seat in {None, "BE"}:
        message = "the enterprise number is not told; the site has to give it"
        yield flag(controller, message, at="company_number")
