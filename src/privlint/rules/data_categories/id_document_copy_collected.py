from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Identification, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_COPIES = frozenset({"id_document_copy", "id_document_front_copy"})
_REQUESTS = frozenset({None, "contact", "customer_service", "legal_requests", "other"})
"""Kinds of purposes under which the use of rights may have been written down."""


@rule(
    "DAT013",
    judges=DataGroup,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 5(1)(c)", "NL UAVG 46", "BE Act of 19 July 1991 6(4)"),
    remedy="Ask for less, or let people hide the photo and the number.",
    compliant="""
        shop: {country: NL}
        controller: {address: {country: NL}}
        purposes:
          newsletter:
            data:
              - categories: [name, email, age]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        shop: {country: NL}
        controller: {address: {country: NL}}
        purposes:
          newsletter:
            data:
              - categories: [name, email, id_document_copy]      # <- DAT013
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
)
def id_document_copy_collected(group: DataGroup, _: Facts) -> Iterator[Flag]:
    """Copies of identity documents are collected, and no law is named that asks for them.

    A copy holds a photo, a national number and more than any sale needs (Art. 5(1)(c)). A Dutch
    copy carries the BSN, which the shop may not use (art. 46 UAVG); a Belgian card may be copied
    only if its holder agrees (art. 6, par. 4 of the Act of 19 July 1991).

    Wrong when a law asks for the copy and the statement does not say so, or when people may hide
    what is not needed. Copies for the use of rights belong to `id-copy-demanded-for-rights`, what
    a Belgian shop does with the card to `be-eid-copy`; copies of staff are left alone.
    """
    copies = [entry for entry in group.categories if entry.id == "id_document_copy"]
    register = group.within(Register)
    if not copies or group.of_staff or group.rests_on_law or not register.uses(group):
        return
    if _is_judged_elsewhere(group, register):
        return
    yield flag(copies[0], "a copy of an identity document is kept: no law is named for it")


def _is_judged_elsewhere(group: DataGroup, register: Register) -> bool:
    """Tell whether the copy may be asked of who uses a right, or falls under Belgian law."""
    purpose: Purpose | None = group.within(Purpose)
    if purpose is not None and "BE" in register.countries:
        return True
    is_asked = any(way.method in _COPIES for way in register.all(Identification))
    return is_asked and (purpose is None or purpose.kind in _REQUESTS)
