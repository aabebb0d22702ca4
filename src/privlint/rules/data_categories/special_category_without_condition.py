from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, General, LegalBasis, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

_NO_CONDITION = frozenset({"contract", "legitimate_interests", "soft_opt_in"})
"""Bases of Art. 6 that nothing in Art. 9(2) answers to."""


@rule(
    "DAT001",
    judges=DataGroup,
    severity=Severity.ERROR,
    law=("GDPR 9(1)", "GDPR 9(2)", "GDPR 13(1)(c)", "WP260 annex", "CJEU C-252/21"),
    remedy="State the condition of Art. 9(2), usually explicit consent, or stop collecting these.",
    compliant="""
        dpo: {status: appointed, email: dpo@plain-shop.example}
        purposes:
          newsletter:
            legal_basis:
              - basis: consent
                explicit: true
                withdrawal: {any_time: true, earlier_processing_stays_lawful: true}
            data:
              - categories: [name, email, health]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        dpo: {status: appointed, email: dpo@plain-shop.example}
        purposes:
          newsletter:
            data:
              - categories: [name, email, religion]              # <- DAT001
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
          orders:
            data:
              - categories: [name, address, order_data, health]  # <- DAT001
                data_subjects: [customers]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, payment_provider, host]
    """,
)
def special_category_without_condition(group: DataGroup, facts: Facts) -> Iterator[Flag]:
    """Special categories of data are used, and no condition of Art. 9(2) is stated.

    Data on health, belief, origin, sex life and the like may not be used at all unless Art. 9(2)
    allows it. A contract or a legitimate interest never does. WP260 wants the condition told
    beside the legal basis.

    Wrong when the statement only quotes the law's list and the shop has none of these data. Where
    what is told may carry them, the finding is likely and no more: no basis at all, consent that is
    not called explicit, a duty of law, data of staff, a claim at law (Art. 9(2)(b) and (f)).
    """
    special = [entry for entry in group.categories if _is_special(entry.id, facts)]
    register = group.within(Register)
    if not special or not register.uses(group):
        return
    kinds = frozenset(entry.id for entry in special)
    bases = [basis for basis in _bases(group, kinds) if _is_for(basis, kinds)]
    if any(basis.article_9 or basis.explicit for basis in bases):
        return
    names = ", ".join(f"`{kind}`" for kind in sorted(kinds))
    is_special_case = group.of_staff or getattr(group.parent, "kind", None) == "legal_claims"
    carry_none = bool(bases) and all(basis.basis in _NO_CONDITION for basis in bases)
    may_be_meant = is_special_case or not carry_none
    yield flag(
        special[0],
        f"no condition of Art. 9(2) is stated for {names}",
        related=tuple((entry, "special as well") for entry in special[1:]),
        severity=Severity.WARNING if may_be_meant else None,
        certainty=Certainty.LIKELY if may_be_meant else None,
    )


def _is_special(kind: str, facts: Facts) -> bool:
    category = facts.category(kind)
    return category is not None and "special" in category.flags


def _bases(group: DataGroup, kinds: frozenset[str]) -> tuple[LegalBasis, ...]:
    """Return the bases that may carry data: of a bare list, those of purposes that may use it."""
    register = group.within(Register)
    general = register.general.legal_basis if register.general is not None else ()
    if not isinstance(group.parent, General):
        return (*group.bases, *general)
    using = (purpose for purpose in register.purposes.values() if _may_use(purpose, kinds))
    return (*general, *(basis for purpose in using for basis in purpose.bases))


def _may_use(purpose: Purpose, kinds: frozenset[str]) -> bool:
    """Tell whether it uses such data, or does not say which it uses."""
    listed = frozenset[str]().union(*(group.kinds for group in purpose.data))
    return not listed or not kinds.isdisjoint(listed)


def _is_for(basis: LegalBasis, kinds: frozenset[str]) -> bool:
    return not basis.of or not kinds.isdisjoint(entry.id for entry in basis.of)
