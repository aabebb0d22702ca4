from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Rights
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RIG003",
    judges=Rights,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(b)", "GDPR 14(2)(c)", "GDPR 18(1)"),
    remedy="Say that one can ask the shop to set the data aside for a time instead of using them.",
    compliant="""
        rights:
          restriction: {status: described, article: null, placement: in_list}
    """,
    violating="""
        rights:
          restriction: null        # <- RIG003
    """,
)
def right_restriction_missing(rights: Rights, _: Facts) -> Iterator[Flag]:
    """The statement names other rights, but not the right to restriction.

    Art. 13(2)(b) asks to tell of it. With it a reader can have data set aside, unused but not
    deleted, while a dispute about them lasts; few know that this is possible.

    Wrong when the right is described in words that were not recognised as this right, such as
    blocking or pausing the use of the data. A right that is described without its name counts as
    named; one that only appears in passing is a warning.
    """
    if not rights.told:
        return
    if rights.restriction is None:
        yield flag(rights, "the right to restriction is not named", at="restriction")
    elif not rights.restriction.is_told:
        message = "the right to restriction is mentioned in passing, not told as a right"
        yield flag(rights.restriction, message, at="status", severity=Severity.WARNING)
