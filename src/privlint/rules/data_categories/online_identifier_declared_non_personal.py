from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Analytics, Claim, DataGroup, Register
from privlint.register.called import called_not_personal
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
    who is behind the identifier (C-413/23). What is called anonymous is judged by
    `anonymous-claim-contradicted`.
    """
    is_cut = any(tool.ip_truncated for tool in register.all(Analytics))
    identifiers = _IDENTIFIERS - {"ip_address"} if is_cut else _IDENTIFIERS
    for denied in called_not_personal(register):
        place, kinds, said = denied.place, denied.kinds, denied.said
        at = "claim" if isinstance(place, Claim) else "called"
        related = tuple((claim, "said here") for claim in said)
        is_anothers = isinstance(place, DataGroup) and not register.is_held(place)
        if (found := kinds & identifiers) and not is_anothers:
            message = f"{_named(found)}: called not personal, and singles people out"
            yield flag(place, message, at=at, related=related)
        elif question := _asked(place, kinds, facts):
            info, ask = Severity.INFO, Certainty.ASK
            yield flag(place, question, at=at, related=related, severity=info, certainty=ask)


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
