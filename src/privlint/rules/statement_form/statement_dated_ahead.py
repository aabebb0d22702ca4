from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Statement
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "FRM010",
    judges=Statement,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=("GDPR 12(1)", "GDPR 5(1)(a)"),
    remedy="Say from which day the statement applies, and keep the present one until then.",
    compliant="""
        statement: {date: "2026-11-22"}
    """,
    violating="""
        statement:
          date: "2027-01-01"                   # <- FRM010
    """,
)
def statement_dated_ahead(statement: Statement, facts: Facts) -> Iterator[Flag]:
    """The statement bears a date that is still to come.

    A text that is published before it applies leaves open what applies until then, and a slip in
    the date makes every later change look older than it is.

    Wrong when the text says from which day it applies, or when it is judged as of a day before it
    was written: then it tells that this statement cannot have been there.
    """
    if statement.date is not None and statement.date > facts.day:
        message = f"does it apply yet? the date is {statement.date}, after {facts.day}"
        yield flag(statement, message, at="date")
