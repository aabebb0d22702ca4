from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose, Register, RetentionEntry
from privlint.register.node import Node, remembered
from privlint.register.retention import leaves_alone, retention_of, stored_parts
from privlint.rule import Certainty, Flag, Severity, flag, rule

WITHOUT_ORDER = frozenset(
    {"analytics", "contests", "marketing", "newsletter", "personalisation", "profiling", "surveys"}
)
ENDS_OF_ORDER = frozenset({"order_completed", "warranty_ends"})


@rule(
    "RET001",
    judges=Register,
    severity=Severity.ERROR,
    law=("GDPR 13(2)(a)", "GDPR 14(2)(a)", "WP260 annex", "AP Uber 2024"),
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
    A sentence for everything, or for these kinds of data, counts for every purpose, unless it
    limits itself to some of them or to a case.

    Wrong when the statement tells the period in another document that it names, or when one purpose
    was written down as two. A question only: what is told of some of the data, or of orders, may be
    meant for all; what is measured may go with the cookies; a list of people to leave alone may end
    when they come back.
    """
    parts = {purpose: stored_parts(register, purpose) for purpose in register.purposes.values()}
    gaps = {p: [x for x in parts[p] if not retention_of(register, p, x)] for p in parts}
    silent = {purpose for purpose in parts if gaps[purpose] and [*parts[purpose]] == gaps[purpose]}
    if silent and not register.kept():
        yield flag(register, "no purpose says how long its data are kept", at="purposes")
        return
    for purpose, stored in parts.items():
        if purpose in silent:
            yield _untold(purpose, register)
        elif some := _rest(register, purpose, set(gaps[purpose])):
            yield _partly_told(purpose, some)
        elif end := _order_without_order(purpose, stored, register):
            message = f"kept until an order is done: when does that end for `{purpose.id}`?"
            yield _asked(purpose, message, ((end, "said for everything"),))


def _asked(
    place: Node,
    message: str,
    related: tuple[tuple[Node, str], ...] = (),
    severity: Severity = Severity.WARNING,
) -> Flag:
    ask = Certainty.ASK
    return flag(place, message, at="retention", related=related, severity=severity, certainty=ask)


def _untold(purpose: Purpose, register: Register) -> Flag:
    """Flag a purpose of which no period is told; ask, where one may be meant after all."""
    kinds = frozenset[str]().union(*(group.kinds for group in purpose.data))
    if leaves_alone(register, purpose, kinds):
        message = f"`{purpose.id}` keeps a list of people to leave alone: until when?"
        return _asked(purpose, message, severity=Severity.INFO)
    if purpose.kind == "analytics" and _tells_of_cookies(register):
        message = f"is it told with the cookies how long the data of `{purpose.id}` are kept?"
        return _asked(purpose, message)
    message = f"nothing says how long the data of `{purpose.id}` are kept"
    return flag(purpose, message, at="retention")


@remembered
def _tells_of_cookies(register: Register) -> bool:
    """Tell whether the lifetime of cookies that measure is told, here or in a cookie policy."""
    items = register.cookies.items if register.cookies is not None else ()
    return register.has_cookie_policy or any(item.measures and item.duration for item in items)


def _rest(register: Register, purpose: Purpose, gaps: set[DataGroup | None]) -> list[DataGroup]:
    """Return the data of which no other part of the purpose gives the period."""
    held = [g for g in purpose.data if register.is_held(g) and not g.impersonal]
    told = frozenset[str]().union(*(group.kinds for group in held if group not in gaps))
    rest = [group for group in held if group in gaps and not group.kinds & told]
    return [group for group in rest if not leaves_alone(register, purpose, group.kinds)]


def _partly_told(purpose: Purpose, groups: list[DataGroup]) -> Flag:
    kinds = sorted(frozenset[str]().union(*(group.kinds for group in groups)))
    names = ", ".join(f"`{kind}`" for kind in kinds) or "the other data"
    message = f"`{purpose.id}` says how long some of its data are kept: does that hold for {names}?"
    return _asked(
        groups[0], message, tuple((one, "nor is it told for these") for one in groups[1:])
    )


def _order_without_order(
    purpose: Purpose, parts: tuple[DataGroup | None, ...], register: Register
) -> RetentionEntry | None:
    """Return what is said for everything, if it ends with an order that the purpose has not."""
    entries = [entry for part in parts for entry in retention_of(register, purpose, part)]
    if purpose.kind not in WITHOUT_ORDER or not entries:
        return None
    are_wide = not any(isinstance(entry.within(Purpose), Purpose) for entry in entries)
    return entries[0] if are_wide and {e.until for e in entries} <= ENDS_OF_ORDER else None
