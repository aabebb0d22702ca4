from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, Cookie, DataGroup, Recipient, RecipientRef, Register
from privlint.rule import Flag, Severity, flag, rule

_LOCATION = frozenset({"location_coarse", "location_precise"})


@rule(
    "CST002",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "GDPR 4(1)"),
    remedy="Leave the claim out, or stop using the location; a place from an IP address is one.",
    compliant="""
        claims: [{claim: no_location_tracking}]
    """,
    violating="""
        claims:
          - claim: no_location_tracking        # <- CST002
        purposes:
          security:
            data:
              - categories: [ip_address, location_coarse]
                source: observed
                retention: {period: P90D, from: collection, bound: at_most}
                recipients: [host]
    """,
)
def no_location_claim_contradicted(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement says that it never finds out where visitors are, and uses their location.

    Both cannot be true, and the reader cannot know which is (Art. 5(1)(a), 12(1)). A place that is
    worked out from an IP address is one (Art. 4(1) names location data).

    Wrong when the claim is only about precise tracking: an exception or a condition of the claim
    silences this rule. Not meant are the address of a delivery, a region that the visitor chose and
    a cookie keeps, figures that are called anonymous or general, and data that somebody else has.
    """
    entries = register.all(CategoryEntry)
    used = [entry for entry in entries if entry.id in _LOCATION and _is_used(entry, register)]
    for claim in register.claims_of("no_location_tracking"):
        if used and not claim.except_ and not claim.when:
            places = tuple((entry, "the location is used") for entry in used)
            message = "said never to find out where people are, and their location is used"
            yield flag(claim, message, at="claim", related=places)


def _is_used(entry: CategoryEntry, register: Register) -> bool:
    """Tell whether it is said of data that the shop has, not of a claim or of a stored choice."""
    holder = entry.parent
    if isinstance(holder, Cookie):
        return "preferences" not in holder.serves
    if isinstance(holder, DataGroup):
        return register.uses(holder)
    return isinstance(holder, Recipient | RecipientRef)
