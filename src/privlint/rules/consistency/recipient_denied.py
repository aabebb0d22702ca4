from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CST009",
    judges=Purpose,
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(1)(e)"),
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

    Wrong when the two passages are about different people or different cases: a condition on one of
    them (`when`), other people, or another source of the data silences this rule.
    """
    denied = [group for group in purpose.data if _denies(group)]
    shared = [group for group in purpose.data if group.recipients and not group.when]
    for group in denied:
        for other in shared:
            both = group.kinds & other.kinds
            if both and _are_alike(group, other):
                names = ", ".join(f"`{name}`" for name in sorted(both))
                message = f"said to be shared with nobody, and shared elsewhere: {names}"
                yield flag(group, message, at="recipients", related=((other, "shared here"),))


def _denies(group: DataGroup) -> bool:
    return "recipients" in group.stated and not group.recipients and not group.when


def _are_alike(one: DataGroup, other: DataGroup) -> bool:
    """Tell whether both are about the same people, from a source that may be the same."""
    is_from_elsewhere = one.source and other.source and not set(one.source) & set(other.source)
    return one.data_subjects == other.data_subjects and not is_from_elsewhere
