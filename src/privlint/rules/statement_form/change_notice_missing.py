from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Statement
from privlint.rule import Flag, Severity, flag, rule

PASSIVE = {"check_page", "none"}
"""What leaves it to the readers to find out."""


@rule(
    "FRM005",
    judges=Statement,
    severity=Severity.WARNING,
    law=("GDPR 5(1)(a)", "GDPR 13(3)", "WP260 29"),
    remedy="Say how changes that matter are announced: by e-mail, or by a notice on the site.",
    compliant="""
        statement:
          changes: {notice: [check_page], material: [email]}
    """,
    violating="""
        statement:
          changes:
            notice: [check_page]               # <- FRM005
            material: null
    """,
)
def change_notice_missing(statement: Statement, _: Facts) -> Iterator[Flag]:
    """Readers are left to find out for themselves that the statement has changed.

    The authorities find a request to look at the page now and then not only insufficient but unfair
    (WP260, 29): a change that matters has to reach people before it takes effect, and further use
    of their data has to be told beforehand in any case (Art. 13(3)). No provision asks to say in
    the statement how that will be done, so mere silence is no more than a missing kindness.

    Wrong when changes are announced in fact, although the statement does not say so.
    """
    changes = statement.changes
    told = {*changes.notice, *changes.material} if changes is not None else set()
    if changes is None or not told:
        message = "nothing says how readers learn that the statement has changed"
        yield flag(statement, message, at="changes", severity=Severity.INFO)
    elif told <= PASSIVE:
        by_page = "only who looks at the page learns that the statement has changed"
        message = by_page if "check_page" in told else "changes of the statement are not announced"
        yield flag(changes, message, at="notice" if changes.notice else "material")
    elif changes.effort:
        message = "a notice of changes is promised as an effort, no more"
        yield flag(changes, message, at="effort", severity=Severity.INFO)
