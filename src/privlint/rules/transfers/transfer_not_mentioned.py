from collections.abc import Iterator
from typing import NamedTuple

from privlint.knowledge.answers import Answer, Vendor
from privlint.knowledge.facts import Facts
from privlint.register import Claim, Recipient, Register, Transfer
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "TRF001",
    judges=Register,
    severity=Severity.ERROR,
    certainty=Certainty.LIKELY,
    law=(
        *("GDPR 13(1)(f)", "GDPR 14(1)(f)", "GDPR 28(3)(a)", "GDPR 44"),
        *("EDPB 05/2021", "EDPB Opinion 22/2024"),
    ),
    remedy="Say that data can reach that country through this recipient, and on which safeguard.",
    compliant="""
        recipients:
          host:
            name: Cloudflare
            vendor: cloudflare
            country: null
            transfers: [{country: US, safeguard: scc, generation: "2021", copy: link}]
    """,
    violating="""
        recipients:
          host:                                # <- TRF001
            name: Cloudflare
            vendor: cloudflare
            country: null
    """,
)
def transfer_not_mentioned(register: Register, facts: Facts) -> Iterator[Flag]:
    """A recipient is known to take data out of the EEA, and the statement does not say so.

    Who gives data to a company in a third country, or to a processor that passes them on, must say
    so, with the safeguard (Art. 13(1)(f), 28(3)(a), 44). What a controller inside the EEA passes on
    is its own transfer: there the finding is only a question.

    Wrong when the shop's contract keeps the data in the EEA without access from outside, or is with
    another company of the group than the one that shops in the Benelux contract with.
    """
    found = (_leak(recipient, register, facts) for recipient in register.recipients.values())
    leaks = [leak for leak in found if leak is not None]
    likely = [leak for leak in leaks if leak.certainty is Certainty.LIKELY]
    questions = [leak for leak in leaks if leak.certainty is Certainty.ASK]
    tells_of_some = any(transfer.happens for transfer in register.all(Transfer))
    holes = [[leak] for leak in likely] if tells_of_some else [likely]
    for hole in (*holes, questions):
        if hole:
            yield _flag(hole, register)


class _Leak(NamedTuple):
    recipient: Recipient
    how: str
    severity: Severity
    certainty: Certainty


_WEIGHT = {
    "high": (Severity.ERROR, Certainty.LIKELY),
    "medium": (Severity.WARNING, Certainty.LIKELY),
    "low": (Severity.INFO, Certainty.ASK),
}
"""How grave it is that data leave the EEA unsaid, by how surely they do, and for the shop."""


def _leak(recipient: Recipient, register: Register, facts: Facts) -> _Leak | None:
    """Return how data reach a third country through a recipient about which nothing is said."""
    vendor = facts.vendor(recipient.vendor)
    if vendor is None or not _is_untold(recipient, vendor, register, facts):
        return None
    seated = facts.eea(recipient.seat)
    direct = recipient.role == "processor" or not recipient.collects_itself
    if seated is Answer.UNKNOWN and facts.eea(vendor.entity_country) is Answer.NO and direct:
        how = f"is known to be seated outside the EEA ({facts.country_name(vendor.entity_country)})"
        return _Leak(recipient, how, *_WEIGHT[vendor.entity_confidence])
    abroad = [code for code in vendor.third_countries if facts.eea(code) is Answer.NO]
    names = ", ".join(map(facts.country_name, abroad))
    role = recipient.role or (None if vendor.role_confidence == "low" else vendor.role)
    if role == "processor" and abroad and vendor.third_countries_confidence != "low":
        how = f"is known to pass data on, through its group, outside the EEA ({names})"
        return _Leak(recipient, how, *_WEIGHT["medium"])
    is_told_all = recipient.role is not None and seated is Answer.YES
    if is_told_all or all(facts.adequate(code, vendor) is Answer.YES for code in abroad):
        return None
    return _Leak(recipient, f"may pass data on outside the EEA ({names})", *_WEIGHT["low"])


def _is_untold(recipient: Recipient, vendor: Vendor, register: Register, facts: Facts) -> bool:
    """Tell whether it receives data, and the statement tells of no transfer or place abroad."""
    is_software = (vendor.role, recipient.role) == ("none", None)
    on_own_server = is_software and vendor.role_confidence != "low"
    outside = Answer.NO in map(facts.eea, register.places_of(recipient))
    told = outside or any(map(_tells, register.transfers_of(recipient)))
    return recipient.receives and not on_own_server and not told


def _tells(transfer: Transfer) -> bool:
    """Tell whether it is about somebody, unlike "some data may leave the EEA"."""
    is_about = isinstance(transfer.parent, Recipient) or bool(transfer.recipients)
    return transfer.happens and (is_about or transfer.country not in {None, "unnamed"})


def _flag(leaks: list[_Leak], register: Register) -> Flag:
    """Raise one flag: at the recipient if there is but one, else at the list of them."""
    told = "; ".join(f"`{leak.recipient.where[-1]}` {leak.how}" for leak in leaks)
    first, *others = leaks
    places = ((leak.recipient, leak.how) for leak in leaks if others)
    gap = "no transfer is told for it" if register.all(Transfer) else "that is not said"
    asked = f"is there a transfer to mention? {told}"
    return flag(
        (*first.recipient.where, "transfers") if not others else ("recipients",),
        asked if first.certainty is Certainty.ASK else f"{told}: {gap}",
        related=(*places, *((one, _promised(one)) for one in register.promises_of_eea())),
        severity=max(leak.severity for leak in leaks),
        certainty=first.certainty,
    )


def _promised(promise: Claim | Transfer) -> str:
    is_seat = isinstance(promise, Claim) and promise.claim == "partners_in_eea"
    return "partners are said to be in the EEA" if is_seat else "data are said to stay in the EEA"
