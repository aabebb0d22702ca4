from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register, Transfer
from privlint.rule import Flag, Severity, flag, rule

_SAYS_NO_SAFEGUARD = {None, "unnamed"}
_NAMES_ITS_COUNTRY = {"dpf", "privacy_shield", "safe_harbour"}
_NO_CASE = {None, "possibly", "otherwise"}


@rule(
    "TRF007",
    judges=Transfer,
    severity=Severity.WARNING,
    law=("GDPR 13(1)(f)", "GDPR 14(1)(f)", "WP260 annex", "AP Uber 2024"),
    remedy="Name the country.",
    compliant="""
        recipients:
          mailer:
            transfers:
              - {country: IN, safeguard: scc, generation: "2021", copy: on_request}
    """,
    violating="""
        recipients:
          mailer:
            country: null
            transfers:
              - country: unnamed               # <- TRF007
                safeguard: scc
                copy: on_request
    """,
)
def transfer_country_not_named(transfer: Transfer, facts: Facts) -> Iterator[Flag]:
    """Data leave the EEA, and the statement does not say to which country.

    Whether a decision covers the data, and what a foreign authority may ask of them, hangs on the
    country. The guidelines on transparency expect third countries to be named, and a statement that
    named none was fined under Art. 13(1)(f).

    Wrong when the country follows from the recipient's name or address in the statement, or from
    what the person asks for, such as an order to an address of their own abroad; or when the
    clauses that are named are those between controller and processor of Art. 28(7): those say
    nothing about a transfer.
    """
    says_safeguard = transfer.safeguard not in _SAYS_NO_SAFEGUARD or transfer.derogation is not None
    if not transfer.happens or not says_safeguard or transfer.safeguard in _NAMES_ITS_COUNTRY:
        return
    if _is_chosen_by_the_person(transfer):
        return
    if transfer.country in {None, "unnamed"} and not _is_told_elsewhere(transfer, facts):
        holder = transfer.parent
        of = f" of `{holder.where[-1]}`" if isinstance(holder, Recipient) else ""
        yield flag(transfer, f"the transfer{of} names no country", at="country")


def _is_told_elsewhere(transfer: Transfer, facts: Facts) -> bool:
    """Tell whether the statement gives the country as the seat of everybody whom it is about."""
    receivers = transfer.within(Register).receivers(transfer)
    outside = [facts.eea(receiver.seat) is Answer.NO for receiver in receivers]
    return bool(outside) and all(outside)


def _is_chosen_by_the_person(transfer: Transfer) -> bool:
    """Tell whether it happens only in a case of the person's own contract (Art. 49(1)(b))."""
    is_own = transfer.derogation == "contract" and not transfer.repeated
    return is_own and transfer.when not in _NO_CASE
