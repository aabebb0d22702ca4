from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, LegalBasis, Purpose, Register
from privlint.rule import Flag, Severity, flag, rule

MEANS = frozenset({"hosting", "website"})
"""Kinds that statements present as purposes, and that rather serve all of them."""


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
    itself, and the statement only tells of it. Running a site and its servers is more a means than
    a purpose: there the finding is a warning.
    """
    if register.general is not None and register.general.legal_basis:
        return
    bare = [p for p in register.purposes.values() if not p.bases and not p.impersonal]
    if bare and not any(p.bases for p in register.purposes.values()):
        yield flag(register, "no purpose has a legal basis", at="purposes")
        return
    for purpose in register.purposes.values():
        if purpose in bare:
            message = f"nothing gives a legal basis for `{purpose.id}`"
            severity = Severity.WARNING if _is_lesser(purpose, register) else None
            yield flag(purpose, message, at="legal_basis", severity=severity)
        elif rest := [group for group in purpose.data if _is_left_out(group, purpose)]:
            kinds = ", ".join(f"`{kind}`" for kind in sorted(_kinds(rest))) or "some data"
            message = f"the legal basis of `{purpose.id}` is for other data than {kinds}"
            yield flag(rest[0], message, at="legal_basis", severity=Severity.WARNING)


def _is_lesser(purpose: Purpose, register: Register) -> bool:
    """Tell whether it is rather a means, or rather another's: its data are not kept by the shop."""
    claims = register.claims_of("no_payment_data_stored")
    is_anothers = bool(purpose.data) and not any(map(register.is_held, purpose.data))
    is_unkept = any(purpose.id in claim.about for claim in claims)
    return purpose.kind in MEANS or is_anothers or is_unkept


def _is_left_out(group: DataGroup, purpose: Purpose) -> bool:
    """Tell whether every basis of a purpose is limited to other data than these."""
    if group.legal_basis or group.impersonal or purpose.marketing is not None:
        return False
    return not any(_is_about(basis, group) for basis in purpose.legal_basis)


def _is_about(basis: LegalBasis, group: DataGroup) -> bool:
    return not basis.of or bool(group.kinds.intersection(entry.id for entry in basis.of))


def _kinds(groups: list[DataGroup]) -> frozenset[str]:
    return frozenset[str]().union(*(group.kinds for group in groups))
