from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.register.references import references
from privlint.rule import Flag, Severity, flag, rule

_NAMING = {"name", "kind", "vendor", "legal_name", "words", "cite", "note"}
"""The keys that say who it is, and not what it has to do with the shop."""


@rule(
    "REG008",
    judges=Register,
    severity=Severity.WARNING,
    law=(),
    remedy="Refer to it where the statement gives it data, or take it out.",
    compliant="""
        recipients:
          accountant: {name: Plain Books, country: BE}
        purposes:
          tax:
            recipients: [accountant]
    """,
    violating="""
        recipients:
          accountant:                          # <- REG008
            name: Plain Books
    """,
)
def entry_unused(register: Register, _: Facts) -> Iterator[Flag]:
    """A recipient is listed that nothing refers to.

    An entry with only a name stands for nobody in particular: no purpose gives it data, no cookie
    or plug-in is its own. Either a reference was forgotten, or the entry is left over.

    Wrong when the statement itself only names it and says no more: refer to it from
    `general.recipients` then.
    """
    used = {ref.to for ref in references(register)}
    for name, recipient in register.recipients.items():
        if name not in used and recipient.stated <= _NAMING:
            yield flag(recipient, f"nothing refers to `{name}`, and it says nothing itself")
