from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Statement
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "FRM001",
    judges=Statement,
    severity=Severity.INFO,
    law=("GDPR 12(1)", "GDPR 5(2)", "WP260 29-31"),
    remedy="Put the date of the present version above the text, and keep the earlier versions.",
    compliant="""
        statement: {date: null, version: 3}
    """,
    violating="""
        statement:
          date: null                           # <- FRM001
          version: null
    """,
)
def statement_undated(statement: Statement, _: Facts) -> Iterator[Flag]:
    """The statement bears neither a date nor a version.

    No provision asks for one. Without it readers cannot see whether anything changed since they
    last looked, and the shop can hardly show what it told whom, and when (Art. 5(2)).

    Wrong when the page shows the date outside the text, as in its footer.
    """
    if statement.date is None and statement.version is None:
        yield flag(statement, "neither a date nor a version of the statement is given", at="date")
