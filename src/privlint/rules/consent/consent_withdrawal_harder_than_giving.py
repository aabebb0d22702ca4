from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Exercise, LegalBasis, Purpose, Register, Withdrawal
from privlint.register.consent import consents, consents_for_good, is_by_cookies, ways_back
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule

_TROUBLE = {"post": "by post", "phone": "by telephone", "visit": "by a visit"}
"""Ways that cost more than the click by which a visitor of a shop's site consents."""

_PROOFS = {"identify": "identify themselves", "cookie_copy": "send a copy of the cookie"}
"""What is more than a click too; copies of identity documents are judged by another rule."""


@rule(
    "CON002",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 7(3)", "EDPB 05/2020 112-120", "CJEU C-129/21"),
    remedy="Let people withdraw in the way in which they consented, or one that is as easy.",
    compliant="""
        rights:
          withdraw_consent: {how: [post, email]}
          exercise:
            identification: [{method: known_email, when: always, for: [withdraw_consent]}]
    """,
    violating="""
        purposes:
          security:
            legal_basis: [{basis: consent, collected: cookie_tool}]
        rights:
          withdraw_consent:
            how: [post]                        # <- CON002
          exercise: {channels: [post], contact: null}
    """,
)
def consent_withdrawal_harder_than_giving(register: Register, _: Facts) -> Iterator[Flag]:
    """Consent is taken back with more trouble than it was given.

    To withdraw must be as easy as to consent (Art. 7(3)). Who ticked a box cannot be asked to write
    a letter, to call in office hours, or to prove who they are: without a way back that is as easy,
    the way of asking does not comply (EDPB 05/2020, par. 112 to 120).

    Wrong when the consent was given in that way itself, on paper or by telephone, or when an easier
    way is offered where consent was asked.
    """
    for_good = frozenset(consents_for_good(register))
    told = [basis for basis in consents(register) if basis not in for_good]
    hard = [each for each in told if _ways(each) and _TROUBLE.keys() >= _ways(each)]
    hard = [each for each in hard if each.collected != "other"]
    if hard:
        ways = sorted(frozenset[str]().union(*map(_ways, hard)))
        names = ", ".join(dict.fromkeys(map(_name, hard)))
        message = f"consent for {names} is taken back {' or '.join(_TROUBLE[way] for way in ways)}"
        related = tuple((basis, "rests on consent") for basis in hard)
        place, key = _place(hard[0])
        yield flag(place, f"{message} only", at=key, related=related)
    exercise = _exercise(register)
    for proof in exercise.identification if exercise is not None else ():
        is_asked = proof.method in _PROOFS and proof.when in {None, "always"}
        if told and is_asked and "withdraw_consent" in proof.for_:
            message = f"who takes consent back has to {_PROOFS[proof.method]}"
            yield flag(proof, message, at="method")


def _ways(basis: LegalBasis) -> frozenset[str]:
    """Return every way that is told to take it back: its own, or one that holds for all."""
    register = basis.within(Register)
    told = [basis.withdrawal]
    if is_by_cookies(basis) and register.cookies is not None:
        told.append(register.cookies.withdrawal)
    ways = (way for each in told if each is not None for way in each.how)
    return ways_back(register, basis.within(Purpose)).union(ways)


def _told(basis: LegalBasis) -> list[Withdrawal]:
    """Return what is said of taking it back: there, for its purpose, and for everything."""
    register = basis.within(Register)
    purpose: Purpose | None = basis.within(Purpose)
    general = register.general.legal_basis if register.general is not None else ()
    told = [each.withdrawal for each in (basis, *(purpose.bases if purpose else ()), *general)]
    if is_by_cookies(basis) and register.cookies is not None:
        told.append(register.cookies.withdrawal)
    return [each for each in told if each is not None]


def _exercise(register: Register) -> Exercise | None:
    return register.rights.exercise if register.rights is not None else None


def _place(basis: LegalBasis) -> tuple[Node, str]:
    """Return where the way is told, and its key: at the right, at the consent, or for all."""
    register = basis.within(Register)
    right = register.rights.withdraw_consent if register.rights is not None else None
    told = next((each for each in _told(basis) if each.how), None)
    exercise = _exercise(register)
    if right is not None and right.how:
        return right, "how"
    if told is not None:
        return told, "how"
    return (exercise, "channels") if exercise is not None else (basis, "withdrawal")


def _name(basis: LegalBasis) -> str:
    purpose: Purpose | None = basis.within(Purpose)
    return f"`{purpose.id}`" if purpose is not None else "everything"
