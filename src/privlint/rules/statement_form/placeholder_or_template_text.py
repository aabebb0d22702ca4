from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Fault, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule

READS = {
    "breaks_off": "breaks off",
    "reversed": "says the opposite of what is meant",
    "mistranslated": "reads like the translation of a machine",
    "unclear": "leaves open what is meant",
    "typo": "holds a slip that changes what it says",
    "misplaced": "stands where it does not belong",
    "repeated": "stands in the text twice",
}
"""How a passage reads, by its fault; of others, such as `foreign`, other rules tell, or none."""

HARMLESS = {"typo", "misplaced", "repeated"}
"""Faults after which the reader still knows what is meant."""


@rule(
    "FRM008",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(1)", "GDPR 5(1)(a)"),
    remedy="Read the statement aloud once, and mend or remove what is left of the model.",
    compliant="""
        faults: [{fault: misspelt, about: the name of a town}]
    """,
    violating="""
        faults:
          - fault: breaks_off                  # <- FRM008
            about: the sentence on how long orders are kept
          - fault: breaks_off
            about: the sentence on complaints
          - fault: repeated                    # <- FRM008
            about: the sentence on delivery
    """,
)
def placeholder_or_template_text(register: Register, _: Facts) -> Iterator[Flag]:
    """Passages break off, cannot be understood, are badly translated, or are said twice.

    Information has to be intelligible and plain (Art. 12(1)). Debris of a model, of a translation
    or of a copy leaves readers to guess what is meant, and shows that nobody read the text through.
    One finding tells of all passages with the same fault. What holds a slip, or is said twice or in
    the wrong place, still reaches the reader: a lesser fault.

    Wrong when the passage broke only where it was copied from the page, and is whole there, or when
    a reader who knows the trade would understand what whoever wrote the register did not.
    """
    for fault, reads in READS.items():
        found = [each for each in register.faults if each.fault == fault and not _owned(each)]
        if not found:
            continue
        first, *others = found
        about = f": {first.about}" if first.about else ""
        more = f" (and {len(others)} more)" if others else ""
        yield flag(
            first,
            f"a passage {reads}{about}{more}",
            at="fault",
            severity=Severity.INFO if fault in HARMLESS else None,
            related=tuple((other, f"and this: {other.about or fault}") for other in others),
        )


def _owned(fault: Fault) -> bool:
    """Tell whether the rule on sentences about security speaks of it."""
    security = fault.within(Register).security
    return fault.fault == "reversed" and security is not None and security.stands_around(fault)
