from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, Purpose, Register
from privlint.rule import Flag, Severity, flag, rule

OF_OTHERS_CHOICE = frozenset({"contact", "customer_service", "legal_requests"})
"""Kinds in which it is not the shop that decides which data: people who write, authorities."""


@rule(
    "PUR003",
    judges=Register,
    severity=Severity.INFO,
    law=("GDPR 5(1)(a)", "GDPR recital 39", "GDPR 30(1)(c)"),
    remedy="Say which kinds of data serve this purpose.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [email]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          newsletter:
            data: null                         # <- PUR003
            retention: {until: unsubscribe}
            recipients: [mailer]
    """,
)
def purpose_without_categories(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say which data serve a purpose.

    Recital 39 wants people to see to what extent their data are used. A list of data here and a
    list of purposes there leave open which of the data go into which use. The record of processing
    of Art. 30(1)(c) asks for the kinds of data anyway.

    Wrong when the statement cannot be clearer because somebody else decides which data, as in a
    message or a demand of the police. Art. 13 does not ask for the kinds of data that people give
    themselves: this is kindness to the reader, never an error.
    """
    named = {entry.within(Purpose) for entry in register.all(CategoryEntry)}
    bare = [p for p in register.purposes.values() if p not in named and not _tells_data(p)]
    bare = [purpose for purpose in bare if purpose.kind not in OF_OTHERS_CHOICE]
    if bare and len(bare) == len(register.purposes):
        is_one_list = len(bare) == 1 and register.general is not None and register.general.data
        if not is_one_list:
            yield flag(register, "no purpose says which data serve it", at="purposes")
        return
    for purpose in bare:
        yield flag(purpose, f"nothing says which data serve `{purpose.id}`", at="data")


def _tells_data(purpose: Purpose) -> bool:
    """Tell whether data are told at who receives them, or described without a kind.

    "Certain data" is no description.
    """
    register = purpose.within(Register)
    receivers = (register.recipients.get(ref.to) for ref in purpose.recipients)
    at_receiver = any(receiver is not None and receiver.categories for receiver in receivers)
    return at_receiver or any(group.words and not group.unnamed for group in purpose.data)
