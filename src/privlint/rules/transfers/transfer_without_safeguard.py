from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register, Transfer
from privlint.register.abroad import is_told_beside, is_transfer_told, vendors_of
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "TRF002",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(f)", "GDPR 14(1)(f)", "GDPR 44", "GDPR 46", "CJEU C-311/18"),
    remedy="Name the adequacy decision, the model clauses in force, or another safeguard.",
    compliant="""
        recipients:
          mailer:
            role: processor
            country: IN
            transfers:
              - {country: IN, safeguard: scc, generation: "2021", copy: on_request}
    """,
    violating="""
        recipients:
          mailer:
            role: processor
            country: IN
            transfers: null                    # <- TRF002
          carrier:
            transfers:
              - country: JP                    # <- TRF002
    """,
)
def transfer_without_safeguard(register: Register, facts: Facts) -> Iterator[Flag]:
    """Data leave the EEA, and the statement names nothing that protects them there.

    A transfer needs a decision of the Commission that the country is adequate, a safeguard such as
    the standard contractual clauses, or a derogation (Art. 44 to 49), and the reader has a right to
    know which: Art. 13(1)(f) asks for "the existence or absence of an adequacy decision", and for
    the safeguard where there is none. A recipient that is seated outside the EEA, or keeps the
    data there, shows a transfer as well as a sentence that tells of one. Which decisions are in
    force is judged on the day.

    Wrong when the statement only calls a group by its home ("the American company") and the shop's
    contract is with its company inside the EEA, or when people give their data to that recipient
    themselves, so that the shop sends nothing. It is a warning where the vendor is known to
    contract from inside, where all data are said to be kept inside, and where the recipient, not
    said to act for the shop, sends them on.
    """
    for transfer in register.all(Transfer):
        if _is_bare(transfer, register, facts):
            severity = Severity.WARNING if transfer.onward else None
            message = _gap(transfer, register, facts)
            yield flag(transfer, message, at="safeguard", severity=severity)
    for recipient in register.recipients.values():
        if country := _silent_place(recipient, register, facts):
            (covered,) = facts.adequacies(country, (recipient.vendor,))
            outside = f"`{recipient.where[-1]}` is outside the EEA ({facts.country_name(country)})"
            message = f"{outside}: {_missing({covered}, facts)}"
            severity = Severity.WARNING if _is_also_inside(recipient, register, facts) else None
            yield flag(
                recipient, message, at="transfers", severity=severity, certainty=Certainty.LIKELY
            )


def _is_bare(transfer: Transfer, register: Register, facts: Facts) -> bool:
    if not transfer.happens or _tells(transfer) or facts.eea(transfer.country) is Answer.YES:
        return False
    return not is_told_beside(transfer, register, _tells)


def _tells(transfer: Transfer) -> bool:
    """Tell whether anything is said of what protects the data, be it in empty words."""
    return transfer.safeguard is not None or transfer.derogation is not None


def _gap(transfer: Transfer, register: Register, facts: Facts) -> str:
    holder = transfer.parent
    through = f" through `{holder.where[-1]}`" if isinstance(holder, Recipient) else ""
    if transfer.country is None or not facts.is_country(transfer.country):
        return f"data leave the EEA{through}: no safeguard is named"
    vendors = vendors_of(transfer, register)
    answers = set(facts.adequacies(transfer.country, vendors, transfer.importer))
    country = facts.country_name(transfer.country)
    return f"data leave the EEA{through} ({country}): {_missing(answers, facts)}"


def _missing(answers: set[Answer], facts: Facts) -> str:
    """Say what the statement should have named, by whether a decision covers the transfer."""
    if answers == {Answer.YES}:
        return "the adequacy decision that covers it is not mentioned"
    if answers == {Answer.NO}:
        return f"no adequacy decision covers it on {facts.day}, and no safeguard is named"
    return "neither a safeguard nor an adequacy decision is named"


def _is_also_inside(recipient: Recipient, register: Register, facts: Facts) -> bool:
    """Tell whether it is known to contract from inside the EEA, or said to keep all data there."""
    vendor = facts.vendor(recipient.vendor)
    is_known = vendor is not None and vendor.entity_confidence == "high"
    known = (vendor.entity_country,) if vendor is not None and is_known else ()
    return facts.all_inside(known) or facts.all_inside(register.storage_of(recipient))


def _silent_place(recipient: Recipient, register: Register, facts: Facts) -> str | None:
    """Return where outside the EEA a recipient gets data from the shop, if no transfer is told."""
    collects = recipient.collects_itself is True and recipient.role != "processor"
    denied = any(not transfer.happens for transfer in recipient.transfers)
    if collects or denied or not recipient.receives:
        return None
    outside = (one for one in register.places_of(recipient) if facts.eea(one) is Answer.NO)
    place = next(outside, None)
    if place is None or is_transfer_told(recipient, place, register):
        return None
    return place
