from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, DataGroup, General, LegalBasis, Purpose, Register
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule

_REVEALS = {
    "pharmacy": "health",
    "medical_aids": "health",
    "dietary": "health or belief",
    "erotic": "sex life",
    "religious": "belief",
    "political": "political opinions",
    "lgbt": "sexual orientation",
}
"""What a purchase may tell of a buyer, by what the shop sells."""
_DECIDED = "pharmacy"
"""The sector of which the Court has decided it."""
_PURCHASES = frozenset({"order_data", "order_history"})


@rule(
    "DAT002",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.ASK,
    law=("GDPR 9(1)", "CJEU C-184/20", "CJEU C-21/23", "IMY Meta Pixel 2025"),
    remedy="Treat the data of orders as special-category data, or write down why they are not.",
    compliant="""
        dpo: {status: appointed, email: dpo@plain-shop.example}
        shop: {sectors: [pharmacy]}
        purposes:
          orders:
            legal_basis:
              - basis: contract
              - {basis: consent, article_9: explicit_consent, collected: checkbox}
    """,
    violating="""
        dpo: {status: appointed, email: dpo@plain-shop.example}
        shop: {sectors: [pharmacy]}
        purposes:
          orders: {title: Deliver what was ordered}    # <- DAT002
    """,
)
def inferred_special_category(register: Register, facts: Facts) -> Iterator[Flag]:
    """What the shop sells may tell of its buyers what Art. 9 protects.

    Data from which health, belief or sex life can be inferred are special-category data (CJEU
    C-184/20); so are orders of medicines, with or without a prescription (C-21/23). An order then
    needs a condition of Art. 9(2) beside its contract. Of other goods than medicines the Court of
    Justice has not said so, and the question is put more softly.

    Wrong when what is bought tells nothing of the person, as with a gift or ordinary goods that
    such a shop sells as well. What the shop sells is what whoever wrote the register says.
    """
    sectors = [sector for sector in register.shop.sectors if sector in _REVEALS]
    orders = _orders(register)
    if not sectors or not orders or _is_weighed(register, orders, facts):
        return
    told = " and ".join(dict.fromkeys(_REVEALS[sector] for sector in sectors))
    yield flag(
        orders[0],
        f"do orders tell of {told} here? no condition of Art. 9(2) is stated",
        related=((("shop", "sectors"), f"it sells: {', '.join(sectors)}"),),
        severity=None if _DECIDED in sectors else Severity.INFO,
    )


def _orders(register: Register) -> list[Node]:
    """Return where the statement speaks of what people buy."""
    entries = register.all(CategoryEntry)
    data = [e for e in entries if e.id in _PURCHASES and isinstance(e.parent, DataGroup)]
    return [*data, *(p for p in register.purposes.values() if p.kind == "orders")]


def _is_weighed(register: Register, orders: list[Node], facts: Facts) -> bool:
    """Tell whether the shop treats such data as special, or has a condition that covers orders."""
    kinds = (facts.category(entry.id) for entry in register.all(CategoryEntry))
    if any(kind is not None and "special" in kind.flags for kind in kinds):
        return True
    # Consent to a newsletter that looks at orders, or to passing data on, is none to the orders.
    selling = {purpose for purpose in register.purposes.values() if purpose.kind == "orders"}
    holders = selling or {place.within(Purpose) for place in orders}
    return any(
        basis.article_9
        or (basis.explicit and (basis.within(Purpose) in holders or _is_for_all(basis)))
        for basis in register.all(LegalBasis)
    )


def _is_for_all(basis: LegalBasis) -> bool:
    return isinstance(basis.parent, General)
