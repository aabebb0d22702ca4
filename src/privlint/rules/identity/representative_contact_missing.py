from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import ContactPoint, Controller, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CTL007",
    judges=Controller,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(a)", "GDPR 14(1)(a)", "GDPR 27(4)"),
    remedy="Give the address or the e-mail address of the representative.",
    compliant="""
        controller:
          representative:
            name: Plain Representation bv
            address: {street: Wetstraat 1, postcode: 1000, city: Brussel, country: BE}
    """,
    violating="""
        controller:
          representative:
            name: Plain Representation bv     # <- CTL007
    """,
)
def representative_contact_missing(controller: Controller, _: Facts) -> Iterator[Flag]:
    """The representative in the Union is named without contact details.

    Art. 13(1)(a) asks for the identity and the contact details of the representative, who is there
    to be addressed instead of a controller far away (Art. 27(4)).

    Wrong when the statement gives the details elsewhere, and they were written down at an entry
    that does not bear the same name.
    """
    representative = controller.representative
    if representative is not None and not _is_reachable(representative):
        who = representative.name or "the representative"
        place = "name" if representative.name else None
        yield flag(representative, f"nothing says how to reach `{who}`", at=place)


def _is_reachable(representative: ContactPoint) -> bool:
    """Tell whether it can be reached, by what stands there or at another entry that is about it."""
    register = representative.within(Register)
    name = (representative.name or "").casefold()
    others = register.all(ContactPoint) if name else ()
    points = [other for other in others if (other.name or "").casefold() == name]
    if any(point.ways for point in (representative, *points)):
        return True
    firm = register.recipients.get(representative.recipient or "")
    takes_post = firm is not None and firm.address is not None and firm.address.takes_post
    return takes_post or (firm is not None and firm.contact is not None)
