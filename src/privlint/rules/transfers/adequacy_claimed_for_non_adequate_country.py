from collections.abc import Iterator

from privlint.knowledge.answers import Answer, Instrument
from privlint.knowledge.facts import Facts
from privlint.register import Register, Transfer
from privlint.register.abroad import vendors_of
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "TRF005",
    judges=Transfer,
    severity=Severity.ERROR,
    law=("GDPR 45(1)", "GDPR 45(3)", "GDPR 13(1)(f)"),
    remedy="Name a decision that covers this recipient today, or another safeguard of Chapter V.",
    compliant="""
        recipients:
          carrier:
            transfers:
              - {country: JP, safeguard: adequacy}
    """,
    violating="""
        recipients:
          carrier:
            country: IN
            transfers:
              - country: IN
                safeguard: adequacy            # <- TRF005
    """,
)
def adequacy_claimed_for_non_adequate_country(transfer: Transfer, facts: Facts) -> Iterator[Flag]:
    """A transfer leans on an adequacy decision that does not cover it.

    An adequacy decision has a territory and a lifetime, and some cover only the importers on a list
    (Art. 45(3)). A statement that leans on one which is not there tells the reader of a protection
    that nobody gives. Which company is on a list is only known, so that finding is a warning.

    Wrong when the recipient meant is a company inside the EEA, so that there is no transfer, or
    when the importer joined the list after the day on which it was last looked up. Where the
    recipient, not said to act for the shop, sends the data on, it is a warning.
    """
    place = facts.destination(transfer.country, transfer.safeguard)
    if not transfer.on_decision or not transfer.happens or place is None:
        return
    named = facts.instrument(transfer.safeguard or "")
    is_over = named is not None and named.until is not None and named.until < facts.day
    if is_over or facts.eea(place) is Answer.YES:
        return
    vendors = vendors_of(transfer, transfer.within(Register))
    if message := _why_none(named, place, facts):
        severity = Severity.WARNING if transfer.onward else None
        yield flag(transfer, message, at="safeguard", severity=severity)
    elif Answer.NO in facts.adequacies(place, vendors, transfer.importer):
        yield flag(
            transfer,
            f"only listed importers are covered, and this is none ({facts.country_name(place)})",
            at="safeguard",
            severity=Severity.WARNING,
            certainty=Certainty.LIKELY,
        )


def _why_none(named: Instrument | None, place: str, facts: Facts) -> str | None:
    """Say why no decision covers a country on the day, or not the one that is named."""
    country = facts.country_name(place)
    if named is not None and named.country not in {None, place}:
        return f"the {named.name} covers no transfer there ({country})"
    if named is not None and named.since is not None and facts.day < named.since:
        return f"the {named.name} covers transfers only from {named.since}"
    if facts.decision(place) is None:
        return f"no adequacy decision is in force on {facts.day} ({country})"
    return None
