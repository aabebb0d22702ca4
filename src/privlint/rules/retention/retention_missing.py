from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import DataGroup, Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


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
    only, it may be meant for the rest as well: then this is a question.
    """
    purposes = [p for p in register.purposes.values() if not _is_not_stored(p, register)]
    gaps = {purpose.id: _uncovered(purpose, register) for purpose in purposes}
    silent = [purpose for purpose in purposes if gaps[purpose.id] == list(purpose.data or [None])]
    if silent and len(silent) == len(purposes) and not any(True for _ in register.kept()):
        yield flag(register, "no purpose says how long its data are kept", at="purposes")
        return
    for purpose in silent:
        message = f"nothing says how long the data of `{purpose.id}` are kept"
        yield flag(purpose, message, at="retention")
    for purpose in purposes:
        groups = [group for group in gaps[purpose.id] if group is not None]
        if groups and purpose not in silent:
            yield _asked(purpose, groups)


def _uncovered(purpose: Purpose, register: Register) -> list[DataGroup | None]:
    """Return the data for which no period, event or criterion is stated; `None`: any at all."""
    groups: tuple[DataGroup | None, ...] = purpose.data or (None,)
    gaps = [group for group in groups if not register.retention_of(purpose, group)]
    if len(gaps) == len(groups):
        return gaps
    told = frozenset[str]().union(*(g.kinds for g in purpose.data if g not in gaps))
    return [group for group in gaps if group is not None and not _is_told(group, told)]


def _is_told(group: DataGroup, told: frozenset[str]) -> bool:
    """Tell whether a period is stated for such data already, or they are said to need none."""
    return group.impersonal or "household" in group.called or bool(group.kinds & told)


def _is_not_stored(purpose: Purpose, register: Register) -> bool:
    """Tell whether the statement says that the data are anonymous, or that it keeps none."""
    claims = register.claims_of("no_payment_data_stored")
    return purpose.impersonal or any(purpose.id in c.about and not c.except_ for c in claims)


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
