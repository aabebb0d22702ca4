from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Rights
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RIG001",
    judges=Rights,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(b)", "GDPR 14(2)(c)", "GDPR 15(1)", "WP260 annex"),
    remedy="Say that one can ask which data the shop holds, and get a copy.",
    compliant="""
        rights:
          access: {status: described, article: null, placement: in_list}
    """,
    violating="""
        rights:
          access: null        # <- RIG001
    """,
)
def right_of_access_missing(rights: Rights, _: Facts) -> Iterator[Flag]:
    """The statement names other rights, but not the right of access.

    Art. 13(2)(b) asks to tell of it. It is the right that opens the others: whoever has not seen
    the data cannot tell whether they are wrong, or kept too long.

    Wrong when the right is described in words that were not recognised as this right. A right that
    is described without its name counts as named; one that only appears in passing is a warning.
    """
    if not rights.told:
        return
    if rights.access is None:
        yield flag(rights, "the right of access is not named", at="access")
    elif not rights.access.is_told:
        message = "the right of access is mentioned in passing, not told as a right"
        yield flag(rights.access, message, at="status", severity=Severity.WARNING)
