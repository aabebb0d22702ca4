from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Register, Transfer
from privlint.rule import Certainty, Flag, Severity, flag, rule

_DECISIONS = {"adequacy", "dpf"}


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
    that nobody gives.

    Wrong when the recipient meant is a company inside the EEA, so that there is no transfer, or
    when the importer joined the list after the day on which it was last looked up.
    """
    if transfer.safeguard not in _DECISIONS or not transfer.happens:
        return
    named = facts.instrument(transfer.safeguard)
    if named is not None and named.since is not None and facts.day < named.since:
        message = f"the {named.name} covers transfers only from {named.since}"
        yield flag(transfer, message, at="safeguard")
        return
    importers = transfer.within(Register).importers(transfer)
    answers = [facts.adequate(transfer.country, facts.vendor(vendor)) for vendor in importers]
    if Answer.NO not in answers or transfer.country is None:
        return
    country = facts.country_name(transfer.country)
    if facts.decision(transfer.country) is None:
        message = f"no adequacy decision is in force on {facts.day} ({country})"
        yield flag(transfer, message, at="safeguard")
    else:
        message = (
            f"the adequacy decision covers only listed importers, and this is none ({country})"
        )
        yield flag(transfer, message, at="safeguard", certainty=Certainty.LIKELY)
