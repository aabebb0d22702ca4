from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Analytics, Claim, DataGroup, Purpose, Register
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CST004",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 4(1)", "GDPR 4(5)", "GDPR recital 26", "GDPR recital 30"),
    remedy="Call the data pseudonymous and treat them as personal, or measure without identifiers.",
    compliant="""
        claims: [{claim: analytics_anonymous}]
    """,
    violating="""
        purposes:
          security:
            kind: analytics
        claims:
          - claim: analytics_anonymous         # <- CST004
    """,
)
def anonymous_claim_contradicted(register: Register, facts: Facts) -> Iterator[Flag]:
    """The statement calls measurements anonymous, and they tell one person from another.

    Data with an IP address, a cookie's or a device's identifier single somebody out, whatever name
    is left away (Art. 4(1), recitals 26 and 30). Where the statement lists no identifier and only
    the tool is known to use one, the finding is likely and no more.

    Wrong when identifiers are removed before anything is stored and no vendor keeps one, which is
    rare, and which the statement can say.
    """
    claims = register.claims_of("analytics_anonymous")
    stated = list(_stated(register, claims, facts))
    known = [] if stated else list(_known(register, claims, facts))
    if not claims or not (stated or known):
        return
    first, *others = claims
    places: list[tuple[Node, str]] = [*(stated or known), *((one, "said again") for one in others)]
    message = "called anonymous, and one person can be told from another"
    yield flag(
        first,
        message,
        at="claim",
        related=tuple(places),
        severity=None if stated else Severity.WARNING,
        certainty=None if stated else Certainty.LIKELY,
    )


def _stated(
    register: Register, claims: tuple[Claim, ...], facts: Facts
) -> Iterator[tuple[Node, str]]:
    for group in register.all(DataGroup):
        is_meant = "anonymous" in group.called or _is_about(group, claims)
        if is_meant and (group.individual or _identifies(group, facts)):
            yield group, "holds identifiers"
    for tool in register.all(Analytics):
        if tool.individual or tool.ip_truncated is False:
            yield tool, "measures individuals"


def _is_about(group: DataGroup, claims: tuple[Claim, ...]) -> bool:
    purpose = group.parent
    if not isinstance(purpose, Purpose):
        return False
    about = {to for claim in claims for to in claim.about}
    return purpose.id in about or (not about and purpose.kind == "analytics")


def _identifies(group: DataGroup, facts: Facts) -> bool:
    found = (facts.category(kind) for kind in group.kinds)
    online = {"ip_address", "cookie_id", "device_id"}
    return any(kind is not None and kind.id in online for kind in found)


def _known(
    register: Register, claims: tuple[Claim, ...], facts: Facts
) -> Iterator[tuple[Node, str]]:
    about = {to for claim in claims for to in claim.about}
    for name, recipient in register.recipients.items():
        vendor = facts.vendor(recipient.vendor)
        if vendor is not None and name in about and vendor.sets_identifiers:
            yield recipient, "known to tell visitors apart by an identifier"
