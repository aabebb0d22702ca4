from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Cookie, Embed, Recipient, Register
from privlint.register.devices import is_own, may_mean
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule

_OF_NETWORKS = {"share_buttons", "pixel"}


@rule(
    "COO007",
    judges=Claim,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 26(1)", "CJEU C-40/17", "CJEU C-210/16", "EDPB 8/2020"),
    remedy="Say that both answer for collecting and sending the data, and load it after a click.",
    compliant="""
        recipients:
          payment_provider: {relation: link, role: null}
        embeds:
          - {what: share_buttons, recipients: [payment_provider], loads: on_click}
        claims:
          - {claim: not_responsible_for_third_party_cookies, about: [payment_provider]}
    """,
    violating="""
        recipients:
          payment_provider: {role: null}
        embeds:
          - what: share_buttons
            recipients: [payment_provider]
            loads: with_page
            legal_basis: [{basis: consent}]
        claims:
          - claim: not_responsible_for_third_party_cookies   # <- COO007
            about: [payment_provider]
    """,
    since="2019-07-29",
)
def social_plugin_not_addressed(claim: Claim, facts: Facts) -> Iterator[Flag]:
    """The shop declines to answer for what others collect by plug-ins in its own pages.

    Whoever builds in a button or a pixel that sends data with the page decides with its maker that
    they are collected and sent, and answers for that part (C-40/17). What the maker does later is
    its own affair.

    Wrong when the buttons are mere links, or send nothing before a click; where the statement does
    not say when they send, the finding is a question. What the sentence itself makes an exception
    of, such as collecting and sending, may be all that the shop answers for.
    """
    if claim.claim != "not_responsible_for_third_party_cookies" or claim.except_ is not None:
        return
    register = claim.within(Register)
    embeds = [e for e in register.embeds if _is_of_network(e, claim)]
    cookies = [c for c in register.all(Cookie) if _is_social(c, claim)]
    sends = [e for e in embeds if _sends(e) and not _is_judged_as_joint(e.recipients, claim, facts)]
    waits = [e for e in embeds if not _sends(e)]
    cookies = [c for c in cookies if not _is_judged_as_joint(c.provider, claim, facts)]
    message = "not responsible, it is said, for what others collect by plug-ins in these pages"
    if sends or cookies:
        yield flag(claim, message, at="claim", related=_places((*sends, *cookies)))
    elif waits:
        yield flag(
            claim,
            "do these buttons send data before anybody clicks? the shop says it is not responsible",
            at="claim",
            related=_places(tuple(waits)),
            severity=Severity.INFO,
            certainty=Certainty.ASK,
        )


def _is_of_network(embed: Embed, claim: Claim) -> bool:
    register = claim.within(Register)
    works = embed.what in _OF_NETWORKS and embed.loads != "on_click"
    return works and not is_own(embed, register) and may_mean(claim, embed.recipients, register)


def _is_judged_as_joint(names: tuple[str, ...], claim: Claim, facts: Facts) -> bool:
    """Tell whether one of these decides with the shop for sure, which another rule looks at."""
    known = claim.within(Register).recipients
    held = (known[name] for name in names if name in known)
    return any(one.role == "joint_controller" or _is_known_as_joint(one, facts) for one in held)


def _is_known_as_joint(recipient: Recipient, facts: Facts) -> bool:
    """Tell whether code of a known joint controller runs on the pages, with no role stated."""
    vendor = facts.vendor(recipient.vendor) if recipient.role is None else None
    if vendor is None or not recipient.receives:
        return False
    own = [e for e in recipient.within(Register).embeds if recipient.where[-1] in e.recipients]
    is_joint = (vendor.role, vendor.role_confidence) == ("joint_controller", "high")
    return is_joint and (recipient.collects_itself is True or any(map(_sends, own)))


def _is_social(cookie: Cookie, claim: Claim) -> bool:
    is_theirs = cookie.party in {"third", "both"}
    is_social = is_theirs and (cookie.kind == "social" or "social" in cookie.serves)
    return is_social and may_mean(claim, cookie.provider, claim.within(Register))


def _sends(embed: Embed) -> bool:
    """Tell whether it is said to send data without a click."""
    recipients = embed.within(Register).recipients
    held = (recipients.get(name) for name in embed.recipients)
    collects = any(one is not None and one.collects_itself is True for one in held)
    return embed.loads == "with_page" or embed.what == "pixel" or collects


def _places(nodes: tuple[Node, ...]) -> tuple[tuple[Node, str], ...]:
    return tuple((node, "works in the shop's pages") for node in nodes)
