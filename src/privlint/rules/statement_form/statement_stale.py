from collections.abc import Iterator

from privlint.knowledge.durations import months_between
from privlint.knowledge.facts import Facts
from privlint.register import Statement
from privlint.rule import Certainty, Flag, Severity, flag, rule

PATIENCE = 36
"""After so many months without a new version, recipients and law have changed somewhere."""


@rule(
    "FRM002",
    judges=Statement,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 24(1)", "GDPR 12(1)", "WP260 29-31"),
    remedy="Review the statement against today's recipients, transfers and law, and date it anew.",
    compliant="""
        statement: {date: "2023-10-23"}
    """,
    violating="""
        statement:
          date: "2023-10-22"                   # <- FRM002
    """,
)
def statement_stale(statement: Statement, facts: Facts) -> Iterator[Flag]:
    """The statement is more than three years old.

    What was right once has to stay right: measures of the controller are reviewed and updated where
    necessary (Art. 24(1)), and a statement is one of them. In three years services are replaced,
    companies renamed and decisions on transfers struck down. That three years are too long is a
    rule of thumb, and no law.

    Wrong when the shop reviews its statement and finds nothing to change, or when the date is that
    of the first version.
    """
    if statement.date is None:
        return
    months = months_between(statement.date, facts.day)
    if months > PATIENCE:
        message = f"dated {statement.date}: {months // 12} years and more before {facts.day}"
        yield flag(statement, message, at="date")
