from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "REG003",
    judges=Register,
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
def unknown_vendor(register: Register, facts: Facts) -> Iterator[Flag]:
    """A recipient is named of which nothing is known.

    The catalogue of vendors tells where a company is seated and where data can go from there. For a
    name that it does not have, and where the statement tells no country, the rules on transfers are
    silent: that is no sign that all is well.

    Wrong when the recipient was left without a vendor on purpose, because it is not clear who is
    meant. Where another entry of the same name has one, nothing is found.
    """
    known = {recipient.name for recipient in register.all(Recipient) if recipient.vendor}
    for recipient in register.all(Recipient):
        name = recipient.name
        if recipient.kind != "named" or name is None or name in known or not recipient.receives:
            continue
        if recipient.vendor is not None or _is_located(recipient, register):
            continue
        vendor = facts.vendor_named(name)
        if vendor is not None:
            message = f"did you mean the vendor `{vendor.id}`? {name}"
            yield flag(recipient, message, at="vendor", certainty=Certainty.ASK)
        elif facts.misnomer(name) is None:
            message = f"nothing is known of where {name} is and what it does"
            yield flag(recipient, message, at="vendor")


def _is_located(recipient: Recipient, register: Register) -> bool:
    """Tell whether the statement says where it is, keeps the data or takes them."""
    transfers = (each.country for each in register.transfers_of(recipient))
    places = (*register.places_of(recipient), *transfers)
    return any(place not in {None, "unnamed"} for place in places)
