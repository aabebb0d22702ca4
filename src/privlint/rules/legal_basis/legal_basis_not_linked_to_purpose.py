from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import General, Purpose, Register
from privlint.register.grounds import without_basis
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "BAS003",
    judges=General,
    severity=Severity.WARNING,
    law=("GDPR 13(1)(c)", "GDPR 5(1)(a)", "WP260 annex", "DPC WhatsApp 2021"),
    remedy="Put each legal basis beside the purposes that rest on it; a table works.",
    compliant="""
        general:
          legal_basis:
            - basis: consent
              when: where consent is asked
            - basis: contract
              when: otherwise
    """,
    violating="""
        general:
          legal_basis:                         # <- BAS003
            - basis: contract
              when: sometimes
            - basis: legitimate_interests
              interest: to run the shop well
              whose: [controller]
              when: in some cases
        purposes:
          orders: {legal_basis: null}
          security: {legal_basis: null}
    """,
)
def legal_basis_not_linked_to_purpose(general: General, _: Facts) -> Iterator[Flag]:
    """The statement lists legal bases and does not say which purpose rests on which.

    The reader has to learn the legal basis of *the* processing, purpose by purpose: only then is it
    clear where consent can be withdrawn and where one can object. A list of bases that "may apply"
    answers for none of the purposes.

    Wrong when the statement ties the bases to the purposes in words that the register did not take
    over. One basis that is given for everything without a condition is tied to every purpose, and
    one that is given for some data to the purposes that use them.
    """
    register = general.within(Register)
    bases = [basis for basis in general.legal_basis if basis.basis != "unnamed"]
    is_one_for_all = len(bases) == 1 and not bases[0].when and not bases[0].of
    if not bases or is_one_for_all or len(register.purposes) == 1:
        return
    of_data = frozenset(entry.id for basis in bases for entry in basis.of)
    bare = [purpose for purpose in without_basis(register) if not _uses(purpose, of_data)]
    if not bare:
        return
    names = ", ".join(f"`{purpose.id}`" for purpose in bare)
    yield flag(
        general,
        f"nothing says which of these legal bases carries {names}",
        at="legal_basis",
        related=tuple((purpose, f"`{purpose.id}` has no basis of its own") for purpose in bare),
    )


def _uses(purpose: Purpose, kinds: frozenset[str]) -> bool:
    return any(not kinds.isdisjoint(group.kinds) for group in purpose.data)
