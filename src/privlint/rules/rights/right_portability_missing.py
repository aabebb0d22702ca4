from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import LegalBasis, Register, Rights
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RIG004",
    judges=Rights,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(b)", "GDPR 14(2)(c)", "GDPR 20(1)", "AP Uber 2024"),
    remedy="Say that one can receive the data one gave in a file, or have them sent on.",
    compliant="""
        rights:
          portability: {article: "20", limited_to: [consent, contract], format: CSV file}
    """,
    violating="""
        rights:
          portability: null          # <- RIG004
    """,
)
def right_portability_missing(rights: Rights, _: Facts) -> Iterator[Flag]:
    """The statement names other rights, but not data portability, which applies here.

    Art. 13(2)(b) asks to tell of it. The right exists for data that were given on consent or for a
    contract (Art. 20(1)), so almost every shop has to grant it.

    Wrong when the right is described in words that were not recognised as this right, such as an
    export of one's data.
    """
    register = rights.within(Register)
    explicit = any(b.article_9 == "explicit_consent" for b in register.all(LegalBasis))
    if not rights.told or not (explicit or {"consent", "contract"} & register.stated_bases()):
        return
    if rights.portability is None:
        yield flag(rights, "the right to data portability is not named", at="portability")
    elif rights.portability.status == "mentioned":
        message = "the right to data portability is mentioned in passing, not told as a right"
        yield flag(rights.portability, message, at="status", severity=Severity.WARNING)
