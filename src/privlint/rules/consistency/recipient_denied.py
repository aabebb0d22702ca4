from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose
from privlint.register.sharing import shared_data, shared_like, sure_kinds
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
    denied = [group for group in purpose.data if _denies(group)]
    shared = shared_data(purpose) if denied else {}
    for group in denied:
        mine = sure_kinds(group)
        for other in shared_like(group, shared):
            getting = {to: kinds & mine for to, kinds in other.getting.items()}
            roles = {other.roles[to] for to, kinds in getting.items() if kinds}
            both = sorted(frozenset[str]().union(*getting.values()))
            names = ", ".join(f"`{name}`" for name in both)
            yield flag(
                group,
                f"said to be shared with nobody, and shared elsewhere: {names}",
                at="recipients",
                related=((other.group, "shared here"),),
                severity=Severity.INFO if roles <= _NO_THIRD_PARTY else None,
            )


def _denies(group: DataGroup) -> bool:
    return "recipients" in group.stated and not group.recipients and not group.when
