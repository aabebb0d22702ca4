from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Marketing, Register, Rights
from privlint.rule import Certainty, Flag, Severity, flag, rule


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
    overlooked.

    Wrong when the shop meets Art. 21(4) elsewhere, such as in its first message, or when layout
    that plain text does not show sets the passage apart.
    """
    register = rights.within(Register)
    can_exist = {"legitimate_interests", "public_task"} & register.stated_bases()
    if not can_exist and not register.all(Marketing):
        return
    named = [
        right
        for right in (rights.object, rights.object_direct_marketing)
        if right is not None and right.status != "mentioned" and right.placement is not None
    ]
    if not named or any(right.placement == "own_section" for right in named):
        return
    among = (
        "among the other rights" if named[0].placement == "in_list" else "inside another passage"
    )
    others = tuple((right, "nor is it here") for right in named[1:])
    yield flag(named[0], f"the right to object stands {among}", at="placement", related=others)
