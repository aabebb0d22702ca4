from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, MarketingChannel, Purpose, Register
from privlint.register.advertising import is_advertising
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "MKT004",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(c)"),
    remedy="Say which advertising there is, or send none.",
    compliant="""
        purposes:
          newsletter: {kind: customer_service, marketing: null}
        claims:
          - {claim: no_marketing}
    """,
    violating="""
        purposes:
          newsletter:
            legal_basis: [{basis: soft_opt_in}]
            marketing:
              audience: [customers]
              own_similar_products: true
              objection_at_collection: true
        claims:
          - claim: no_marketing                # <- MKT004
    """,
)
def marketing_contradiction(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement says that data are not used for marketing, and tells of marketing.

    One of the two sentences misleads (Art. 5(1)(a)), and the purposes of Art. 13(1)(c) must be
    right. Where the person asked for it, as for a newsletter, the contradiction is milder.
    Invitations to leave a review are a question: some hold them to be advertising.

    Wrong when the first sentence is only about giving data to others for their marketing, or has an
    exception that the register does not hold.
    """
    for claim in register.claims_of("no_marketing"):
        if claim.except_ or claim.when:
            continue
        meant = [purpose for purpose in register.purposes.values() if _is_meant(purpose, claim)]
        sent = [purpose for purpose in meant if is_advertising(purpose) and not purpose.impersonal]
        invitations = [purpose for purpose in meant if _invites_to_review(purpose)]
        unasked = [purpose for purpose in sent if not _is_asked_for(purpose)]
        ways = () if sent else _ways_of_all(register, claim)
        if sent or ways:
            what = f"serve {_names(sent)}" if sent else "advertising is told of"
            yield flag(
                claim,
                f"data are said not to serve marketing, and {what}",
                at="claim",
                related=tuple((place, "this is marketing") for place in (*sent, *ways)),
                severity=None if unasked or ways else Severity.WARNING,
            )
        elif invitations:
            yield flag(
                claim,
                f"data are said not to serve marketing: is {_names(invitations)} none?",
                at="claim",
                related=tuple((purpose, "invites to a review") for purpose in invitations),
                severity=Severity.INFO,
                certainty=Certainty.ASK,
            )


def _is_meant(purpose: Purpose, claim: Claim) -> bool:
    kinds = {entry.id for entry in claim.of}
    is_named = not claim.about or purpose.id in claim.about
    return is_named and (not kinds or any(kinds & group.kinds for group in purpose.data))


def _ways_of_all(register: Register, claim: Claim) -> tuple[MarketingChannel, ...]:
    """Return the ways in which advertising is told to come, whatever it is for."""
    if register.marketing is None or claim.about or claim.of:
        return ()
    return register.marketing.channels


def _invites_to_review(purpose: Purpose) -> bool:
    """Tell whether the e-mail address goes to somebody who collects reviews."""
    passed_on = (group for group in purpose.data if group.recipients or purpose.recipients)
    return purpose.kind == "reviews" and any("email" in group.kinds for group in passed_on)


def _is_asked_for(purpose: Purpose) -> bool:
    return bool(purpose.bases) and all(basis.basis == "consent" for basis in purpose.bases)


def _names(purposes: list[Purpose]) -> str:
    return ", ".join(f"`{purpose.id}`" for purpose in purposes)
