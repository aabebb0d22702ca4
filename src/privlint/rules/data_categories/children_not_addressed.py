from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "DAT006",
    judges=Register,
    severity=Severity.WARNING,
    law=("GDPR 8(1)", "GDPR 12(1)", "GDPR recital 38", "GDPR recital 58", "AP TikTok 2021"),
    remedy="Say from what age children can use the shop, and how their parents consent before it.",
    compliant="""
        shop: {children: true}
    """,
    violating="""
        shop: {children: true}
        minors: null                           # <- DAT006
    """,
)
def children_not_addressed(register: Register, _: Facts) -> Iterator[Flag]:
    """The shop addresses children, and the statement has no word for them.

    Children know less of what is done with their data (recital 38). Where consent is asked for an
    online service, their parents give it below an age that the law sets (Art. 8(1)), and what is
    told to a child has to be in words that a child understands (Art. 12(1), recital 58).

    Wrong when the shop sells goods for children to adults: whoever wrote the register says whom the
    shop addresses. A statement for children may also stand apart.
    """
    if register.shop.children and not register.minors:
        yield flag(
            ("minors",),
            "nothing is said of minors, and the shop addresses children",
            related=((("shop", "children"), "it addresses children"),),
        )
