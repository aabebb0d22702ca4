from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


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

    Wrong when the sentence speaks of what readers do with data at home, and not of the shop, or of
    private messages of the owner that have nothing to do with it. Where the sentence makes an
    exception, that may be so, and this is a question.
    """
    untold: dict[str | None, list[DataGroup]] = {}
    for group in register.all(DataGroup):
        if "household" in group.called:
            untold.setdefault(_name(group), []).append(group)
    for claim in register.claims_of("household_exemption"):
        meant = [group for name in claim.about or [*untold] for group in untold.pop(name, ())]
        claimed = "a shop cannot claim the exemption for households"
        asked = f"is nothing about the shop meant{_of(claim.about)}? {claimed}"
        yield flag(
            claim,
            asked if claim.except_ else f"{claimed}{_of(claim.about)}",
            at="claim",
            related=tuple((group, "these data") for group in meant),
            severity=Severity.INFO if claim.except_ else None,
            certainty=Certainty.ASK if claim.except_ else None,
        )
    for name, groups in untold.items():
        for group in groups:
            named = _of((name,) if name is not None else ())
            message = f"a shop cannot claim the exemption for households{named}"
            yield flag(group, message, at="called")


def _name(group: DataGroup) -> str | None:
    purpose: Purpose | None = group.within(Purpose)
    return purpose.id if purpose is not None else None


def _of(names: tuple[str, ...]) -> str:
    return f", for {', '.join(f'`{name}`' for name in names)}" if names else ""
