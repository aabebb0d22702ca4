from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.rule import Certainty, Flag, Severity, StatementText, flag, rule

SHOWN = 3


@rule(
    "FRM009",
    judges=StatementText,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 12(1)", "GDPR 5(1)(a)"),
    remedy="Fill it in, or remove the sentence.",
    compliant="""
        statement: {title: Privacy statement}
    """,
    compliant_text="""
        Vragen? Schrijf naar Plain Shop bv, Dorpsstraat 1, 9000 Gent.
        Wij verwerken uw naam en uw bedrijfsnaam.
    """,
    violating="""
        statement:                             # <- FRM009
          title: Privacy statement
    """,
    violating_text="""
        Vragen? Schrijf naar [bedrijfsnaam], [adres].
        Wij verwerken uw naam.
    """,
)
def placeholder_in_text(told: StatementText, facts: Facts) -> Iterator[Flag]:
    """The text still holds a place that a model left to be filled in.

    Where the name, the address or a period should stand, readers find a pair of brackets: the
    information itself is missing, and the rest of the text was hardly read either (Art. 12(1)).

    Wrong when dots in brackets shorten a quotation, or when brackets stand in a form that the
    reader fills in.
    """
    text = told.text
    found = [
        f"`{place}` (text line {passage.line})"
        for passage in text.passages
        for place in facts.placeholders(text.excerpt(passage))
    ]
    if found:
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        message = f"left to be filled in: {', '.join(found[:SHOWN])}{more}"
        yield flag(told.register.statement, message)
