from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Marketing, Purpose, Register, Rights
from privlint.register.advertising import is_advertising
from privlint.rule import Certainty, Flag, Severity, flag, rule

_GROUNDS = frozenset({"legitimate_interests", "public_task"})


@rule(
    "RIG006",
    judges=Rights,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 21(4)", "GDPR 13(2)(b)", "WP260 annex"),
    remedy="Give the right to object a heading of its own, or set it apart in a box.",
    compliant="""
        rights:
          object: {placement: own_section}
          object_direct_marketing: {placement: inside_other}
    """,
    violating="""
        rights:
          object: {placement: in_list}         # <- RIG006
          object_direct_marketing: {placement: in_list}
    """,
)
def objection_not_separate(rights: Rights, _: Facts) -> Iterator[Flag]:
    """The right to object is not set apart from other information.

    Art. 21(4) asks to bring it to the reader's attention explicitly, clearly and separately from
    anything else, at the first contact at the latest. In a row with the other rights it is easily
    overlooked. A section on objection serves for advertising as well; one on advertising alone says
    nothing of other uses on legitimate interests.

    Wrong when the shop meets Art. 21(4) elsewhere, such as in its first message, or when layout
    that plain text does not show sets the passage apart.
    """
    register = rights.within(Register)
    if not _GROUNDS & register.stated_bases() and not register.all(Marketing):
        return
    named = [
        right
        for right in (rights.object, rights.object_direct_marketing)
        if right is not None and right.is_told and right.placement is not None
    ]
    crowded = [right for right in named if right.placement != "own_section"]
    is_partly_apart = len(crowded) < len(named)
    if not crowded or (
        is_partly_apart and not (crowded[0] is rights.object and _is_weighed(register))
    ):
        return
    among = (
        "among the other rights" if crowded[0].placement == "in_list" else "inside another passage"
    )
    others = tuple((right, "nor is it here") for right in crowded[1:])
    yield flag(crowded[0], f"the right to object stands {among}", at="placement", related=others)


def _is_weighed(register: Register) -> bool:
    """Tell whether something else than advertising rests on a basis that one can object to."""
    bases = (basis for basis in register.all(LegalBasis) if basis.basis in _GROUNDS)
    purposes: list[Purpose | None] = [basis.within(Purpose) for basis in bases]
    return any(purpose is None or not is_advertising(purpose) for purpose in purposes)
