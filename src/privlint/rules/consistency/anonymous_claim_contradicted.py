from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Analytics, Claim, DataGroup, Register
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule

_ONLINE = frozenset({"ip_address", "cookie_id", "device_id"})


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
    rare, and which the statement can say: an address that is said to be shortened is not counted.
    """
    claims = tuple(c for c in register.claims_of("analytics_anonymous") if not c.except_)
    stated = list(_stated(register, claims, facts))
    known = [] if stated else list(_known(register, claims, facts))
    said: tuple[Node, ...] = claims
    said = said or tuple(place for place, _ in stated if _is_called_so(place))
    if not said or not (stated or known):
        return
    first, *others = said
    found = (pair for pair in stated or known if pair[0] not in said)
    places: list[tuple[Node, str]] = [*found, *((one, "said again") for one in others)]
    message = "called anonymous, and one person can be told from another"
    yield flag(
        first,
        message,
        at="claim" if claims else "called",
        related=tuple(places),
        severity=None if stated else Severity.WARNING,
        certainty=None if stated else Certainty.LIKELY,
    )


def _stated(
    register: Register, claims: tuple[Claim, ...], facts: Facts
) -> Iterator[tuple[Node, str]]:
    tools = register.all(Analytics)
    identifiers = _ONLINE - ({"ip_address"} if any(tool.ip_truncated for tool in tools) else set())
    for group in register.all(DataGroup):
        is_meant = register.is_called_anonymous(group)
        if is_meant and (group.individual or _identifies(group, identifiers, facts)):
            yield group, "holds identifiers"
    about = {to for claim in claims for to in claim.about}
    for tool in tools:
        is_meant = tool.tool in about or not about <= register.recipients.keys() or not about
        if is_meant and (tool.individual or tool.ip_truncated is False):
            yield tool, "measures individuals"


def _is_called_so(place: Node) -> bool:
    """Tell whether the word stands at the data, with or without a sentence on all measuring."""
    return isinstance(place, DataGroup) and "anonymous" in place.called


def _identifies(group: DataGroup, identifiers: frozenset[str], facts: Facts) -> bool:
    found = (facts.category(kind) for kind in group.kinds)
    return any(kind is not None and kind.id in identifiers for kind in found)


def _known(
    register: Register, claims: tuple[Claim, ...], facts: Facts
) -> Iterator[tuple[Node, str]]:
    about = {to for claim in claims for to in claim.about}
    about = about or {tool.tool for tool in register.all(Analytics) if tool.tool and claims}
    for name, recipient in register.recipients.items():
        vendor = facts.vendor(recipient.vendor)
        if vendor is None or name not in about or recipient.self_hosted:
            continue
        if vendor.sets_identifiers and vendor.sets_confidence != "low":
            yield recipient, "known to tell visitors apart by an identifier"
