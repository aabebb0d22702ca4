from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Register
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "DAT008",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR recital 38", "GDPR 6(1)(f)", "GDPR 14(1)"),
    remedy="Say that data about children are used, from whom they come, and why that is fair.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [name, email, child_data]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        minors: null
        purposes:
          security:
            data:
              - categories: [ip_address, child_data]     # <- DAT008
                source: observed
                retention: {period: P90D, from: collection}
                recipients: [host]
    """,
)
def children_data_collected_silently(register: Register, facts: Facts) -> Iterator[Flag]:
    """Data about children are collected, and the statement has no word on minors.

    Children deserve particular protection (recital 38), and weigh more where a legitimate interest
    is set against those of the person (Art. 6(1)(f)). A birth card carries a name, a date and a
    place of somebody who cannot object.

    Wrong when the parent gives the data and knows what becomes of them. Where a contract or consent
    carries the use, which may be the parent's own, this is a question. A shop that addresses
    children is asked by `children-not-addressed` instead.
    """
    if register.minors or register.shop.children:
        return
    groups = [group for group in register.all(DataGroup) if register.uses(group)]
    places = [(group, place) for group in groups for place in _of_children(group, facts)]
    if not places:
        return
    carried = all(_is_carried(group, register) for group, _ in places)
    yield flag(
        places[0][1],
        "data about children, and the statement has no word on minors",
        related=tuple((place, "and here") for _, place in places[1:]),
        severity=Severity.INFO if carried else None,
        certainty=Certainty.ASK if carried else None,
    )


def _of_children(group: DataGroup, facts: Facts) -> Iterator[Node]:
    found = ((entry, facts.category(entry.id)) for entry in group.categories)
    entries = [entry for entry, kind in found if kind is not None and "children" in kind.flags]
    yield from entries
    if not entries and "children" in group.subjects:
        yield group


def _is_carried(group: DataGroup, register: Register) -> bool:
    """Tell whether a basis is given that does not set interests against each other."""
    general = register.general.legal_basis if register.general is not None else ()
    given = {basis.basis for basis in group.bases or general}
    return bool(given) and given.isdisjoint({"legitimate_interests", "unnamed"})
