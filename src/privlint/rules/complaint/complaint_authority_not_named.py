from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Complaint
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "CPL002",
    judges=Complaint,
    severity=Severity.WARNING,
    law=("GDPR 13(2)(d)", "GDPR 77(1)", "WP260 annex"),
    remedy="Name the authority of the shop's own country, with its address or a link.",
    compliant="""
        complaint:
          described: [residence]
          authorities:
            - name: Gegevensbeschermingsautoriteit
              url: https://www.gegevensbeschermingsautoriteit.be
              contact: stated
    """,
    violating="""
        complaint:
          authorities: null  # <- CPL002
          first_to_controller: true
    """,
)
def complaint_authority_not_named(complaint: Complaint, _: Facts) -> Iterator[Flag]:
    """The right to complain is told, but no authority is named.

    Art. 13(2)(d) speaks of a supervisory authority. A reader who does not know which one that is
    has to find out alone. The authorities ask to explain it by place at least, as Art. 77(1) does:
    where one lives, works or was wronged. Where that is done, little is missing.

    Wrong when the shop sells to so many countries that a description serves its readers better than
    a name.
    """
    if complaint.authorities:
        return
    yield flag(
        complaint,
        "the statement tells of complaining to an authority without naming one",
        at="authorities",
        severity=Severity.INFO if complaint.described else None,
    )
