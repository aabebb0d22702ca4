from collections.abc import Iterator
from typing import NamedTuple

from privlint.knowledge.answers import Answer, Vendor
from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register, Transfer
from privlint.register.abroad import Promise, promises_of_eea
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "TRF001",
    judges=Register,
    severity=Severity.WARNING,
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
    is its own transfer: there the finding is only a question. What companies do is known, and not
    read in the statement, so this is never an error.

    Wrong when the shop's contract keeps the data in the EEA without access from outside, or is with
    another company of the group than the one that shops in the Benelux contract with.
    """
    found = (_leak(recipient, register, facts) for recipient in register.recipients.values())
    leaks = [leak for leak in found if leak is not None]
    likely = [leak for leak in leaks if leak.is_likely]
    questions = [leak for leak in leaks if not leak.is_likely]
    tells_of_some = any(transfer.happens for transfer in register.all(Transfer))
    holes = [[leak] for leak in likely] if tells_of_some else [likely]
    for hole in (*holes, questions):
        if hole:
            yield _flag(hole, register)


class _Leak(NamedTuple):
    recipient: Recipient
    how: str
    is_likely: bool
    """False: a person has to ask."""


def _leak(recipient: Recipient, register: Register, facts: Facts) -> _Leak | None:
    """Return how data reach a third country through a recipient about which nothing is said."""
    vendor = facts.vendor(recipient.vendor)
    if vendor is None or not _is_untold(recipient, vendor, register, facts):
        return None
    seated = facts.eea(recipient.seat)
    direct = recipient.role == "processor" or not recipient.collects_itself
    if seated is Answer.UNKNOWN and facts.eea(vendor.entity_country) is Answer.NO and direct:
        how = f"is known to be seated outside the EEA ({facts.country_name(vendor.entity_country)})"
        return _Leak(recipient, how, vendor.entity_confidence != "low")
    abroad = [code for code in vendor.third_countries if facts.eea(code) is Answer.NO]
    names = ", ".join(map(facts.country_name, abroad))
    role = facts.role(recipient.vendor, recipient.role)
    if role == "processor" and abroad and vendor.third_countries_confidence != "low":
        how = f"is known to pass data on, through its group, outside the EEA ({names})"
        return _Leak(recipient, how, is_likely=True)
    is_told_all = recipient.role is not None and seated is Answer.YES
    if is_told_all or all(facts.adequate(code, vendor) is Answer.YES for code in abroad):
        return None
    return _Leak(recipient, f"may pass data on outside the EEA ({names})", is_likely=False)


def _is_untold(recipient: Recipient, vendor: Vendor, register: Register, facts: Facts) -> bool:
    """Tell whether it receives data, and the statement tells of no transfer or place abroad."""
    is_software = (vendor.role, recipient.role) == ("none", None)
    on_own_server = is_software and vendor.role_confidence != "low"
    outside = Answer.NO in map(facts.eea, register.places_of(recipient))
    told = outside or any(_tells(one, vendor) for one in register.transfers_of(recipient))
    return recipient.receives and not on_own_server and not told


def _tells(transfer: Transfer, vendor: Vendor) -> bool:
    """Tell whether it is about this recipient: by name, by country, or as one under a safeguard.

    Not so for "some data may leave the EEA", nor for a country where this company is not.
    """
    if isinstance(transfer.parent, Recipient) or transfer.recipients or not transfer.happens:
        return transfer.happens
    if transfer.names_country:
        return transfer.country in {vendor.entity_country, *vendor.third_countries}
    return transfer.names_safeguard


def _flag(leaks: list[_Leak], register: Register) -> Flag:
    """Raise one flag: at the recipient if there is but one, else at the list of them."""
    told = "; ".join(f"`{leak.recipient.where[-1]}` {leak.how}" for leak in leaks)
    first, *others = leaks
    names = {leak.recipient.where[-1] for leak in leaks}
    places = ((leak.recipient, leak.how) for leak in leaks if others)
    promises = promises_of_eea(register)
    broken = (one for one in promises if one.of is None or not one.of.isdisjoint(names))
    gap = "no transfer is told for it" if register.all(Transfer) else "that is not said"
    asked = f"is there a transfer to mention? {told}"
    return flag(
        (*first.recipient.where, "transfers") if not others else ("recipients",),
        f"{told}: {gap}" if first.is_likely else asked,
        related=(*places, *((one.place, _promised(one)) for one in broken)),
        severity=None if first.is_likely else Severity.INFO,
        certainty=None if first.is_likely else Certainty.ASK,
    )


def _promised(promise: Promise) -> str:
    who = "partners are said to be" if promise.is_about_seats else "data are said to stay"
    return f"{who} in the EEA"
