from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, Claim, Cookie, Register
from privlint.rule import Flag, Severity, flag, rule

_LOCATION = frozenset({"location_coarse", "location_precise"})


@rule(
    "CST002",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "GDPR 13(1)(c)"),
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

    Both cannot be true, and the reader cannot know which is (Art. 5(1)(a), 12(1)).

    Wrong when the claim is only about precise tracking and the location is that of a delivery: a
    delivery address is not meant here, nor is a region that the visitor chose and a cookie keeps,
    and an exception of the claim silences this rule.
    """
    used = [entry for entry in register.all(CategoryEntry) if entry.id in _LOCATION]
    places = tuple((entry, "the location is used") for entry in used if _is_processed(entry))
    for claim in register.claims_of("no_location_tracking"):
        if places and not claim.except_:
            message = "said never to find out where people are, and their location is used"
            yield flag(claim, message, at="claim", related=places)


def _is_processed(entry: CategoryEntry) -> bool:
    """Tell whether it is said of data that are processed, not of a claim or of a stored choice."""
    holder = entry.parent
    if isinstance(holder, Cookie):
        return "preferences" not in holder.serves
    return not isinstance(holder, Claim)
