from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RIG014",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(b)", "GDPR 14(2)(c)"),
    remedy="Name access, rectification, erasure, restriction, objection and data portability.",
    compliant="""
        rights:
          access: {article: "15"}
          rectification: {article: "16"}
          erasure: {article: "17"}
          restriction: {article: "18"}
          portability: {article: "20"}
          object: {article: "21"}
    """,
    violating="""
        rights: null         # <- RIG014
    """,
)
def rights_not_mentioned(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement names none of the rights of the reader.

    Art. 13(2)(b) asks to tell of access, rectification, erasure, restriction, objection and data
    portability. Rights that nobody knows of are not used.

    Wrong when the rights stand in another layer that the statement leads to and that was not
    written down.
    """
    if register.rights is None or not register.rights.told:
        message = "none of the rights of access, rectification, erasure and the like is named"
        yield flag(register, message, at="rights")
