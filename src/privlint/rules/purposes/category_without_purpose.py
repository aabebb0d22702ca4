from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, General, Purpose, Register
from privlint.register.parts import alike
from privlint.rule import Certainty, Flag, Severity, flag, rule

_SEVERAL = 2
"""So many purposes at least leave open which of them data serve."""


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

    Wrong when a collective word of a purpose, such as "the data of your visit", was meant to cover
    it. Where a purpose names no kinds of data, or the statement gives one aim for everything, the
    list may belong there: then this is a question.
    """
    register = general.within(Register)
    if not general.data or len(register.purposes) < _SEVERAL:
        return
    named = [e for e in register.all(CategoryEntry) if not isinstance(_section(e), General)]
    used = alike(frozenset(entry.id for entry in named) | _told_beside(general))
    purposes = {entry.within(Purpose) for entry in named}
    unclear = (purpose for purpose in register.purposes.values() if purpose not in purposes)
    may_serve = bool(general.purposes) or any(unclear)
    for group in general.data:
        unused = [
            kind for kind in dict.fromkeys(e.id for e in group.categories) if kind not in used
        ]
        is_told = any(ref.for_ for ref in group.recipients)
        if not unused or is_told or not register.uses(group):
            continue
        yield flag(
            group,
            f"no purpose says what {', '.join(f'`{kind}`' for kind in unused)} serve",
            at="categories",
            severity=Severity.INFO if may_serve else None,
            certainty=Certainty.ASK if may_serve else None,
        )


def _told_beside(general: General) -> frozenset[str]:
    """Return the kinds of which it is said what they are kept or asked for."""
    kept = general.retention.entries if general.retention is not None else ()
    told = [entry for each in kept if each.for_ or each.purposes for entry in each.of]
    asked = [
        entry
        for each in general.provision
        if each.for_ or each.purposes
        for entry in each.categories
    ]
    return frozenset(entry.id for entry in (*told, *asked))


def _section(entry: CategoryEntry) -> object:
    """Return the part of the statement, just below the register, that a category stands in."""
    part = entry.parent
    while part is not None and not isinstance(part.parent, Register):
        part = part.parent
    return part
