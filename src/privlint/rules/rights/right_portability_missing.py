from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cookie, Embed, LegalBasis, Register, Rights
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
    contract (Art. 20(1)), so almost every shop has to grant it. Where only cookies rest on
    consent, or a basis is given for the case that it is needed, it may not apply: a warning.

    Wrong when the right is described in words that were not recognised as this right, such as an
    export of one's data, or when what rests on consent or contract is only kept on paper.
    """
    right = rights.portability
    if not rights.told or (right is not None and right.is_told):
        return
    register = rights.within(Register)
    if not any(_gives_right(basis) for basis in register.all(LegalBasis)):
        return
    if right is None:
        bases = (basis for basis in register.bases_in_use() if _gives_right(basis))
        weight = Severity.WARNING if all(map(_is_of_cookies, bases)) else None
        message = "the right to data portability is not named"
        yield flag(rights, message, at="portability", severity=weight)
    else:
        message = "the right to data portability is mentioned in passing, not told as a right"
        yield flag(right, message, at="status", severity=Severity.WARNING)


def _gives_right(basis: LegalBasis) -> bool:
    return basis.basis in {"consent", "contract"} or basis.article_9 == "explicit_consent"


def _is_of_cookies(basis: LegalBasis) -> bool:
    holders: tuple[Cookie | None, Embed | None] = (basis.within(Cookie), basis.within(Embed))
    return any(holder is not None for holder in holders)
