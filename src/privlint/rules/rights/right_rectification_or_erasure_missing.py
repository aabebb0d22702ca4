from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Rights
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RIG002",
    judges=Rights,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(b)", "GDPR 14(2)(c)", "GDPR 16", "GDPR 17(1)"),
    remedy="Say that one can have wrong data corrected, and data deleted.",
    compliant="""
        rights:
          rectification: {status: described, article: null}
          erasure: {status: described, article: null, exceptions: [invoices that the law keeps]}
    """,
    violating="""
        rights:
          rectification: {article: "16"}
          erasure:
            status: mentioned        # <- RIG002
            words: vergeetverzoek
    """,
)
def right_rectification_or_erasure_missing(rights: Rights, _: Facts) -> Iterator[Flag]:
    """The statement names other rights, but not rectification or erasure.

    Art. 13(2)(b) asks to tell of both: to have wrong data corrected, and to have data deleted. They
    are two rights, and naming one does not tell of the other.

    Wrong when the right is described in words that were not recognised as this right. A right that
    is described without its name counts as named; one that only appears in passing is a warning.
    """
    if not rights.told:
        return
    for key, right in {"rectification": rights.rectification, "erasure": rights.erasure}.items():
        if right is None:
            yield flag(rights, f"the right to {key} is not named", at=key)
        elif not right.is_told:
            message = f"the right to {key} is mentioned in passing, not told as a right"
            yield flag(right, message, at="status", severity=Severity.WARNING)
