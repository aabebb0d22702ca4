from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Recipient, Register, Transfer
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "TRF010",
    judges=Register,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=("GDPR 13(1)(f)", "GDPR 14(1)(f)"),
    remedy='Say whether data leave the EEA; "no" is an answer too.',
    compliant="""
        recipients:
          carrier: {kind: category, name: delivery service, country: null, transfers: null}
          mailer: {country: BE, transfers: null}
        claims:
          - {claim: data_in_eea}
    """,
    violating="""
        recipients:                            # <- TRF010
          carrier: {kind: category, name: delivery service, country: null, transfers: null}
          mailer: {country: BE, transfers: null}
    """,
)
def transfers_not_addressed(register: Register, facts: Facts) -> Iterator[Flag]:
    """The statement does not say whether data leave the EEA.

    Some recipients are only described, or give no seat, so readers cannot tell where their data go.
    Art. 13(1)(f) asks for a word where there is a transfer; where there is none, one sentence would
    remove the doubt.

    Wrong when there is no transfer: silence is then lawful, which is why this is a question. What
    is published on the site for everybody is not meant.
    """
    everybody = register.recipients.values()
    receivers = [each for each in everybody if each.receives and each.kind != "public"]
    if _is_addressed(register) or any(_is_outside(each, facts) for each in receivers):
        return
    unplaced = [each for each in receivers if not _is_placed(each, facts)]
    if unplaced:
        names = ", ".join(f"`{each.where[-1]}`" for each in unplaced)
        message = f"do data leave the EEA? nothing is said of it, nor where these are: {names}"
        yield flag(("recipients",), message)


def _is_addressed(register: Register) -> bool:
    claims = register.claims_of("data_in_eea") or register.claims_of("partners_in_eea")
    places = [storage for storage in register.storage if storage.place is not None]
    return bool(register.all(Transfer) or claims or places)


def _is_outside(recipient: Recipient, facts: Facts) -> bool:
    """Tell whether it is stated or known to take data out: other rules speak of that."""
    vendor = facts.vendor(recipient.vendor)
    known = (vendor.entity_country, *vendor.third_countries) if vendor is not None else ()
    return any(facts.eea(code) is Answer.NO for code in (recipient.seat, *known))


def _is_placed(recipient: Recipient, facts: Facts) -> bool:
    return recipient.seat is not None or facts.vendor(recipient.vendor) is not None
