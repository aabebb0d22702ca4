import re
from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.knowledge.national import DeadReference
from privlint.register import NamedLaw, Register, Transfer
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "FRM006",
    judges=NamedLaw,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(1)", "GDPR 94(1)", "NL UAVG 51", "BE Act of 30 July 2018 280"),
    remedy="Name the law that is in force.",
    compliant="""
        statement:
          laws:
            - {name: AVG}
            - {name: de Belgische privacywetgevingen}
    """,
    violating="""
        statement:
          laws:
            - name: Privacywet                 # <- FRM006
            - name: EU-US Privacy Shield       # <- FRM006
    """,
)
def outdated_legal_reference(law: NamedLaw, facts: Facts) -> Iterator[Flag]:
    """The statement names a law that is no longer in force, or none at all by that name.

    Readers who look the law up find something that protects them no more, and the passage shows
    that it was written before the present law. A dead safeguard of a transfer is judged at the
    transfer; only one that no transfer carries is named here.

    Wrong when the old law is told as history. Where a name never was that of a law, the reader can
    mostly guess which one is meant: a slip.
    """
    register: Register = law.within(Register)
    countries = register.countries | set(register.shop.sells_to)
    for dead in facts.dead_references():
        if dead.country is not None and dead.country not in countries:
            continue
        if re.search(dead.pattern, law.name, re.IGNORECASE):
            yield from _outdated(law, dead)
            return
    safeguard = facts.fallen_safeguard(law.name)
    if safeguard is None or any(_carries(each, safeguard.id) for each in register.all(Transfer)):
        return
    message = f"`{law.name}` fell or was replaced: its last day was {safeguard.until}"
    yield flag(law, message, at="name")


def _outdated(law: NamedLaw, dead: DeadReference) -> Iterator[Flag]:
    if dead.until is None:
        message = f"no law bears the name `{law.name}`; it should be {dead.now}"
        yield flag(law, message, at="name", severity=Severity.INFO)
    else:
        message = f"`{law.name}` was right until {dead.until}; now it should be {dead.now}"
        yield flag(law, message, at="name")


def _carries(transfer: Transfer, safeguard: str) -> bool:
    return safeguard in {transfer.safeguard, f"{transfer.safeguard}-{transfer.generation}"}
