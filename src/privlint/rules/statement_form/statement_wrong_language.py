from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "FRM003",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 12(1)", "WP260 13", "AP TikTok 2021", "GBA 12/2019"),
    remedy="Publish the statement in each language in which the shop addresses its customers.",
    compliant="""
        shop: {languages: [nl, fr]}
        statement: {language: nl}
    """,
    violating="""
        shop: {languages: [nl, fr]}
        statement:
          language: en                         # <- FRM003
    """,
)
def statement_wrong_language(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement is in a language that is not that of the shop's customers.

    What a reader cannot read is neither intelligible nor plain (Art. 12(1)). Whoever addresses
    people in their language has to inform them in it (WP260, 13); the Dutch and the Belgian
    authority have fined for it.

    A register holds the statement in one language. Where that is one of several, it cannot tell
    whether the other versions exist: nothing is asked.

    Wrong when the languages of the customers were guessed from the country, since a Belgian shop
    may serve one community, or when this is a version beside those in their languages.
    """
    language, spoken = register.statement.language, register.shop.languages
    if language is None or not spoken or language in spoken:
        return
    named = ", ".join(f"`{each}`" for each in spoken)
    message = f"the statement is in `{language}`, its readers are addressed in {named}"
    where = (*register.shop.where, "languages")
    yield flag(register.statement, message, at="language", related=((where, "the customers'"),))
