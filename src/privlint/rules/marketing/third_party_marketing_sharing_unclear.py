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

    Wrong when what runs on the site sends nothing before a click, or when the platform acts on the
    shop's orders alone. That a named service lives on advertising is known, not stated: likely, and
    no more.
    """
    if claim.claim != "never_share_for_commercial_purposes" or claim.except_ or claim.when:
        return
    register = claim.within(Register)
    meant = [one for name, one in register.recipients.items() if _is_meant(name, claim)]
    stated = [one for one in meant if one.receives and _advertises(one, register)]
    known = [one for one in meant if one.receives and _is_advertiser(one, facts)]
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


def _advertises(recipient: Recipient, register: Register) -> bool:
    """Tell whether it is said to get data for advertising, itself or by pixel or cookie."""
    name = recipient.where[-1]
    if recipient.role == "processor":
        return False
    pixels = any(e.what == "pixel" and name in e.recipients for e in register.embeds)
    decides = recipient.role is not None
    given = decides and any(name in _receivers(p) for p in _advertising(register))
    return pixels or given or _sets_cookies(name, register.cookies)


def _sets_cookies(name: object, cookies: Cookies | None) -> bool:
    items = cookies.items if cookies is not None else ()
    return any(
        name in item.provider and (item.kind == "marketing" or "advertising" in item.serves)
        for item in items
    )


def _advertising(register: Register) -> Iterator[Purpose]:
    return (purpose for purpose in register.purposes.values() if purpose.kind == "marketing")


def _receivers(purpose: Purpose) -> set[str]:
    references = (*purpose.recipients, *(ref for g in purpose.data for ref in g.recipients))
    return {reference.to for reference in references}


def _is_advertiser(recipient: Recipient, facts: Facts) -> bool:
    vendor = facts.vendor(recipient.vendor)
    if vendor is None or recipient.role == "processor" or vendor.role == "processor":
        return False
    return vendor.category == "advertising" and vendor.role_confidence != "low"
