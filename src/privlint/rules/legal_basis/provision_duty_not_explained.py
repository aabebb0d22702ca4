from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, Provision, Purpose, Register
from privlint.rule import Flag, Severity, flag, rule

_OF_A_SALE = frozenset({"contract", "delivery", "orders"})
"""Kinds of which what must be given is told for the order, on whatever basis they rest."""

_AFTERWARDS = frozenset({"debt_collection", "legal_claims"})
"""Kinds for which nobody gives data in order to conclude a contract."""


@rule(
    "BAS008",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(e)", "WP260 annex"),
    remedy="Say which data an order needs, and what happens without them.",
    compliant="""
        purposes:
          orders:
            provision:
              - {required: depends, where: form, words: fields with an asterisk}
    """,
    violating="""
        purposes:
          orders:
            provision: null                      # <- BAS008
    """,
)
def provision_duty_not_explained(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say whether data must be given to order.

    Whoever orders has to know whether a field may stay empty, and what happens then. Art. 13(2)(e)
    asks for both: whether the data are a requirement of the contract, and the consequences of not
    giving them.

    Wrong when the order form marks the fields that are needed and the statement points there: the
    register can say so. Where the need is told and only the consequence is missing, the gap is
    small. Data that come from others only, as those of a marketplace, are passed over: Art. 14 does
    not ask.
    """
    ordering = [purpose for purpose in register.purposes.values() if _is_contract(purpose)]
    if not ordering:
        return
    told = [provision for provision in register.all(Provision) if _is_about(provision, ordering)]
    if not told and not any(_marks_fields(purpose, register) for purpose in ordering):
        names = tuple((purpose, f"`{purpose.id}` rests on a contract") for purpose in ordering[1:])
        message = "nothing says whether data must be given for an order, and what happens if not"
        yield flag(ordering[0], message, at="provision", related=names)
        return
    needed = [provision for provision in told if provision.required != "optional"]
    if needed and not any(provision.consequence or provision.marked_in for provision in told):
        message = "data must be given, and nothing says what happens if they are not"
        yield flag(needed[0], message, at="consequence", severity=Severity.WARNING)


def _is_contract(purpose: Purpose) -> bool:
    if purpose.kind in _AFTERWARDS or not _asks_people(purpose):
        return False
    return any(basis.basis == "contract" for basis in purpose.bases)


def _asks_people(purpose: Purpose) -> bool:
    """Tell whether some of its data may come from the people themselves."""
    sources = [group.source for group in purpose.data]
    return not sources or any(not source or "data_subject" in source for source in sources)


def _is_about(provision: Provision, purposes: list[Purpose]) -> bool:
    """Tell whether a passage is about one of the purposes, about orders, or about everything."""
    holder = provision.parent
    if isinstance(holder, Purpose):
        is_for_order = provision.by == "contract" or holder.kind in _OF_A_SALE
        return holder in purposes or is_for_order
    return not provision.purposes or any(p.id in provision.purposes for p in purposes)


def _marks_fields(purpose: Purpose, register: Register) -> bool:
    """Tell whether data of a purpose are said to be needed or optional where they are listed."""
    if any(group.required is not None for group in purpose.data):
        return True
    listed = (entry for entry in register.all(CategoryEntry) if entry.within(Purpose) is purpose)
    return any(entry.required is not None for entry in listed)
