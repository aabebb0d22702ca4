from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register, Right, Rights
from privlint.rule import Certainty, Flag, Severity, flag, rule

_IN_WRITING = frozenset({"email", "post", "form"})


@rule(
    "RIG011",
    judges=Rights,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(2)", "GDPR recital 59", "EDPB 01/2022"),
    remedy="Say how to make a request, and give an e-mail, a postal address or a form for it.",
    compliant="""
        controller:
          email: null
          address: {street: null, postcode: null, city: Gent, country: BE}
          channels: [{channel: whatsapp, at: "+32 9 123 45 67"}]
        rights:
          exercise: {channels: [account], contact: null}
    """,
    violating="""
        controller:
          email: null
          address: {street: null, postcode: null, city: Gent, country: BE}
          channels: [{channel: whatsapp, at: "+32 9 123 45 67"}]
        rights:
          exercise:                  # <- RIG011
            channels: null
            contact: null
    """,
)
def rights_procedure_missing(rights: Rights, _: Facts) -> Iterator[Flag]:
    """The statement names rights, but not how to use them.

    Art. 12(2) asks the controller to make it easy, and recital 59 to accept requests by electronic
    means. Any address of the shop will do, and so will that of its data protection officer or its
    representative; a telephone number or an account on a network alone leaves nothing in hand to
    show that and when the request was made.

    Wrong when the shop takes requests by telephone or chat and confirms them in writing.
    """
    register, exercise = rights.within(Register), rights.exercise
    ways = register.ways_of_contact
    if not rights.told or not ways or (ways | _ways_of_others(register)) & _IN_WRITING:
        return
    if exercise is not None and (exercise.channels or exercise.contact):
        return
    if not any(right.how for right in register.all(Right)):
        only = " and ".join(sorted(way.replace("_", " ") for way in ways))
        message = f"nothing says how to make a request; the only contact is by {only}"
        yield flag(rights, message, at="exercise")


def _ways_of_others(register: Register) -> frozenset[str]:
    """Return the ways to reach who stands in for the controller (Art. 27(4), 38(4) GDPR)."""
    controller = register.controller
    representative = controller.representative if controller is not None else None
    ways = representative.ways if representative is not None else frozenset[str]()
    return ways | (register.dpo.ways if register.dpo is not None else frozenset())
