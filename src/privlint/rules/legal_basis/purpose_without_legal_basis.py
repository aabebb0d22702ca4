from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, LegalBasis, Purpose, Register
from privlint.register.grounds import (
    passages_on_others,
    passed_on_with_basis,
    retained_for,
    without_basis,
)
from privlint.register.parts import alike
from privlint.rule import Certainty, Flag, Severity, flag, rule

MEANS = frozenset({"hosting", "website"})
"""Kinds that statements present as purposes, and that rather serve all of them."""

_GUARDING = frozenset({"security", "fraud_prevention"})


@rule(
    "BAS001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(1)(c)", "GDPR 14(1)(c)", "WP260 annex", "CJEU C-757/22"),
    remedy="State the legal basis of Art. 6(1) beside this purpose.",
    compliant="""
        purposes:
          newsletter:
            legal_basis:
              - basis: soft_opt_in
                words: because you are a customer of ours
            marketing:
              audience: [customers]
              own_similar_products: true
              objection_at_collection: true
    """,
    violating="""
        purposes:
          newsletter:
            legal_basis: null                  # <- BAS001
    """,
)
def purpose_without_legal_basis(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say on what legal basis a purpose rests.

    Art. 13(1)(c) asks for the legal basis beside the purposes. The basis decides which rights a
    reader has: consent can be withdrawn, legitimate interests can be objected to, a legal duty
    neither. Words will do ("because you ordered from us"); the permission to write to one's own
    customers under ePrivacy law counts as well.

    Wrong when the purpose is that of somebody else, such as a payment company that decides for
    itself, and the statement only tells of it. The finding is a warning where it may be so, where
    the purpose is rather a means (the servers), and where a duty to keep the data, or the ground
    for passing them on, is told.
    """
    if register.general is not None and register.general.legal_basis:
        return
    bare = dict.fromkeys(without_basis(register))
    if not any(p.bases for p in register.purposes.values()):
        if bare and not _is_judged(register):
            yield flag(register, "no purpose has a legal basis", at="purposes")
        return
    for purpose in register.purposes.values():
        if purpose in bare:
            told = _told_in_part(purpose, register)
            is_lesser = _is_lesser(purpose, register)
            yield flag(
                purpose,
                told or f"nothing gives a legal basis for `{purpose.id}`",
                at="legal_basis",
                severity=Severity.WARNING if told or is_lesser else None,
                certainty=Certainty.LIKELY if is_lesser else None,
            )
        elif rest := [group for group in purpose.data if _is_left_out(group, purpose)]:
            kinds = ", ".join(f"`{kind}`" for kind in sorted(_kinds(rest)))
            message = f"the legal basis of `{purpose.id}` is for other data than {kinds}"
            yield flag(rest[0], message, at="legal_basis", severity=Severity.WARNING)


def _is_judged(register: Register) -> bool:
    """Tell whether one sentence is the ground of everything: another rule speaks of it then."""
    ways = register.cookies.consent if register.cookies is not None else ()
    by_use = () if any(way.mechanism == "continued_use" for way in ways) else ("consent_by_use",)
    grounds = (*by_use, "consent_for_all_website_data")
    return any(not claim.about for ground in grounds for claim in register.claims_of(ground))


def _told_in_part(purpose: Purpose, register: Register) -> str | None:
    """Return what is wrong where a ground is told, though not for all that the purpose does."""
    if passed_on_with_basis(purpose, register):
        return f"for `{purpose.id}`, a legal basis is given for passing data on alone"
    if any(entry.legal_duty or entry.law for entry in retained_for(register).get(purpose.id, ())):
        return f"for `{purpose.id}`, a legal duty is told for keeping data alone"
    return None


def _is_lesser(purpose: Purpose, register: Register) -> bool:
    """Tell whether it is rather a means, or rather another's: its data are not kept by the shop."""
    claims = register.claims_of("no_payment_data_stored")
    is_anothers = bool(purpose.data) and not any(map(register.is_held, purpose.data))
    is_unkept = any(purpose.id in claim.about for claim in claims)
    is_beside = purpose.kind in _GUARDING and _is_told_of_others(purpose, register)
    return purpose.kind in MEANS or is_anothers or is_unkept or is_beside


def _is_told_of_others(purpose: Purpose, register: Register) -> bool:
    """Tell whether it is told only in the passages on what others offer on the site."""
    mine = {cite.section for cite in purpose.cite}
    return bool(mine) and mine <= passages_on_others(register)


def _is_left_out(group: DataGroup, purpose: Purpose) -> bool:
    """Tell whether every basis of a purpose is limited to other data than these."""
    register = purpose.within(Register)
    is_elsewhere = not purpose.bases or group.legal_basis or purpose.marketing
    if is_elsewhere or not group.kinds or not register.uses(group):
        return False
    return not any(_is_about(basis, group) for basis in purpose.legal_basis)


def _is_about(basis: LegalBasis, group: DataGroup) -> bool:
    named = frozenset(entry.id for entry in basis.of)
    return not named or not group.kinds.isdisjoint(alike(named))


def _kinds(groups: list[DataGroup]) -> frozenset[str]:
    return frozenset[str]().union(*(group.kinds for group in groups))
