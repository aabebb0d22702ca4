from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Register, Transfer
from privlint.register.abroad import is_told_beside, names_safeguard
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "TRF003",
    judges=Transfer,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(f)", "GDPR 14(1)(f)", "GDPR 46", "WP260 annex", "AP Uber 2024"),
    remedy="Say which instrument protects the data, and where a copy can be had.",
    compliant="""
        recipients:
          mailer:
            transfers:
              - country: IN
                safeguard: scc
                generation: "2021"
                copy: on_request
    """,
    violating="""
        recipients:
          mailer:
            transfers:
              - country: IN
                safeguard: unnamed             # <- TRF003
                words: an adequate level of protection is ensured
    """,
)
def safeguard_not_specified(transfer: Transfer, facts: Facts) -> Iterator[Flag]:
    """A transfer is said to be safe, in words that name no safeguard.

    "An adequate level is ensured" or "in a safe and lawful manner" repeats that the law is kept and
    not how. Art. 13(1)(f) asks for a reference to the safeguard itself, so that readers can look up
    what it promises them; a statement without it was fined. A sentence that only sums up others
    which do name it is not meant.

    Wrong when the words, read in their place, do name a decision, clauses, rules or a derogation.
    Where the recipient, not said to act for the shop, sends the data on, it is a warning: the
    transfer may then be its own.
    """
    if transfer.safeguard != "unnamed" or transfer.derogation is not None or not transfer.happens:
        return
    register = transfer.within(Register)
    is_inside = facts.eea(transfer.country) is Answer.YES
    if is_inside or is_told_beside(transfer, register, names_safeguard):
        return
    said = f": {transfer.words}" if transfer.words else ""
    yield flag(
        transfer,
        f"the safeguard is described, not named{said}",
        at="safeguard",
        severity=Severity.WARNING if transfer.onward else None,
    )
