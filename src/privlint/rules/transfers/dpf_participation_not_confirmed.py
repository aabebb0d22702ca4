from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Register, Transfer
from privlint.rule import Certainty, Flag, Severity, flag, rule

_DECISIONS = {"adequacy", "dpf"}


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

    Wrong when the shop has looked, and has kept what it saw.
    """
    if transfer.safeguard not in _DECISIONS or not transfer.happens or transfer.country is None:
        return
    decision = facts.decision(transfer.country)
    if decision is None or decision.condition != "importer_listed":
        return
    register = transfer.within(Register)
    vendors = register.importers(transfer)
    answers = [facts.adequate(transfer.country, facts.vendor(vendor)) for vendor in vendors]
    if Answer.UNKNOWN in answers and Answer.NO not in answers:
        receivers = zip(register.receivers(transfer), answers, strict=False)
        unknown = [f"`{r.where[-1]}`" for r, answer in receivers if answer is Answer.UNKNOWN]
        who = transfer.importer or ", ".join(unknown) or "the importer"
        message = f"is this on the list of the {decision.name} on {facts.day}? {who}"
        yield flag(transfer, message, at="safeguard")
