from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Purpose, Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "REG006",
    judges=Register,
    severity=Severity.INFO,
    law=("GDPR 30(1)(c)",),
    remedy="Say whose data they are: customers, subscribers, visitors, recipients of gifts.",
    compliant="""
        purposes:
          contact:
            title: Answer questions
            kind: contact
            legal_basis: [{basis: legitimate_interests, interest: to answer those who ask us}]
            data:
              - categories: [name, email, correspondence]
                data_subjects: [customers, prospects]
                source: data_subject
                retention: {until: question_answered}
                recipients: [host]
    """,
    violating="""
        purposes:                              # <- REG006
          contact:
            title: Answer questions
            kind: contact
            legal_basis: [{basis: legitimate_interests, interest: to answer those who ask us}]
            data:
              - categories: [name, email, correspondence]
                source: data_subject
                retention: {until: question_answered}
                recipients: [host]
          returns:
            title: Take back what did not fit
            kind: returns
            legal_basis: [{basis: contract}]
            data:
              - categories: [name, address, order_data]
                source: data_subject
                retention: {until: request_handled}
                recipients: [carrier, host]
    """,
)
def data_subject_categories_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """Most purposes say whose data they use, and some do not.

    A record of processing, which can be made from the register, needs the categories of data
    subjects (Art. 30(1)(c)). Where most purposes have them, the others look forgotten.

    Wrong when the statement does not say it there: Art. 13 does not ask for it, and a register
    holds only what the statement says.
    """
    if register.general is not None and register.general.data_subjects:
        return
    silent = [purpose for purpose in register.purposes.values() if not _says_whose(purpose)]
    if _FEW <= len(silent) < len(register.purposes) / 2:
        names = ", ".join(f"`{purpose.where[-1]}`" for purpose in silent)
        places = tuple((purpose, "whose data?") for purpose in silent)
        yield flag(("purposes",), f"these do not say whose data they use: {names}", related=places)


_FEW = 2
"""One alone may well be about everybody."""


def _says_whose(purpose: Purpose) -> bool:
    return bool(purpose.data_subjects) or any(group.data_subjects for group in purpose.data)
