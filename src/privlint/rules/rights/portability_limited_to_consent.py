from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register, Rights
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RIG015",
    judges=Rights,
    severity=Severity.WARNING,
    law=("GDPR 20(1)(a)", "GDPR 13(2)(b)"),
    remedy="Add the data that one gave for a contract, such as those of an order.",
    compliant="""
        rights:
          portability: {limited_to: [consent, contract]}
    """,
    violating="""
        rights:
          portability:
            limited_to: [consent]    # <- RIG015
    """,
)
def portability_limited_to_consent(rights: Rights, _: Facts) -> Iterator[Flag]:
    """Data portability is promised for data on consent only, though a contract is a basis here.

    Art. 20(1)(a) gives the right for data that rest on consent or on a contract. Readers of such a
    statement believe that the data of their orders are left out.

    Wrong when consent is given only as an example, and was written down as the limit.
    """
    portability = rights.portability
    if portability is None or not portability.is_told or not portability.limited_to:
        return
    bases = rights.within(Register).bases_in_use()
    contract = next((basis for basis in bases if basis.basis == "contract"), None)
    if contract is not None and "contract" not in portability.limited_to:
        yield flag(
            portability,
            "data portability is told without the data that rest on a contract",
            at="limited_to",
            related=((contract, "a contract is the basis here"),),
        )
