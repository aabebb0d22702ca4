from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "FRM011",
    judges=Register,
    severity=Severity.INFO,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(1)", "GDPR 5(1)(a)"),
    remedy="Tell what is announced, or remove the sentence or heading that announces it.",
    compliant="""
        faults: [{fault: misspelt, about: the name of a town}]
    """,
    violating="""
        faults:
          - fault: promise_not_kept            # <- FRM011
            about: the place where data are stored
          - fault: promise_not_kept
            about: which techniques keep them safe
    """,
)
def announced_and_not_told(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement announces something that it does not tell.

    Readers who are told that they will find something, or that it stands above, look for it in vain
    and take what they do find for the whole: that is neither intelligible nor transparent (Art.
    12(1)). One finding tells of all such places. Whether a law asks for what is missing is judged
    by the rule on that thing, with a severity of its own.

    Wrong when it is told elsewhere in the text, or in a document that is linked there.
    """
    found = [fault for fault in register.faults if fault.fault == "promise_not_kept"]
    if found:
        first, *others = found
        about = f": {first.about}" if first.about else ""
        more = f" (and {len(others)} more)" if others else ""
        yield flag(
            first,
            f"announced, and not told{about}{more}",
            at="fault",
            related=tuple((other, f"and this: {other.about or 'no word'}") for other in others),
        )
