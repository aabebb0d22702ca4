from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Complaint
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CPL006",
    judges=Complaint,
    severity=Severity.ERROR,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(2)(d)", "GDPR 51(1)", "GDPR 77(1)"),
    remedy="Name the supervisory authority for data protection beside it or instead of it.",
    compliant="""
        complaint:
          authorities:
            - name: Autoriteit Persoonsgegevens
              url: https://www.autoriteitpersoonsgegevens.nl
              contact: stated
            - name: Autoriteit Consument & Markt       # for cookies
              url: https://www.acm.nl
              contact: stated
    """,
    violating="""
        complaint:
          authorities:
            - name: Autoriteit Consument & Markt       # <- CPL006
              url: https://www.acm.nl
              contact: stated
    """,
)
def complaint_body_not_an_authority(complaint: Complaint, facts: Facts) -> Iterator[Flag]:
    """The only body that is named for privacy complaints does not supervise data protection.

    Art. 13(2)(d) asks to tell of the right to complain to a supervisory authority, which is the one
    that a country set up under Art. 51(1). A body for consumers, telecoms or banks cannot
    investigate or decide such a complaint.

    Wrong when the body is named for another subject, such as disputes about a purchase, and the
    passage on privacy complaints was not written down.
    """
    bodies = complaint.authorities
    kinds = [facts.authority_named(body.name).kind for body in bodies]
    if not bodies or set(kinds) != {"not_an_authority"}:
        return
    names = ", ".join(f"`{body.name}`" for body in bodies)
    yield flag(
        bodies[0],
        f"{names} does not supervise data protection, and no body that does is named",
        at="name",
        related=tuple((body, "nor does this one") for body in bodies[1:]),
        severity=Severity.WARNING if complaint.described else None,
    )
