from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CPL001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(d)", "GDPR 14(2)(e)", "GDPR 77(1)"),
    remedy="Say that one can complain to a supervisory authority, and name it.",
    compliant="""
        complaint:
          authorities:
            - name: Autoriteit Persoonsgegevens
              url: https://www.autoriteitpersoonsgegevens.nl
              contact: stated
    """,
    violating="""
        complaint: null      # <- CPL001
    """,
)
def complaint_authority_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say that one can complain to a supervisory authority.

    Art. 13(2)(d) asks to tell of this right. It is what a reader falls back on when the shop does
    not answer, and it costs nothing to use.

    Wrong when the right is told of in a layer of the statement that was not written down.
    """
    if register.complaint is None:
        message = "nothing is said of complaining to a supervisory authority"
        yield flag(register, message, at="complaint")
