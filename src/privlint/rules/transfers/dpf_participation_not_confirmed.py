from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Register, Transfer
from privlint.register.abroad import vendors_of
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "TRF006",
    judges=Transfer,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=("GDPR 45(1)", "GC T-553/23"),
    remedy="Look the importer up in the list at dataprivacyframework.gov and keep a dated print.",
    since="2023-07-10",
    compliant="""
        recipients:
          host:
            name: Cloudflare
            vendor: cloudflare
            country: US
            transfers:
              - {country: US, safeguard: dpf}
          mailer:
            name: Google Workspace
            vendor: google-workspace
            country: IE
            transfers:
              - {country: US, safeguard: dpf, importer: Google LLC, by_recipient: true}
    """,
    violating="""
        recipients:
          host:
            name: Plain Hosting Inc.
            country: US
            transfers:
              - country: US
                safeguard: dpf                 # <- TRF006
    """,
)
def dpf_participation_not_confirmed(transfer: Transfer, facts: Facts) -> Iterator[Flag]:
    """Nobody has confirmed that an importer is on the list that the adequacy decision asks for.

    The decision on the Data Privacy Framework covers only companies on a public list, which they
    join and leave. Whoever leans on it (Art. 45(1)) has to look: for this importer the listing on
    this day is not known here.

    Wrong when the shop has looked, and has kept what it saw. An importer that is named is the one
    to look up; it may be the parent of the recipient, of which the listing is known.
    """
    place = facts.destination(transfer.country, transfer.safeguard)
    if not transfer.on_decision or not transfer.happens or place is None:
        return
    decision, named = facts.decision(place), facts.instrument(transfer.safeguard or "")
    is_of_list = decision is not None and decision.condition == "importer_listed"
    if decision is None or not is_of_list or (named is not None and named.country != place):
        return
    register = transfer.within(Register)
    answers = facts.adequacies(place, vendors_of(transfer, register), transfer.importer)
    if Answer.UNKNOWN in answers and Answer.NO not in answers:
        receivers = zip(register.receivers(transfer), answers, strict=False)
        unknown = [f"`{one.where[-1]}`" for one, answer in receivers if answer is Answer.UNKNOWN]
        who = transfer.importer or ", ".join(unknown) or "the importer"
        message = f"is this on the list of the {decision.name} on {facts.day}? {who}"
        yield flag(transfer, message, at="safeguard")
