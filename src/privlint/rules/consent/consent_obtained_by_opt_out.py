from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, LegalBasis, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CON007",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=(
        "GDPR 4(11)",
        "GDPR recital 32",
        "GDPR recital 171",
        "CJEU C-673/17",
        "GBA Recommendation 01/2020",
    ),
    remedy="Ask these people for a clear yes, or take off the list who never gave one.",
    compliant="""
        purposes:
          newsletter:
            legal_basis:
              - basis: soft_opt_in
                when: customers who bought something
              - basis: consent
                collected: double_opt_in
                withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
    """,
    violating="""
        purposes:
          newsletter:
            legal_basis:
              - basis: consent
                collected: opt_out_campaign    # <- CON007
                withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
    """,
)
def consent_obtained_by_opt_out(register: Register, _: Facts) -> Iterator[Flag]:
    """Who did not object is counted as consenting.

    Silence, boxes that are ticked already and inactivity are no consent (recital 32, C-673/17). A
    message that asks to sign off does not change that: consent from before the GDPR goes on only if
    it was given by a clear act then (recital 171).

    Wrong when these people had consented before and were only reminded, or when they are customers
    who may be written to without consent (Art. 13(2) ePrivacy) and the statement does not say so.
    """
    silent = [
        basis
        for basis in register.all(LegalBasis)
        if basis.collected == "opt_out_campaign" and not _is_by_sale(basis)
    ]
    claims = [claim for claim in register.claims_of("silence_is_consent") if _is_consent(claim)]
    by_purpose: dict[str | None, list[LegalBasis]] = {}
    for basis in silent:
        by_purpose.setdefault(_purpose(basis), []).append(basis)
    for name, bases in by_purpose.items():
        said = [claim for claim in claims if _says(claim, bases)]
        claims = [claim for claim in claims if claim not in said]
        what = f" for `{name}`" if name is not None else ""
        related = tuple((other, "and here") for other in (*bases[1:], *said))
        message = f"who did not object is counted as consenting{what}"
        yield flag(bases[0], message, at="collected", related=related)
    for claim in claims:
        yield flag(claim, "who does not object is said to consent", at="claim")


def _purpose(basis: LegalBasis) -> str | None:
    purpose: Purpose | None = basis.within(Purpose)
    return purpose.id if purpose is not None else None


def _is_by_sale(basis: LegalBasis) -> bool:
    """Tell whether the same people may be written to without consent, as stated beside it."""
    purpose: Purpose | None = basis.within(Purpose)
    permitted = [b for b in purpose.bases if b.basis == "soft_opt_in"] if purpose else []
    return any(other.when in {None, basis.when} for other in permitted)


def _is_consent(claim: Claim) -> bool:
    """Tell whether it is about consent, and not about objecting to what needs none."""
    register = claim.within(Register)
    named = [register.purposes[name] for name in claim.about if name in register.purposes]
    ways = register.cookies.consent if register.cookies is not None else ()
    opt_outs = (way for way in ways if way.mechanism == "opt_out")
    if not named and any(map(claim.may_stand_with, opt_outs)):
        return False  # the rule on consent to cookies speaks
    bases = [basis.basis for purpose in named for basis in purpose.bases]
    return not bases or "consent" in bases


def _says(claim: Claim, bases: list[LegalBasis]) -> bool:
    """Tell whether a claim is the sentence that the consents were written down from."""
    is_named = _purpose(bases[0]) in claim.about
    return is_named or (not claim.about and any(map(claim.may_stand_with, bases)))
