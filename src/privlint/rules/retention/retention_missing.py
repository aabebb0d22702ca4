from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose, Register, RetentionEntry
from privlint.rule import Certainty, Flag, Severity, flag, rule

WITHOUT_ORDER = frozenset(
    {"analytics", "contests", "marketing", "newsletter", "personalisation", "profiling", "surveys"}
)
ENDS_OF_ORDER = frozenset({"order_completed", "warranty_ends"})


@rule(
    "RET001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(a)", "GDPR 14(2)(a)", "GDPR 5(1)(e)", "WP260 annex"),
    remedy="State a period, or the criterion that decides it, for these data.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          newsletter:                          # <- RET001
            data:
              - categories: [name, email]
                source: data_subject
                recipients: [mailer]
          security:
            data:
              - categories: [ip_address, log_data]
                source: observed
                retention: {period: P90D, from: collection}
                recipients: [host]
              - categories: [username]         # <- RET001
                source: data_subject
    """,
)
def retention_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement does not say how long the data of a purpose are kept.

    Art. 13(2)(a) asks for the period or, if that is not possible, for the criteria that decide it.
    A sentence for everything counts for every purpose, unless it limits itself to some of them, to
    some data, or to a case.

    Wrong when the statement gives the period in another document that it names, or when one purpose
    of the statement was written down as two. Where a purpose has a period for some of its data
    only, or what is said for everything ends with an order, it may be meant for this as well: then
    this is a question.
    """
    parts = {purpose: _parts(purpose, register) for purpose in register.purposes.values()}
    gaps = {p: [part for part in parts[p] if not register.retention_of(p, part)] for p in parts}
    silent = [purpose for purpose in parts if parts[purpose] and gaps[purpose] == parts[purpose]]
    if silent and not any(True for _ in register.kept()):
        yield flag(register, "no purpose says how long its data are kept", at="purposes")
        return
    for purpose, stored in parts.items():
        if purpose in silent:
            message = f"nothing says how long the data of `{purpose.id}` are kept"
            yield flag(purpose, message, at="retention")
        elif untold := _untold(purpose, gaps[purpose]):
            yield _asked(purpose, untold)
        elif end := _order_without_order(purpose, stored, register):
            yield flag(
                purpose,
                f"kept until an order is done: when does that end for `{purpose.id}`?",
                at="retention",
                related=((end, "said for everything"),),
                severity=Severity.WARNING,
                certainty=Certainty.ASK,
            )


def _parts(purpose: Purpose, register: Register) -> list[DataGroup | None]:
    """Return the data that a period is called for; `None` stands for a purpose that lists none.

    None is called for where data are said to be anonymous or not to be stored, or where another
    holds them who does not act on the shop's behalf.
    """
    claims = register.claims_of("no_payment_data_stored")
    if any(purpose.id in claim.about and not claim.except_ for claim in claims):
        return []
    return [
        group
        for group in purpose.data or (None,)
        if group is None
        or not (group.impersonal or "household" in group.called or not register.is_held(group))
    ]


def _order_without_order(
    purpose: Purpose, parts: list[DataGroup | None], register: Register
) -> RetentionEntry | None:
    """Return what is said for everything, if it ends with an order that the purpose has not."""
    entries = [entry for part in parts for entry in register.retention_of(purpose, part)]
    if purpose.kind not in WITHOUT_ORDER or not entries:
        return None
    are_wide = not any(isinstance(entry.within(Purpose), Purpose) for entry in entries)
    return entries[0] if are_wide and {e.until for e in entries} <= ENDS_OF_ORDER else None


def _untold(purpose: Purpose, gaps: list[DataGroup | None]) -> list[DataGroup]:
    """Return the data of which no other part of the purpose gives the period."""
    told = frozenset[str]().union(*(group.kinds for group in purpose.data if group not in gaps))
    return [group for group in gaps if group is not None and not group.kinds & told]


def _asked(purpose: Purpose, groups: list[DataGroup]) -> Flag:
    kinds = sorted(frozenset[str]().union(*(group.kinds for group in groups)))
    names = ", ".join(f"`{kind}`" for kind in kinds) or "the other data"
    return flag(
        groups[0],
        f"`{purpose.id}` says how long some of its data are kept: does that hold for {names}?",
        at="retention",
        severity=Severity.WARNING,
        certainty=Certainty.ASK,
        related=tuple((group, "nor is it told for these") for group in groups[1:]),
    )
