from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Marketing, Register, Right, Rights
from privlint.register.advertising import is_advertising
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "RIG007",
    judges=Rights,
    severity=Severity.ERROR,
    certainty=Certainty.LIKELY,
    law=("GDPR 21(2)", "GDPR 21(3)", "GDPR recital 70", "GBA Recommendation 01/2020"),
    remedy="Say that one can object to advertising at any time, free and without giving reasons.",
    compliant="""
        rights:
          object_direct_marketing:
            unconditional: true
            how: [unsubscribe_link, email]
    """,
    violating="""
        rights:
          object_direct_marketing:
            unconditional: null
            conditions:              # <- RIG007
              - only with reasons that outweigh the interests of the shop
    """,
)
def direct_marketing_objection_conditional(rights: Rights, _: Facts) -> Iterator[Flag]:
    """Objection to advertising is tied to a condition.

    Against direct marketing the right always works: at any time, free of charge (recital 70),
    without reasons and without weighing of interests (Art. 21(2) and (3)). A reader who believes
    the condition may not use it.

    Where only a ground is named, and other advertising rests on another one than consent, it is a
    warning: the right does not depend on the ground, but the reader may not notice.

    Wrong when what was written down as a condition is only the way to object, such as a link, or
    the occasion for it, such as getting a message.
    """
    right = rights.object_direct_marketing
    if right is None or not rights.within(Register).all(Marketing):
        return
    fee = right.fee is not None and "charged" in {right.fee.first, right.fee.further}
    if right.conditions and not right.unconditional:
        yield flag(right, "objection to advertising is tied to a condition", at="conditions")
    elif right.exceptions:
        yield flag(right, "objection to advertising is said not to work always", at="exceptions")
    elif fee:
        yield flag(right, "objection to advertising is said to cost something", at="fee")
    elif right.limited_to and not _reaches_all(right):
        grounds = " or ".join(basis.replace("_", " ") for basis in right.limited_to)
        message = f"objection to advertising is told only for advertising on {grounds}"
        yield flag(right, message, at="limited_to", severity=Severity.WARNING)


def _reaches_all(right: Right) -> bool:
    """Tell whether all advertising rests on a ground that is named, or on consent."""
    purposes = right.within(Register).purposes.values()
    named = {*right.limited_to, "consent"}
    bases = [{basis.basis for basis in p.bases} for p in purposes if is_advertising(p)]
    return bool(bases) and all(each and each <= named for each in bases)
