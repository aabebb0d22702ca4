from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Claim, Cookies, LegalBasis, Purpose, Register
from privlint.rule import Flag, Severity, flag, rule

_USE = "use_of_site"
_MEASURING = {"analytics", "profiling", "personalisation"}
"""Purposes whose consent is consent to the cookies that serve them."""


@rule(
    "CON003",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 4(11)", "GDPR recital 32", "CJEU C-673/17", "EDPB 05/2020 86"),
    remedy="Ask for a clear act, such as a box that is not ticked, or name the true legal basis.",
    compliant="""
        purposes:
          newsletter:
            legal_basis:
              - basis: consent
                collected: checkbox
                withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
    """,
    violating="""
        purposes:
          newsletter:
            legal_basis:
              - basis: consent
                collected: use_of_site         # <- CON003
                withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
    """,
)
def consent_by_use(register: Register, _: Facts) -> Iterator[Flag]:
    """Whoever uses the site is said to consent.

    Consent is a statement or a clear affirmative act (Art. 4(11)); silence and inactivity are none
    (recital 32), and visiting a site shows no more than that one wants to visit it. Where the
    sentence stands beside true legal bases and no consent is said to rest on it, it is a warning:
    nobody has to agree to information, and the reader is led to think so.

    Wrong when the words only say that the statement applies to those who use the site. Cookies that
    are set on such words are judged by another rule.
    """
    used = [b for b in register.all(LegalBasis) if b.collected == _USE and not _is_of_cookies(b)]
    told: set[LegalBasis] = set()
    for claim in register.claims_of("consent_by_use"):
        covered = [basis for basis in used if basis not in told and _is_about(claim, basis)]
        told.update(covered)
        related = tuple((basis, "rests on such consent") for basis in covered)
        if covered:
            yield flag(claim, "using the site is taken for consent", at="claim", related=related)
        elif _is_told_of_cookies(claim):
            continue
        elif _is_sole_ground(claim):
            yield flag(claim, "using the site is the only ground that is given", at="claim")
        else:
            message = "using the site is said to mean agreeing, beside true legal bases"
            yield flag(claim, message, at="claim", severity=Severity.WARNING)
    for basis in used:
        if basis not in told:
            purpose: Purpose | None = basis.within(Purpose)
            name = f" for `{purpose.id}`" if purpose is not None else ""
            yield flag(basis, f"using the site is taken for consent{name}", at="collected")


def _is_of_cookies(basis: LegalBasis) -> bool:
    """Tell whether it is consent to cookies, and their section tells of it as well."""
    if basis.within(Cookies) is not None:
        return True
    purpose: Purpose | None = basis.within(Purpose)
    is_measuring = purpose is not None and purpose.kind in _MEASURING
    cookies = basis.within(Register).cookies
    ways = cookies.consent if cookies is not None else ()
    return is_measuring and any(way.mechanism == "continued_use" for way in ways)


def _is_told_of_cookies(claim: Claim) -> bool:
    """Tell whether it may be the sentence by which cookies are set."""
    register = claim.within(Register)
    named = [register.purposes[name] for name in claim.about if name in register.purposes]
    ways = register.cookies.consent if register.cookies is not None else ()
    by_use = (way for way in ways if way.mechanism == "continued_use")
    return all(p.kind in _MEASURING for p in named) and any(map(claim.may_stand_with, by_use))


def _is_about(claim: Claim, basis: LegalBasis) -> bool:
    purpose: Purpose | None = basis.within(Purpose)
    return not claim.about or (purpose is not None and purpose.id in claim.about)


def _is_sole_ground(claim: Claim) -> bool:
    """Tell whether no true basis is given for what it is about."""
    register = claim.within(Register)
    general = register.general.legal_basis if register.general is not None else ()
    named = [register.purposes[name] for name in claim.about if name in register.purposes]
    bare = [each for each in register.purposes.values() if not any(map(_is_true, each.bases))]
    if any(map(_is_true, general)):
        return False
    if named:
        return any(purpose in bare for purpose in named)
    return len(bare) == len(register.purposes)


def _is_true(basis: LegalBasis) -> bool:
    return basis.basis != "unnamed" and basis.collected != _USE
