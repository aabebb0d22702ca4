from collections.abc import Iterator

from privlint.knowledge.answers import Answer, Instrument
from privlint.knowledge.facts import Facts
from privlint.register import Register, Transfer
from privlint.register.abroad import is_told_beside
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "TRF004",
    judges=Transfer,
    severity=Severity.ERROR,
    law=(
        "GDPR 13(1)(f)",
        "GDPR 44",
        "GDPR 45(1)",
        "GDPR 46(1)",
        "CJEU C-362/14",
        "CJEU C-311/18",
        "SCC Decision 2021/914 4",
    ),
    remedy="Move to a safeguard that is in force and name it, or stop the transfer.",
    compliant="""
        recipients:
          mailer:
            transfers:
              - {country: IN, safeguard: scc, generation: "2021", copy: on_request}
    """,
    violating="""
        recipients:
          mailer:
            name: Mailchimp
            vendor: mailchimp
            country: US
            transfers:
              - country: US
                safeguard: privacy_shield      # <- TRF004
          host:
            country: IN
            transfers:
              - country: IN
                safeguard: scc
                generation: "2010"             # <- TRF004
                copy: on_request
    """,
)
def safeguard_expired(transfer: Transfer, facts: Facts) -> Iterator[Flag]:
    """A transfer leans on a safeguard that has fallen or was replaced.

    A decision that the Court struck down, or a set of clauses that was repealed, protects nobody
    from that day on, and there was no period of grace for the Privacy Shield. The reader is told of
    rights that cannot be used any more. Judged on the day: the same sentence was right before.

    Wrong when the statement names the old safeguard only to say that it is no longer used. It is a
    warning where another that holds is named beside it, so that the old name only misleads, and
    where the recipient, not said to act for the shop, sends the data on.
    """
    instrument = _named(transfer, facts)
    if instrument is None or not transfer.happens or facts.eea(transfer.country) is Answer.YES:
        return
    if message := _why_dead(instrument, transfer, facts):
        is_told = is_told_beside(transfer, transfer.within(Register), _holds, facts)
        yield flag(
            transfer,
            message,
            at="generation" if transfer.generation is not None else "safeguard",
            severity=Severity.WARNING if transfer.onward or is_told else None,
            certainty=Certainty.LIKELY if instrument.confidence == "low" else None,
        )


def _named(transfer: Transfer, facts: Facts) -> Instrument | None:
    """Return the safeguard that is named; of clauses the set, where it is told."""
    is_set = transfer.safeguard == "scc" and transfer.generation is not None
    return facts.instrument(f"scc-{transfer.generation}" if is_set else transfer.safeguard or "")


def _holds(transfer: Transfer, facts: Facts) -> bool:
    """Tell whether a safeguard is named that is in force, or a decision, which is judged itself."""
    instrument = _named(transfer, facts)
    is_alive = instrument is not None and _why_dead(instrument, transfer, facts) is None
    return is_alive or transfer.safeguard == "adequacy"


def _why_dead(instrument: Instrument, transfer: Transfer, facts: Facts) -> str | None:
    if instrument.until is not None and instrument.until < facts.day:
        return f"the safeguard was last valid on {instrument.until}: {instrument.name}"
    last = instrument.new_contracts_until
    signed = transfer.contract_date
    if last is not None and signed is not None and last < signed <= facts.day:
        return f"no contract could be made on it after {last}: {instrument.name}"
    return None
