from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Controller, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CTL004",
    judges=Controller,
    severity=Severity.INFO,
    law=("GDPR 13(1)(a)", "WP260 annex"),
    remedy="Offer a second way of contact, such as e-mail beside the postal address.",
    compliant="""
        controller:
          phone: null
          address: null
          email: privacy@plain-shop.example
          contact_form: true
    """,
    violating="""
        controller:
          phone: null
          address: {street: null, postcode: null, city: Gent, country: BE}
          email: privacy@plain-shop.example   # <- CTL004
    """,
)
def controller_single_channel(controller: Controller, _: Facts) -> Iterator[Flag]:
    """The controller can be reached in one way only.

    One way satisfies Art. 13(1)(a). The guidelines on transparency prefer different ones, such as
    telephone, e-mail and post, because not every reader can or will use the same. Another way
    to the data protection officer will do.

    Wrong when a page that the statement links to gives the other ways.
    """
    register = controller.within(Register)
    ways = sorted(register.ways_of_contact)
    others = register.dpo.ways if register.dpo is not None else frozenset[str]()
    if len(ways) == 1 and others <= set(ways):
        key = {"post": "address", "form": "contact_form"}.get(ways[0], ways[0])
        place = key if key in controller.stated else None
        yield flag(controller, f"the only way to reach the controller is {_by(ways[0])}", at=place)


def _by(way: str) -> str:
    named = {
        "email": "e-mail",
        "form": "a form",
        "phone": "the telephone",
        "visit": "a visit",
        "other": "one that is not named",
    }
    return named.get(way, way.replace("_", " "))
