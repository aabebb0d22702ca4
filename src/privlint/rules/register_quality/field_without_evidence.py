from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Cite, Register
from privlint.register.node import Node
from privlint.rule import Flag, Severity, flag, rule

_SECTIONS = ("recipients", "purposes")


@rule(
    "REG001",
    judges=Register,
    severity=Severity.INFO,
    law=(),
    remedy="Add the section, and the words in quotes, where the statement says it.",
    compliant="""
        purposes:
          orders: {cite: {section: 1}}
          newsletter: {cite: {section: 2}}
          tax: {cite: {section: 3}}
          security: {cite: {section: 4}}
    """,
    violating="""
        purposes:                              # <- REG001
          orders: {cite: {section: 1}}
          newsletter: {cite: {section: 2}}
          tax: {cite: {section: 3}}
    """,
)
def field_without_evidence(register: Register, _: Facts) -> Iterator[Flag]:
    """Most entries of a section say where the statement says it, and some do not.

    A cite lets anybody check an entry against the statement, and shows which entries a change of
    the text touches. Where most entries have one, those without are easily overlooked.

    Wrong when an entry gathers what the statement says in many places, each cited elsewhere.
    """
    cited = {cite.where[:2] for cite in register.all(Cite)}
    for section in _SECTIONS:
        entries: dict[str, Node] = getattr(register, section)
        bare = [entry for entry in entries.values() if entry.where not in cited]
        if bare and len(bare) * 2 < len(entries):
            names = ", ".join(f"`{entry.where[-1]}`" for entry in bare)
            places = tuple((entry, "no cite") for entry in bare)
            yield flag((section,), f"these cite nothing: {names}", related=places)
