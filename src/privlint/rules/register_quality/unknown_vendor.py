from collections.abc import Iterator, Sequence

from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "REG003",
    judges=Recipient,
    severity=Severity.INFO,
    law=(),
    remedy="Give its `vendor`, or its `country` if the statement tells it.",
    compliant="""
        recipients:
          host: {kind: named, name: Hetzner, vendor: hetzner, country: null}
    """,
    violating="""
        recipients:
          host:                                # <- REG003
            kind: named
            name: Plain Hosting
            country: null
    """,
)
def unknown_vendor(recipient: Recipient, facts: Facts) -> Iterator[Flag]:
    """A recipient is named of which nothing is known.

    The catalogue of vendors tells where a company is seated and where data can go from there. For a
    name that it does not have, and whose country the statement does not tell, the rules on
    transfers are silent: that is no sign that all is well.

    Wrong when the recipient was left without a vendor on purpose, because it is not clear who is
    meant. Where another entry of the same name has one, nothing is found.
    """
    is_named = recipient.kind == "named" and recipient.name is not None and recipient.receives
    if not is_named or recipient.vendor is not None or recipient.seat is not None:
        return
    name = recipient.name or ""
    if any(other.vendor and other.name == name for other in _all(recipient)):
        return
    vendor = facts.vendor_named(name)
    if vendor is not None:
        message = f"did you mean the vendor `{vendor.id}`? {name}"
        yield flag(recipient, message, at="vendor", certainty=Certainty.ASK)
    elif facts.misnomer(name) is None:
        yield flag(recipient, f"nothing is known of where {name} is and what it does", at="vendor")


def _all(recipient: Recipient) -> Sequence[Recipient]:
    return recipient.within(Register).all(Recipient)
