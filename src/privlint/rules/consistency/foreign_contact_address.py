from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Controller, Fault, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CST006",
    judges=Fault,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(2)", "GDPR 13(2)(b)", "GDPR 5(1)(f)"),
    remedy="Replace the address: what people send there reaches another company.",
    compliant="""
        faults: [{fault: misspelt, about: the name of a town}]
    """,
    violating="""
        faults:
          - fault: foreign                     # <- CST006
            about: requests for erasure go to an address at another shop's domain
    """,
)
def foreign_contact_address(fault: Fault, _: Facts) -> Iterator[Flag]:
    """The statement holds an address or a text of another company.

    It is usually left over from a model. A request that is sent there is lost, and its content
    reaches somebody whom it does not concern (Art. 12(2), 5(1)(f)).

    Wrong when the other company handles requests for the shop, as a company of its group or its
    processor, which the statement can explain in a word.
    """
    if fault.fault != "foreign":
        return
    register = fault.within(Register)
    holder = register.controller
    related = ((holder, "the shop's own"),) if _has_address(holder) and holder else ()
    about = f": {fault.about}" if fault.about else ""
    yield flag(
        fault,
        f"an address or a text that is not the shop's own{about}",
        at="fault",
        related=related,
    )


def _has_address(controller: Controller | None) -> bool:
    return controller is not None and controller.email is not None
