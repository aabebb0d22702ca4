from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "LIN004",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 2(2)(c)", "GDPR recital 18", "CJEU C-101/01"),
    remedy="Treat messages about the shop as its own processing, on whatever account they arrive.",
    compliant="""
        claims:
          - {claim: user_keeps_content, words: what you post on our pages stays yours}
    """,
    violating="""
        claims:
          - claim: household_exemption         # <- LIN004
            about: [newsletter]
            words: messages on the owner's own account are private use
    """,
)
def household_exemption_claimed(register: Register, _: Facts) -> Iterator[Flag]:
    """The shop calls some of what it does with data private or household use.

    The exemption of Art. 2(2)(c) is for people in their private life, with no connection to a
    business (recital 18; C-101/01). Messages of customers to a shop are never that, on whatever
    account they arrive. Readers who believe it think that they have no rights there.

    Wrong when the sentence speaks of what readers do with data at home, and not of the shop.
    """
    groups = [group for group in register.all(DataGroup) if "household" in group.called]
    told: list[DataGroup] = []
    for claim in register.claims_of("household_exemption"):
        meant = [group for group in groups if not claim.about or _name(group) in claim.about]
        told += meant
        related = tuple((group, "these data") for group in meant)
        message = f"a shop cannot claim the exemption for households{_of(claim.about)}"
        yield flag(claim, message, at="claim", related=related)
    for group in groups:
        if group not in told:
            named = _of(tuple(filter(None, (_name(group),))))
            message = f"a shop cannot claim the exemption for households{named}"
            yield flag(group, message, at="called")


def _name(group: DataGroup) -> str | None:
    purpose: Purpose | None = group.within(Purpose)
    return purpose.id if purpose is not None else None


def _of(names: tuple[str, ...]) -> str:
    return f", for {', '.join(f'`{name}`' for name in names)}" if names else ""
