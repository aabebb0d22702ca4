import re
from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Controller, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_LEGAL_FORM = re.compile(
    r"^(bv|bvba|nv|vzw|srl|sprl|sarl|asbl)\b"
    r"|\b(bv|bvba|nv|vof|cv|cvba|commv|vzw|srl|sprl|sa|sarl|sas|snc|asbl|gmbh|ug|ag|kg|ohg|gbr"
    r"|ltd|limited|plc|llc|inc|aps|ab|oy|eenmanszaak)$"
)
"""A legal form before or behind a name, without the dots: then it is the name of a company."""


@rule(
    "CTL002",
    judges=Controller,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(1)(a)", "GDPR 4(7)", "NL BW 3:15d", "BE WER XII.6"),
    remedy="Add the company with its legal form or, for a one-person business, the owner's name.",
    compliant="""
        controller:
          name: Plain Shop
          legal_form: null
          natural_person: Anna Peeters
    """,
    violating="""
        controller:
          name: Plain Shop           # <- CTL002
          legal_form: null
    """,
)
def controller_is_trade_name_only(controller: Controller, _: Facts) -> Iterator[Flag]:
    """The controller is named by the name of the shop alone.

    A controller is a natural or legal person (Art. 4(7)), and its identity has to be told. The
    name on a shop front is neither: it does not say who answers for the data. A company number
    lets the reader look the person up, so that less is missing.

    Wrong when the name of the shop is also the full name of the person behind it, or of a company
    whose legal form was not written down.
    """
    known_as = {name.casefold() for name in controller.trade_names}
    known_as.add(controller.within(Register).shop.name.casefold())
    name = controller.name or next(iter(controller.trade_names), None)
    if controller.legal_form or controller.natural_person or name is None:
        return
    if name.casefold() in known_as and not _LEGAL_FORM.search(name.casefold().replace(".", "")):
        numbered = controller.company_number or controller.vat_number
        yield flag(
            controller,
            f"`{name}` is the name of the shop; the company or person is not named",
            at="name" if controller.name else "trade_names",
            severity=Severity.INFO if numbered else None,
        )
