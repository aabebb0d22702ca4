from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose, RecipientRef, Register
from privlint.rule import Flag, Severity, flag, rule

_NO_THIRD_PARTY = frozenset({"processor", "authority"})


@rule(
    "CST009",
    judges=Purpose,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(e)", "GDPR 4(9)"),
    remedy="Say once who gets these data.",
    compliant="""
        purposes:
          orders:
            data:
              - categories: [name, address]
                source: data_subject
                retention: {until: order_completed}
                recipients: [carrier]
              - categories: [phone, payment_method]
                source: data_subject
                retention: {until: order_completed}
                recipients: []
    """,
    violating="""
        purposes:
          orders:
            data:
              - categories: [name, address, phone]
                source: data_subject
                retention: {until: order_completed}
                recipients: [carrier]
              - categories: [phone, payment_method]
                source: data_subject
                retention: {until: order_completed}
                recipients: []                 # <- CST009
    """,
)
def recipient_denied(purpose: Purpose, _: Facts) -> Iterator[Flag]:
    """The statement says of the same data that nobody gets them, and who does.

    Within one purpose both cannot be true, and the reader cannot know which is (Art. 13(1)(e)).
    Where those who get them only work for the shop, "nobody" may mean no third party, and an
    authority that asks in a particular case is no recipient (Art. 4(9)): then this is a note.

    Wrong when the two passages are about different people or different cases: a condition on one of
    them, on the data or on who gets them (`when`), other people, another holder or another source
    of the data silences this rule.
    """
    register = purpose.within(Register)
    denied = [group for group in purpose.data if _denies(group)]
    shared = [group for group in purpose.data if group.recipients and not group.when]
    for group in denied:
        for other in shared:
            getting = {ref.to: _got(ref, other) & _kinds(group) for ref in other.recipients}
            roles = {to: _role(to, register) for to, kinds in getting.items() if kinds}
            met = {to: role for to, role in roles.items() if role is not None}
            if not met or not _are_alike(group, other):
                continue
            both = sorted(frozenset[str]().union(*(getting[to] for to in met)))
            names = ", ".join(f"`{name}`" for name in both)
            yield flag(
                group,
                f"said to be shared with nobody, and shared elsewhere: {names}",
                at="recipients",
                related=((other, "shared here"),),
                severity=Severity.INFO if _NO_THIRD_PARTY.issuperset(met.values()) else None,
            )


def _denies(group: DataGroup) -> bool:
    return "recipients" in group.stated and not group.recipients and not group.when


def _got(ref: RecipientRef, group: DataGroup) -> frozenset[str]:
    """Return the kinds of data of a group that somebody gets in any case."""
    if ref.when is not None:
        return frozenset()
    limit = {entry.id for entry in ref.categories}
    return frozenset(kind for kind in _kinds(group) if not limit or kind in limit)


def _kinds(group: DataGroup) -> frozenset[str]:
    return frozenset(entry.id for entry in group.categories if entry.when is None)


def _role(to: str, register: Register) -> str | None:
    """Return the role of somebody who gets data, empty if it is not told; `None`: gets none."""
    recipient = register.recipients.get(to)
    if recipient is None or recipient.when is not None:
        return None
    if recipient.kind == "authority":
        return recipient.kind
    return (recipient.role or "") if recipient.receives else None


def _are_alike(one: DataGroup, other: DataGroup) -> bool:
    """Tell whether both are about the same people, from a source that may be the same."""
    is_from_elsewhere = one.source and other.source and not set(one.source) & set(other.source)
    is_with_others = one.held_by != other.held_by or one.via != other.via
    return one.data_subjects == other.data_subjects and not is_from_elsewhere and not is_with_others
