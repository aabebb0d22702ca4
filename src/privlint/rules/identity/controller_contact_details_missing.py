from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Controller, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CTL003",
    judges=Controller,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(a)", "GDPR 14(1)(a)", "WP260 annex"),
    remedy="Give at least an e-mail address and a postal address.",
    compliant="""
        controller:
          phone: null
          email: hello@plain-shop.example
          address: {street: Postbus 12, postcode: 9000, city: Gent, country: BE}
    """,
    violating="""
        controller:
          email: null                # <- CTL003
          phone: null
          address: {street: null, postcode: null, city: Gent, country: BE}
        rights:
          exercise:
            contact: null
    """,
)
def controller_contact_details_missing(controller: Controller, _: Facts) -> Iterator[Flag]:
    """The statement gives no way to reach the controller.

    Art. 13(1)(a) asks for the contact details beside the identity. A name and a town are not
    enough to put a question or to send a request. Where a data protection officer or a
    representative can be reached, less is missing.

    Wrong when the details stand in the header or the footer of the same page, and were not written
    down.
    """
    register = controller.within(Register)
    if register.ways_of_contact:
        return
    dpo, representative = register.dpo, controller.representative
    by_other = (dpo is not None and dpo.reachable) or (representative and representative.ways)
    yield flag(
        controller,
        "no e-mail address, telephone number, form or postal address of the controller is given",
        at="email",
        severity=Severity.WARNING if by_other else None,
    )
