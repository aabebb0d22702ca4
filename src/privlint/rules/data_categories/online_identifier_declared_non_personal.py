from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Analytics, Claim, DataGroup, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_IDENTIFIERS = frozenset({"ip_address", "cookie_id", "device_id"})


@rule(
    "DAT003",
    judges=Register,
    severity=Severity.ERROR,
    law=(
        "GDPR 4(1)",
        "GDPR 5(1)(a)",
        "GDPR recital 26",
        "GDPR recital 30",
        "CJEU C-582/14",
        "CJEU C-413/23",
    ),
    remedy="Treat the IP address, cookie ID and similar identifiers as personal data, and say so.",
    compliant="""
        purposes:
          security:
            data:
              - categories: [analytics_data]
                called: [not_personal, aggregated]
                recipients: [host]
        claims: [{claim: browsing_not_personal, about: [security]}]
    """,
    violating="""
        purposes:
          security:
            data:
              - categories: [ip_address, browser_info]
                called: not_personal           # <- DAT003
                source: observed
                recipients: [host]
              - categories: [metadata]
                called: not_personal           # <- DAT003
                source: observed
                recipients: [host]
        claims:
          - {claim: browsing_not_personal, of: [ip_address]}
          - claim: browsing_not_personal       # <- DAT003
            about: [mailer]
    """,
)
def online_identifier_declared_non_personal(register: Register, facts: Facts) -> Iterator[Flag]:
    """The statement says that an IP address or another online identifier is not personal data.

    Who can be told from all others is identifiable (Art. 4(1), recitals 26 and 30), and a shop that
    takes orders has the means to put a name to an address (CJEU C-582/14). Whoever believes the
    sentence will not use any right over these data. Data about browser and device alone may tell
    nobody apart: then this is a question.

    Wrong when the address is cut before anything is stored, or when nobody has the means to learn
    who is behind the identifier. What is called anonymous in analytics is judged by
    `anonymous-claim-contradicted`.
    """
    is_cut = any(tool.ip_truncated for tool in register.all(Analytics))
    identifiers = _IDENTIFIERS - {"ip_address"} if is_cut else _IDENTIFIERS
    for place, kinds, said in _told(register):
        at = "claim" if isinstance(place, Claim) else "called"
        is_anothers = isinstance(place, DataGroup) and not register.is_held(place)
        if (found := kinds & identifiers) and not is_anothers:
            message = f"{_named(found)}: called not personal, and singles people out"
            yield flag(place, message, at=at, related=said)
        elif question := _asked(place, kinds, facts):
            info, ask = Severity.INFO, Certainty.ASK
            yield flag(place, question, at=at, related=said, severity=info, certainty=ask)


def _told(
    register: Register,
) -> Iterator[tuple[Claim | DataGroup, frozenset[str], tuple[tuple[Claim, str], ...]]]:
    """Yield what calls data not personal: the data or the claim, the kinds, other claims of it."""
    claims = register.claims_of("browsing_not_personal")
    anonymous = [group for group in register.all(DataGroup) if _is_called_anonymous(group)]
    groups = [g for g in register.all(DataGroup) if "not_personal" in g.called]
    for group in groups:
        said = tuple((claim, "said here") for claim in claims if _is_about(claim, group))
        if group not in anonymous:
            yield group, group.kinds, said
    for claim in claims:
        if not any(_is_about(claim, group) for group in (*groups, *anonymous)):
            yield claim, frozenset(entry.id for entry in claim.of) or _listed(claim), ()


def _asked(place: Claim | DataGroup, kinds: frozenset[str], facts: Facts) -> str:
    """Return what to ask of data that may tell nobody apart; empty where nothing is to be asked."""
    if isinstance(place, Claim) and not kinds:
        return "called not personal, but which data? do none of them tell visitors apart?"
    found = (facts.category(kind) for kind in kinds)
    online = frozenset(kind.id for kind in found if kind is not None and kind.group == "online")
    is_general = isinstance(place, DataGroup) and "aggregated" in place.called
    if not online or is_general:
        return ""
    return f"{_named(online)}: called not personal; does none of it tell visitors apart?"


def _named(kinds: frozenset[str]) -> str:
    return ", ".join(f"`{kind}`" for kind in sorted(kinds))


def _is_about(claim: Claim, group: DataGroup) -> bool:
    purpose: Purpose | None = group.within(Purpose)
    names = {group.held_by, *group.via, *(ref.to for ref in group.recipients)}
    names |= {purpose.id} if purpose is not None else set()
    is_meant = not claim.about or not names.isdisjoint(claim.about)
    return is_meant and (not claim.of or not group.kinds.isdisjoint(e.id for e in claim.of))


def _listed(claim: Claim) -> frozenset[str]:
    """Return the kinds of data of the purposes that a claim is about."""
    purposes = claim.within(Register).purposes
    meant = (purposes[to] for to in claim.about if to in purposes)
    return frozenset[str]().union(*(group.kinds for purpose in meant for group in purpose.data))


def _is_called_anonymous(group: DataGroup) -> bool:
    """Tell whether the claim of anonymous analytics, which another rule judges, is about them."""
    purpose: Purpose | None = group.within(Purpose)
    register = group.within(Register)
    claims = register.claims_of("analytics_anonymous")
    about = {to for claim in claims for to in claim.about}
    meant = about or {p.id for p in register.purposes.values() if p.kind == "analytics"}
    is_meant = purpose is not None and purpose.id in meant
    return bool(claims) and (is_meant or "anonymous" in group.called)
