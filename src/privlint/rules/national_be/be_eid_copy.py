from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Identification, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_DOCUMENT = "id_document_copy"
_COPIES = frozenset({"id_document_copy", "id_document_front_copy"})
_REQUESTS = frozenset({None, "contact", "customer_service", "legal_requests", "other"})
"""Kinds of purposes under which the use of rights may have been written down."""


@rule(
    "BEL003",
    judges=DataGroup,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("BE Act of 19 July 1991 6(4)", "GBA 06/2019", "GDPR 5(1)(c)", "EDPB 01/2022 74"),
    remedy="Offer another way that needs no identity card, and say what the card is read for.",
    since="2018-12-23",
    jurisdictions=("BE",),
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [name, email, {is: id_document_copy, required: false}]
                data_subjects: [newsletter_subscribers]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          newsletter:
            data:
              - categories: [name, email, id_document_copy]      # <- BEL003
                data_subjects: [newsletter_subscribers]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
)
def be_eid_copy(group: DataGroup, _: Facts) -> Iterator[Flag]:
    """An identity card is copied or read, and no other way is offered.

    Belgian law lets a card be read or copied only if its holder agrees, and whoever offers a
    service by it has to offer a way without it (art. 6, par. 4 of the Act of 19 July 1991). A shop
    that took the card for a loyalty card was told so by the GBA (decision 06/2019): the card tells
    more than a shop needs.

    Wrong when a law asks for the card, as for the age of who buys some goods, when another document
    than an identity card is meant, or when the other way is offered on the spot. Where it is taken
    on a condition only, which may be the holder's choice, it is a question. A copy for a request
    under the GDPR is judged by another rule.
    """
    entry = next((entry for entry in group.categories if entry.id == _DOCUMENT), None)
    purpose: Purpose | None = group.within(Purpose)
    register = group.within(Register)
    if entry is None or purpose is None or not register.uses(group):
        return
    if group.of_staff or group.rests_on_law or _may_be_for_rights(purpose, register):
        return
    left_out = group.required is False or entry.required is False
    if left_out or _is_optional(purpose, register):
        return
    if group.when or entry.when:
        message = f"`{purpose.id}` takes an identity document in some cases: is there another way?"
        yield flag(entry, message, severity=Severity.INFO, certainty=Certainty.ASK)
    else:
        message = f"`{purpose.id}` takes an identity document, and no way without it is told"
        yield flag(entry, message)


def _may_be_for_rights(purpose: Purpose, register: Register) -> bool:
    """Tell whether the document may be the one that is asked of who uses a right."""
    is_asked = any(way.method in _COPIES for way in register.all(Identification))
    return is_asked and purpose.kind in _REQUESTS


def _is_optional(purpose: Purpose, register: Register) -> bool:
    """Tell whether it is said, for the document or for all data, that it may be left out."""
    of_all = register.general.provision if register.general is not None else ()
    of_this = (each for each in of_all if purpose.id in each.purposes)
    return any(
        each.required == "optional"
        and (not each.categories or _DOCUMENT in {entry.id for entry in each.categories})
        for each in (*purpose.provision, *of_this)
    )
