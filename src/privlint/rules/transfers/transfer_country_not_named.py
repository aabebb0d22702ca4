from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register, Transfer
from privlint.register.abroad import is_told_beside, names_country
from privlint.register.node import remembered
from privlint.rule import Certainty, Flag, Severity, flag, rule

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
    named none was fined under Art. 13(1)(f). Clauses "approved by the Commission" can since 2021 be
    those of a contract with a processor (Art. 28(7)), which say nothing of a transfer: where no
    more is told of them, the finding is a question.

    Wrong when the country follows from the recipient's name in the statement, or from what the
    person asks for, such as an order to an address of their own abroad. What a recipient that is
    not said to act for the shop sends on may be its own transfer: there it is a note.
    """
    if not transfer.happens or not transfer.names_safeguard or transfer.names_country:
        return
    if facts.destination(transfer.country, transfer.safeguard) or _is_by_the_person(transfer):
        return
    if _is_told_elsewhere(transfer, transfer.within(Register), facts):
        return
    holder = transfer.parent
    of = f" of `{holder.where[-1]}`" if isinstance(holder, Recipient) else ""
    if transfer.only_clauses and facts.in_force("scc-processing"):
        message = f"do these clauses{of} mean that data leave the EEA, and to which country?"
        yield flag(transfer, message, at="country", severity=Severity.INFO, certainty=Certainty.ASK)
    else:
        severity = Severity.INFO if transfer.onward else None
        yield flag(transfer, f"the transfer{of} names no country", at="country", severity=severity)


def _is_told_elsewhere(transfer: Transfer, register: Register, facts: Facts) -> bool:
    """Tell whether the country is that of others' transfers, or the seat of all that it is about.

    A sentence about everybody is about those of whom no transfer is told, if all their seats are.
    """
    receivers = register.receivers(transfer)
    if not receivers and not isinstance(transfer.parent, Recipient) and not transfer.recipients:
        return _is_told_of_all(register, facts)
    outside = [facts.eea(receiver.seat) is Answer.NO for receiver in receivers]
    if outside and all(outside):
        return True
    return bool(receivers) and is_told_beside(transfer, register, names_country)


@remembered
def _is_told_of_all(register: Register, facts: Facts) -> bool:
    receiving = [one for one in register.recipients.values() if one.receives]
    named = (each.names_country for one in receiving for each in one.transfers)
    abroad = (facts.eea(one.seat) is Answer.NO for one in receiving)
    is_known = all(one.seat for one in receiving if not one.transfers)
    return is_known and (any(named) or any(abroad))


def _is_by_the_person(transfer: Transfer) -> bool:
    """Tell whether it happens only in a case of the person's own contract (Art. 49(1)(b))."""
    is_own = transfer.derogation == "contract" and not transfer.repeated
    return is_own and transfer.when not in _NO_CASE
