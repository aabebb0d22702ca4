from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Analytics, Claim, Cookie, CookieConsent, Purpose, Register
from privlint.register.devices import may_mean
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NOT_ASKED = {"browser_settings", "continued_use", "informing_banner", "opt_out", "none"}
_DECIDES_ITSELF = {"controller", "joint_controller"}


@rule(
    "NLD002",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("NL Tw 11.7a(3)(b)", "ePrivacy 5(3)", "AP cookies"),
    remedy="Ask consent, or set the tool up so that it only counts, for nobody but the shop.",
    since="2015-03-11",
    jurisdictions=("NL",),
    compliant="""
        shop: {country: NL}
        controller: {address: {country: NL}}
        claims:
          - claim: analytics_without_consent
        cookies:
          analytics: [{tool: host, ip_truncated: true, combined: false}]
    """,
    violating="""
        shop: {country: NL}
        controller: {address: {country: NL}}
        claims:
          - claim: analytics_without_consent     # <- NLD002
        cookies:
          analytics: [{tool: host, ip_truncated: true, combined: true}]
    """,
)
def nl_analytics_exemption_claimed(register: Register, facts: Facts) -> Iterator[Flag]:
    """Visits are measured without consent, and more is done than to measure them.

    Dutch law asks no consent for measuring how well a site works, as long as that has little or no
    consequence for privacy (art. 11.7a(3)(b) Tw). Profiles of people, data that are joined with
    others, or a maker of the tool who uses the data for itself, are no little consequence. Where
    the IP address is kept whole and nothing else is told, the finding is milder.

    Wrong when consent is asked for the tool that goes further, which its cookies do not show, and
    another one is meant by the sentence, or when what is joined or shared are figures about many
    people together.
    """
    law = facts.cookie_law("NL")
    relied = _relied_on(register)
    if law is None or not law.analytics_exempt or relied is None:
        return
    asked = {name for each in register.all(Cookie) if each.on_consent for name in each.provider}
    others = (tool for tool in register.all(Analytics) if tool.tool not in asked)
    tools = [tool for tool in others if _is_meant(tool, relied)]
    beyond = tuple(_beyond(tools, register))
    whole = tuple((tool, "the IP address is kept whole") for tool in tools if _is_whole(tool))
    if beyond:
        message = f"measuring without consent, and more than measuring ({law.law})"
        yield flag(relied, message, related=(*beyond, *whole))
    elif whole:
        message = f"measuring without consent, with the whole IP address ({law.law})"
        yield flag(relied, message, related=whole, severity=Severity.INFO)


def _relied_on(register: Register) -> Claim | Cookie | CookieConsent | None:
    """Return where the statement says, in whatever way, that it measures without consent."""
    claims = register.claims_of("analytics_without_consent")
    if claims:
        return claims[0]
    ways = register.all(CookieConsent)
    items = [
        item
        for item in register.all(Cookie)
        if item.measures and not (item.follows or item.on_consent)
        if not any(way.asks and way.covers(item) for way in ways)
    ]
    for item in items:
        if item.legal_basis:
            return item
    for way in ways:
        if way.mechanism in _NOT_ASKED and any(way.covers(item) for item in items):
            return None if any(map(_asks, register.purposes.values())) else way
    return None


def _asks(purpose: Purpose) -> bool:
    """Tell whether consent is told for what the cookies serve."""
    return purpose.kind == "analytics" and any(b.basis == "consent" for b in purpose.bases)


def _is_meant(tool: Analytics, relied: Node) -> bool:
    """Tell whether a claim that is about certain recipients can be about this tool."""
    names = () if tool.tool is None else (tool.tool,)
    return not isinstance(relied, Claim) or may_mean(relied, names, tool.within(Register))


def _is_whole(tool: Analytics) -> bool:
    return tool.ip_truncated is False


def _beyond(tools: list[Analytics], register: Register) -> Iterator[tuple[Node, str]]:
    """Yield what is told to be done with the measurements beside measuring."""
    for tool in tools:
        if tool.combined:
            yield tool, "joined with other data"
        if tool.shared_for_own_purposes and not _is_judged(tool, register):
            yield tool, "the maker of the tool may use them"
    for purpose in register.purposes.values():
        if _makes_profiles(purpose):
            yield purpose, "profiles are made of them, on no consent"


def _is_judged(tool: Analytics, register: Register) -> bool:
    """Tell whether it is said of the maker itself, who is judged by another rule then."""
    maker = register.recipients.get(tool.tool or "")
    return maker is not None and maker.own_purposes is True and maker.role not in _DECIDES_ITSELF


def _makes_profiles(purpose: Purpose) -> bool:
    measured = any("analytics_data" in group.kinds for group in purpose.data)
    profiles = purpose.profiling is not None or purpose.kind == "profiling"
    is_of_visits = purpose.kind == "analytics" or measured
    return profiles and is_of_visits and all(basis.basis != "consent" for basis in purpose.bases)
