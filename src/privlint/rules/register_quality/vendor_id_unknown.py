from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.nearest import did_you_mean
from privlint.register import Recipient
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "REG009",
    judges=Recipient,
    severity=Severity.ERROR,
    law=(),
    remedy="Take the id from the catalogue of vendors, or leave the key out.",
    compliant="""
        recipients:
          host: {name: Hetzner, vendor: hetzner}
    """,
    violating="""
        recipients:
          host:
            name: Hetzner
            vendor: hezner                     # <- REG009
    """,
)
def vendor_id_unknown(recipient: Recipient, facts: Facts) -> Iterator[Flag]:
    """A vendor's id is not in the catalogue.

    The id ties a recipient to what is known of the company: its seat, its role, where data go. One
    that the catalogue does not have adds nothing, and hides that nothing is known.

    Wrong when the register was written for a newer catalogue than this one.
    """
    vendor = recipient.vendor
    if vendor is None or vendor in facts.vendor_ids:
        return
    meant = did_you_mean(vendor, sorted(facts.vendor_ids))
    yield flag(recipient, f"the catalogue has no vendor `{vendor}`{meant}", at="vendor")
