from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, DataGroup, Purpose, Register
from privlint.register.parts import alike
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CST008",
    judges=Register,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=("GDPR 5(1)(a)", "GDPR 12(1)"),
    remedy="Make the list complete, or say that it gives examples.",
    compliant="""
        general:
          data: [{categories: [name, phone, address, email, order_data]}]
          data_is_list: false
        purposes:
          orders:
            data:
              - categories: [name, address, phone, email, order_data]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, host]
    """,
    violating="""
        general:
          data:
            - categories: [name, address, phone, email, order_data, invoice_data]   # <- CST008
          data_is_list: true
        purposes:
          orders:
            data:
              - categories: [name, address, phone, email, order_data, date_of_birth]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, host]
          security: null
    """,
)
def category_not_listed(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement lists the data that it uses, and uses others further on.

    Who reads the list believes to know what is used of him (Art. 12(1)). The passage with the other
    data is named beside it.

    Wrong when the list is meant as examples, or names under one heading ("address details") what
    stands apart further on: a person has to look. Not meant are data that somebody else holds, or
    that are called anonymous.
    """
    general = register.general
    if general is None or not general.data or not general.data_is_list:
        return
    told = alike(frozenset[str]().union(*(group.kinds for group in general.data)))
    missing: dict[str, CategoryEntry] = {}
    for entry in register.all(CategoryEntry):
        if entry.id not in told and _is_used(entry, register):
            missing.setdefault(entry.id, entry)
    if missing:
        names = ", ".join(f"`{name}`" for name in missing)
        places = tuple((entry, "used here") for entry in missing.values())
        message = f"is this list of data meant to be complete? not in it: {names}"
        yield flag(general.data[0], message, at="categories", related=places)


def _is_used(entry: CategoryEntry, register: Register) -> bool:
    group = entry.parent
    is_of_purpose = isinstance(group, DataGroup) and isinstance(group.parent, Purpose)
    return is_of_purpose and isinstance(group, DataGroup) and register.uses(group)
