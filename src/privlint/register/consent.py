"""What rests on consent, and by which ways a statement tells that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.register.node import remembered
from privlint.register.purposes import Purpose

if TYPE_CHECKING:
    from privlint.register.model import Register
    from privlint.register.parts import LegalBasis

_BY_COOKIES = frozenset({"analytics", "personalisation", "profiling"})
"""Kinds of purposes whose consent is consent to the cookies that serve them."""

_BY_MESSAGES = frozenset({"newsletter", "marketing"})


@remembered
def consents(register: Register) -> tuple[LegalBasis, ...]:
    """Return each consent that a purpose rests on, or everything, also for special data."""
    general = register.general.legal_basis if register.general is not None else ()
    if register.purposes:  # "where it is needed": the purposes themselves tell where that is
        general = tuple(basis for basis in general if basis.when is None)
    stated = (*(b for p in register.purposes.values() for b in p.bases), *general)
    return tuple(b for b in stated if b.basis == "consent" or b.article_9 == "explicit_consent")


@remembered
def consents_for_good(register: Register) -> tuple[LegalBasis, ...]:
    """Return the consents of which nothing says that or how they are withdrawn."""
    if register.general is not None and any(b.withdrawal for b in register.general.legal_basis):
        return ()
    return tuple(basis for basis in consents(register) if not _has_way_back(basis, register))


def is_by_cookies(basis: LegalBasis) -> bool:
    """Tell whether it is given where cookies are chosen, so that it is taken back there as well."""
    purpose: Purpose | None = basis.within(Purpose)
    kind = purpose.kind if purpose is not None else None
    return basis.collected == "cookie_tool" or kind in _BY_COOKIES


def has_way_out(purpose: Purpose, register: Register) -> bool:
    """Tell whether a way out of the messages of a purpose is told, there or for all marketing."""
    told = [purpose.marketing]
    if purpose.marketing is not None or purpose.kind in _BY_MESSAGES:
        told.append(register.marketing)
    ways = (each for each in told if each is not None)
    return any(each.opt_out or any(c.opt_out for c in each.channels) for each in ways)


@remembered
def ways_back(register: Register, purpose: Purpose | None) -> frozenset[str]:
    """Return every way that is told to take back what a purpose, or everything, rests on."""
    bases = [*(purpose.bases if purpose is not None else ())]
    bases += register.general.legal_basis if register.general is not None else ()
    ways = {way for b in bases if b.withdrawal is not None for way in b.withdrawal.how}
    if purpose is not None and has_way_out(purpose, register):
        ways.add("opt_out")
    rights = register.rights
    if rights is not None and rights.exercise is not None:
        ways.update(rights.exercise.channels)
        ways.update(way for point in rights.exercise.contact for way in point.ways)
    if rights is not None and rights.withdraw_consent is not None:
        ways.update(rights.withdraw_consent.how)
    return frozenset(ways)


def _has_way_back(basis: LegalBasis, register: Register) -> bool:
    purpose: Purpose | None = basis.within(Purpose)
    right = register.rights.withdraw_consent if register.rights is not None else None
    if right is not None and (not right.purposes or (purpose and purpose.id in right.purposes)):
        return True
    cookies = register.cookies
    if is_by_cookies(basis) and cookies is not None and cookies.withdrawal is not None:
        return True
    if purpose is None:
        return basis.withdrawal is not None
    return has_way_out(purpose, register) or any(b.withdrawal for b in purpose.bases)
