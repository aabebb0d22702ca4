from collections.abc import Iterator

from privlint.knowledge.answers import Answer, Vendor
from privlint.knowledge.facts import Facts
from privlint.knowledge.folding import fold
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
    if transfer.safeguard not in _DECISIONS or not transfer.happens or transfer.country is None:
        return
    decision = facts.decision(transfer.country)
    if decision is None or decision.condition != "importer_listed":
        return
    register = transfer.within(Register)
    vendors = _importers(transfer, register, facts)
    answers = [facts.adequate(transfer.country, vendor) for vendor in vendors]
    if Answer.UNKNOWN in answers and Answer.NO not in answers:
        receivers = zip(register.receivers(transfer), answers, strict=False)
        unknown = [f"`{r.where[-1]}`" for r, answer in receivers if answer is Answer.UNKNOWN]
        who = transfer.importer or ", ".join(unknown) or "the importer"
        message = f"is this on the list of the {decision.name} on {facts.day}? {who}"
        yield flag(transfer, message, at="safeguard")


def _importers(transfer: Transfer, register: Register, facts: Facts) -> list[Vendor | None]:
    """Return the vendors that import the data; their group is one by whichever name it is told."""
    own = [facts.vendor(receiver.vendor) for receiver in register.receivers(transfer)]
    if transfer.importer is not None:
        named = fold(transfer.importer)
        same = [one for one in own if one is not None and named in map(fold, _names(one))]
        if same:
            return list(same)
    return [facts.vendor(vendor) for vendor in register.importers(transfer)]


def _names(vendor: Vendor) -> tuple[str, ...]:
    return (vendor.name, vendor.entity_name, vendor.parent_name or vendor.name)
