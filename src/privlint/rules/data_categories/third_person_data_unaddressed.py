from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import CategoryEntry, DataGroup, Register
from privlint.register.node import Node
from privlint.rule import Certainty, Flag, Severity, flag, rule

_OTHER_PEOPLE = frozenset({"gift_recipients", "parents"})


@rule(
    "DAT012",
    judges=Register,
    severity=Severity.INFO,
    certainty=Certainty.ASK,
    law=("GDPR 14(1)", "GDPR 14(2)(f)", "GDPR 14(3)", "GDPR 14(5)(b)"),
    remedy="Add a sentence for those people: who gave the data, what for, and until when.",
    compliant="""
        purposes:
          orders:
            data:
              - categories: [name, address, order_data]
                data_subjects: [customers]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, payment_provider, host]
              - categories: [gift_recipient]
                data_subjects: [gift_recipients]
                source: third_party
                source_words: whoever orders the gift
                source_named: true
                retention: {period: P2Y, from: delivery}
                recipients: [carrier]
    """,
    violating="""
        purposes:
          orders:
            data:
              - categories: [name, address, order_data, gift_recipient]    # <- DAT012
                data_subjects: [customers]
                source: data_subject
                retention: {period: P2Y, from: delivery}
                recipients: [carrier, payment_provider, host]
    """,
)
def third_person_data_unaddressed(register: Register, facts: Facts) -> Iterator[Flag]:
    """The shop gets data about other people than its reader, and has no word for them.

    Who is sent a gift, stands in an address book or is pictured on a card did not give the data.
    Art. 14 wants these people told as well, within a month or when they first hear from the shop;
    Art. 14(5)(b) spares the shop where that would take a disproportionate effort, and then asks it
    to publish the information. A sentence in the statement is the way to do so.

    Wrong when those people are told in another way, as on the parcel, or when what people upload
    is about nobody but themselves. Whether Art. 14(5) spares the shop only a person can say.
    """
    groups = [group for group in register.all(DataGroup) if register.uses(group)]
    about = {group: _of_others(group, facts) for group in groups}
    general = register.general.data_subjects if register.general is not None else ()
    is_told = any(places and "third_party" in group.source for group, places in about.items())
    found = [place for places in about.values() for place in places]
    if not found or is_told or not _OTHER_PEOPLE.isdisjoint(general):
        return
    first, *others = sorted(found, key=lambda place: _kind(place) == "`user_content`")
    names = ", ".join(dict.fromkeys(_kind(place) for place in (first, *others)))
    yield flag(
        first,
        f"{names} can be about others than the reader: how do they hear of it?",
        related=tuple((place, "here too") for place in others),
    )


def _of_others(group: DataGroup, facts: Facts) -> list[Node]:
    """Return which of the data are about other people; all of them where it is said so."""
    kinds = [(entry, facts.category(entry.id)) for entry in group.categories]
    found = [entry for entry, kind in kinds if kind is not None and "third_party" in kind.flags]
    is_of_others = not _OTHER_PEOPLE.isdisjoint(group.subjects)
    return [*found] or ([group] if is_of_others else [])


def _kind(place: Node) -> str:
    return f"`{place.id}`" if isinstance(place, CategoryEntry) else "these data"
