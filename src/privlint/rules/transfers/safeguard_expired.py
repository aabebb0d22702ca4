from collections.abc import Iterator

from privlint.knowledge.answers import Answer, Instrument
from privlint.knowledge.facts import Facts
from privlint.register import Transfer
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "TRF004",
    judges=Transfer,
    severity=Severity.ERROR,
    law=("GDPR 44", "GDPR 46(1)", "GDPR 13(1)(f)", "CJEU C-311/18", "SCC Decision 2021/914 4"),
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

    Wrong when the statement names the old safeguard only to say that it is no longer used, or names
    a newer one beside it that was not written down.
    """
    is_clauses = transfer.safeguard == "scc" and transfer.generation is not None
    ground = f"scc-{transfer.generation}" if is_clauses else transfer.safeguard
    instrument = facts.instrument(ground or "")
    if instrument is None or not transfer.happens or facts.eea(transfer.country) is Answer.YES:
        return
    if message := _why_dead(instrument, transfer, facts):
        yield flag(
            transfer,
            message,
            at="generation" if is_clauses else "safeguard",
            certainty=Certainty.LIKELY if instrument.confidence == "low" else None,
        )


def _why_dead(instrument: Instrument, transfer: Transfer, facts: Facts) -> str | None:
    if instrument.until is not None and instrument.until < facts.day:
        return f"the safeguard was last valid on {instrument.until}: {instrument.name}"
    last = instrument.new_contracts_until
    signed = transfer.contract_date
    if last is not None and signed is not None and last < signed <= facts.day:
        return f"no contract could be made on it after {last}: {instrument.name}"
    return None
