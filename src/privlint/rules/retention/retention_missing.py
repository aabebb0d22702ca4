from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Purpose, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "RET001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(a)", "GDPR 14(2)(a)", "GDPR 5(1)(e)"),
    remedy="State a period, or the criterion that decides it, for this purpose.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          newsletter:                          # <- RET001
            data:
              - categories: [name, email]
                source: data_subject
                recipients: [mailer]
    """,
)
def retention_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say how long the data of a purpose are kept.

    Art. 13(2)(a) asks for the period or, if that is not possible, for the criteria that decide it.
    A sentence for everything counts for every purpose, unless it limits itself to some.

    Wrong when the statement gives the period in another document that it names, or when one purpose
    of the statement was written down as two.
    """
    silent = [p for p in register.purposes.values() if not _has_retention(p, register)]
    if silent and len(silent) == len(register.purposes) and register.general is None:
        yield flag(register, "no purpose says how long its data are kept", at="purposes")
        return
    for purpose in silent:
        message = f"nothing says how long the data of `{purpose.where[-1]}` are kept"
        yield flag(purpose, message, at="retention")


def _has_retention(purpose: Purpose, register: Register) -> bool:
    if purpose.retention is not None or any(group.retention for group in purpose.data):
        return True
    general = register.general.retention if register.general is not None else None
    entries = general.entries if general is not None else ()
    return any(not entry.purposes or purpose.where[-1] in entry.purposes for entry in entries)
