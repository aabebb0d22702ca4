from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "FRM003",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 12(1)", "WP260 13", "AP TikTok 2021", "GBA 12/2019"),
    remedy="Publish the statement in each language in which the shop addresses its customers.",
    compliant="""
        shop: {languages: [nl, fr]}
        statement: {language: nl, other_languages: [fr, en]}
    """,
    violating="""
        shop: {languages: [nl, fr]}
        statement:
          language: en                         # <- FRM003
    """,
)
def statement_wrong_language(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement cannot be had in the language of the shop's customers.

    What a reader cannot read is neither intelligible nor plain (Art. 12(1)). Whoever addresses
    people in their language has to inform them in it (WP260, 13); the Dutch and the Belgian
    authority have fined for it. Where only some of the languages lack a version, it is a question:
    a milder one as long as nothing is written down of other versions.

    Wrong when the languages of the customers were guessed from the country, since a Belgian shop
    may serve one community, or when a version in theirs exists that the register does not tell of.
    """
    statement, spoken = register.statement, register.shop.languages
    if statement.language is None or not spoken:
        return
    known = {statement.language, *statement.other_languages}
    missing = [language for language in spoken if language not in known]
    related = (((*register.shop.where, "languages"), "the customers'"),)
    if len(missing) == len(spoken):
        used, wanted = _named(known), _named(spoken)
        message = f"the statement is in {used}, its readers are addressed in {wanted}"
        yield flag(statement, message, at="language", related=related)
    elif missing:
        is_told = "other_languages" in statement.stated
        yield flag(
            statement,
            f"is there a version in {_named(missing)}? customers are addressed in it",
            at="other_languages" if is_told else "language",
            related=related,
            severity=Severity.WARNING if is_told else Severity.INFO,
            certainty=Certainty.ASK,
        )


def _named(languages: set[str] | list[str] | tuple[str, ...]) -> str:
    return " and ".join(f"`{language}`" for language in sorted(languages))
