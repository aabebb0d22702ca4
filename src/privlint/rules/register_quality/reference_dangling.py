from collections.abc import Collection, Iterator

from privlint.knowledge.facts import Facts
from privlint.nearest import did_you_mean, misspelt
from privlint.register import Register
from privlint.register.references import references
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "REG007",
    judges=Register,
    severity=Severity.ERROR,
    law=(),
    remedy="Write the entry, or correct its id.",
    compliant="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                data_subjects: [newsletter_subscribers]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mailer]
    """,
    violating="""
        purposes:
          newsletter:
            data:
              - categories: [name, email]
                data_subjects: [newsletter_subscribers]
                source: data_subject
                retention: {until: unsubscribe}
                recipients: [mialer]           # <- REG007
    """,
)
def reference_dangling(register: Register, _: Facts) -> Iterator[Flag]:
    """An id is used that no entry has.

    Entries are written down once and referred to by id. An id that leads nowhere cuts the thread:
    the rules then miss who receives these data, or judge the wrong thing.

    Wrong when the entry is still to be written: put the path that refers to it under `todo`.
    """
    known: dict[str, Collection[str]] = {
        "recipients": register.recipients,
        "purposes": register.purposes,
        "documents": register.statement.documents,
    }
    meant: dict[tuple[str, tuple[str, ...]], tuple[str, str | None]] = {}
    for ref in references(register):
        if any(ref.to in known[section] for section in ref.sections):
            continue
        asked = (ref.to, ref.sections)
        if asked not in meant and len(meant) < _MOST:
            ids = [name for section in ref.sections for name in known[section]]
            meant[asked] = did_you_mean(ref.to, ids), misspelt(ref.to, ids)
        told, instead = meant.get(asked, ("", None))
        message = f"no entry of {' or '.join(ref.sections)} is `{ref.to}`{told}"
        yield flag(ref.where, message, instead=instead)


_MOST = 50
"""For how many ids a likeness is looked for: a file with thousands of them costs no more."""
