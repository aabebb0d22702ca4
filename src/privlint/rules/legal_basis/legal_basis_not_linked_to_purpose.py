from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import General, Register
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
    over. One basis that is given for everything without a condition is tied to every purpose.
    """
    purposes = general.within(Register).purposes.values()
    bases = general.legal_basis
    is_one_for_all = len(bases) == 1 and not bases[0].when and not bases[0].of
    bare = [purpose for purpose in purposes if not purpose.bases and not purpose.impersonal]
    if not bases or not bare or is_one_for_all or len(purposes) == 1:
        return
    names = ", ".join(f"`{purpose.id}`" for purpose in bare)
    yield flag(
        general,
        f"nothing says which of these legal bases carries {names}",
        at="legal_basis",
        related=tuple((purpose, f"`{purpose.id}` has no basis of its own") for purpose in bare),
    )
