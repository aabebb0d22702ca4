from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Cookies, Purpose, Recipient, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "MKT005",
    judges=Claim,
    severity=Severity.WARNING,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(e)", "EDPB 8/2020", "GBA Recommendation 01/2020"),
    remedy="Say that the advertiser receives data, or do without its pixel or audience.",
    compliant="""
        claims:
          - {claim: never_share_for_commercial_purposes}
    """,
    violating="""
        embeds:
          - what: pixel
            recipients: [payment_provider]
            loads: with_page
            legal_basis: [{basis: consent}]
        claims:
          - claim: never_share_for_commercial_purposes   # <- MKT005
    """,
)
def third_party_marketing_sharing_unclear(claim: Claim, facts: Facts) -> Iterator[Flag]:
    """Data are said never to go to others for commercial ends, and go to advertisers.

    A pixel or a list of customers gives a platform the data with which it chooses whom to show
    advertising. Who reads the first sentence does not expect that (Art. 5(1)(a)), and Art.
    13(1)(e) asks to name who receives data.

    Wrong when what runs on the site sends nothing before a click, or when who receives the data may
    not use them for itself, as a printer of catalogues. That a named service lives on advertising
    is known, not stated, and who gets data for the shop's advertising need not advertise: likely,
    and no more.
    """
    if claim.claim != "never_share_for_commercial_purposes" or claim.except_ or claim.when:
        return
    register = claim.within(Register)
    meant = [one for name, one in register.recipients.items() if _is_meant(name, claim)]
    meant = [one for one in meant if one.receives and not _is_bound(one)]
    stated = [one for one in meant if _advertises(one, register)]
    known = [one for one in meant if _is_given(one, register) or _is_advertiser(one, facts)]
    found = stated or known
    if found:
        names = ", ".join(f"`{one.where[-1]}`" for one in found)
        yield flag(
            claim,
            f"data are said never to serve others commercially, and go to {names}",
            at="claim",
            related=tuple((one, "receives data for advertising") for one in found),
            certainty=None if stated else Certainty.LIKELY,
        )


def _is_meant(name: str, claim: Claim) -> bool:
    return not claim.about or name in claim.about


def _is_bound(recipient: Recipient) -> bool:
    """Tell whether the statement says that it uses the data for the shop alone."""
    return recipient.role == "processor" or recipient.own_purposes is False


def _advertises(recipient: Recipient, register: Register) -> bool:
    """Tell whether it is said to get data by a pixel or a cookie, or advertising to use them."""
    name = recipient.where[-1]
    pixels = any(e.what == "pixel" and name in e.recipients for e in register.embeds)
    uses = recipient.own_purposes is True or recipient.role == "joint_controller"
    given = uses and _is_given(recipient, register)
    return pixels or given or _sets_cookies(name, register.cookies)


def _sets_cookies(name: object, cookies: Cookies | None) -> bool:
    items = cookies.items if cookies is not None else ()
    read = (
        item for item in items if name in item.provider and item.third_party_access is not False
    )
    return any(item.kind == "marketing" or "advertising" in item.serves for item in read)


def _is_given(recipient: Recipient, register: Register) -> bool:
    """Tell whether it gets data for advertising, and decides itself, as stated."""
    purposes = (p for p in register.purposes.values() if p.kind == "marketing")
    return recipient.role is not None and any(
        recipient.where[-1] in _receivers(p) for p in purposes
    )


def _receivers(purpose: Purpose) -> set[str]:
    references = (*purpose.recipients, *(ref for g in purpose.data for ref in g.recipients))
    return {reference.to for reference in references}


def _is_advertiser(recipient: Recipient, facts: Facts) -> bool:
    vendor = facts.vendor(recipient.vendor)
    if vendor is None or vendor.role == "processor":
        return False
    return vendor.category == "advertising" and vendor.role_confidence != "low"
