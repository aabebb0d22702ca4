from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import ContactPoint, Dpo, Register
from privlint.rule import Flag, Severity, flag, rule

_CALLED = (
    "dpo",
    "data protection officer",
    "functionaris",
    "délégué à la protection",
    "datenschutzbeauftragt",
)
"""What entries that are about the officer are called by; it decides only on silence."""


@rule(
    "DPO002",
    judges=Dpo,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(b)", "GDPR 14(1)(b)", "GDPR 37(7)", "WP243"),
    remedy="Publish an e-mail address, number or postal address of the DPO; a name is not needed.",
    compliant="""
        dpo:
          status: appointed
          email: dpo@plain-shop.example
    """,
    violating="""
        dpo:
          status: appointed          # <- DPO002
          name: Anna Peeters
    """,
)
def dpo_contact_missing(dpo: Dpo, _: Facts) -> Iterator[Flag]:
    """A data protection officer is appointed, and cannot be reached.

    Art. 13(1)(b) asks for the contact details of the DPO, and Art. 37(7) to publish them. The
    officer is there to be asked about one's own data (Art. 38(4)); a name alone does not help.

    Wrong when the details stand elsewhere in the statement, and were written down at an entry that
    bears neither the officer's name nor the office.
    """
    if dpo.status == "appointed" and not dpo.reachable and not _is_reached_by_another_entry(dpo):
        message = "a DPO is appointed, without an e-mail address, number or postal address"
        yield flag(dpo, message, at="status")


def _is_reached_by_another_entry(dpo: Dpo) -> bool:
    for point in dpo.within(Register).all(ContactPoint):
        told = " ".join(filter(None, (point.name, point.role, point.for_))).casefold()
        is_same = dpo.name is not None and dpo.name.casefold() in told
        if point.ways and point.recipient is None and (is_same or any(c in told for c in _CALLED)):
            return True
    return False
