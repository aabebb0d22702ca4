from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "REG002",
    judges=Register,
    severity=Severity.INFO,
    law=(),
    remedy="Read these parts of the statement, write them down, and take them off the list.",
    compliant="""
        minors:
          - {age: 16, position: consent_needed, parental_consent: required}
    """,
    violating="""
        minors: null
        todo: [minors]                         # <- REG002
    """,
)
def todo_listed(register: Register, _: Facts) -> Iterator[Flag]:
    """Parts of the statement are not written down yet.

    Findings below the paths of `todo` are held back, since silence there is not the statement's. So
    a register without findings says nothing of these parts, and this reminds of them.

    Wrong when the list was left behind after the parts were written down.
    """
    if register.todo:
        paths = ", ".join(f"`{path}`" for path in register.todo)
        yield flag(register, f"not looked at yet, so not judged: {paths}", at="todo")
