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
    """The statement tells of none of the rights of the reader.

    Art. 13(2)(b) asks to tell of access, rectification, erasure, restriction, objection and data
    portability. Rights that nobody knows of are not used. A right that only comes up in passing is
    not told of, as where data are said to be kept until somebody asks to be forgotten.

    Wrong when the rights stand in another layer that the statement leads to and that was not
    written down, or are described in words that were not recognised as rights.
    """
    rights = register.rights
    if rights is not None and rights.told:
        return
    in_passing = rights.listed.values() if rights is not None else ()
    yield flag(
        register,
        "none of the rights of access, rectification, erasure and the like is told",
        at="rights",
        related=tuple((right, "only in passing") for right in in_passing),
    )
