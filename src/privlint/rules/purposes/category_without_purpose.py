from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, DataGroup, General, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "PUR004",
    judges=General,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(1)(c)", "GDPR 5(1)(b)", "GDPR 5(1)(c)"),
    remedy="Say what each kind of data is used for, or stop collecting it.",
    compliant="""
        general:
          data:
            - categories: [name, email, order_data]
              source: data_subject
    """,
    violating="""
        general:
          data:
            - categories: [name, email, date_of_birth]     # <- PUR004
              source: data_subject
              retention: {period: P2Y, from: last_contact}
    """,
)
def category_without_purpose(general: General, _: Facts) -> Iterator[Flag]:
    """The statement says that data are collected and does not say what for.

    A purpose has to stand beside every use of data (Art. 13(1)(c)), and data that serve none may
    not be collected at all (Art. 5(1)(c)). A bare list of data leaves the reader to guess.

    Wrong when a collective word of a purpose, such as "contact details", was meant to cover it.
    Where a purpose names no data of its own, or the statement gives one aim for everything, the
    list may belong there: then this is a question.
    """
    register = general.within(Register)
    if not register.purposes:
        return
    used = {
        entry.id
        for entry in register.all(CategoryEntry)
        if not isinstance(_section(entry), General)
    }
    may_serve = bool(general.purposes) or any(not p.data for p in register.purposes.values())
    for group in general.data:
        unused = [
            kind for kind in dict.fromkeys(e.id for e in group.categories) if kind not in used
        ]
        if not unused or not _is_collected(group):
            continue
        yield flag(
            group,
            f"no purpose says what {', '.join(f'`{kind}`' for kind in unused)} serve",
            at="categories",
            severity=Severity.INFO if may_serve else None,
            certainty=Certainty.ASK if may_serve else None,
        )


def _section(entry: CategoryEntry) -> object:
    """Return the part of the statement, just below the register, that a category stands in."""
    part = entry.parent
    while part is not None and not isinstance(part.parent, Register):
        part = part.parent
    return part


def _is_collected(group: DataGroup) -> bool:
    """Tell whether the statement says that it has these data, and does not only define a word."""
    return not group.impersonal and "personal" not in group.called and not group.held_by
