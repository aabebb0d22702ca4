from collections.abc import Iterator

from privlint.knowledge.answers import Answer
from privlint.knowledge.facts import Facts
from privlint.register import Authority, Complaint, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CPL004",
    judges=Complaint,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(2)(d)", "GDPR 77(1)", "GDPR 55(1)"),
    remedy="Name the authority of the shop's own country or of its customers'.",
    compliant="""
        complaint:
          authorities:                        # a Belgian shop that sells to the Netherlands
            - name: Autoriteit Persoonsgegevens
              url: https://www.autoriteitpersoonsgegevens.nl
              contact: stated
    """,
    violating="""
        complaint:
          authorities:
            - name: Information Commissioner's Office  # <- CPL004
              url: https://ico.org.uk
              contact: stated
    """,
)
def complaint_authority_wrong_country(complaint: Complaint, facts: Facts) -> Iterator[Flag]:
    """Every authority that is named belongs to a country that has nothing to do with the shop.

    Art. 77(1) points to the authority where the reader lives or works, or where the wrong was done.
    One of another country will pass the complaint on at best; one outside the EEA is no
    supervisory authority in the sense of the GDPR.

    Wrong when the shop sells to the country of that authority and the register does not say so,
    when its processing takes place there, or when a shop outside the EEA sells to nobody in it.
    """
    bodies = [body for body in complaint.authorities if not _is_for_other_matters(body, facts)]
    countries = [_countries(authority, facts) for authority in bodies]
    if not countries or not all(countries):
        return
    named = set().union(*countries)
    first, *others = bodies
    if all(facts.in_union(country) is Answer.NO for country in named):
        message = "no authority that is named for complaints is one of the EEA"
    elif _markets(complaint) and not named & _markets(complaint):
        message = "no authority that is named belongs to a country of the shop or its customers"
    else:
        return
    yield flag(
        first,
        message,
        at="name",
        related=tuple((other, "nor does this one") for other in others),
        severity=Severity.INFO if complaint.described else None,
    )


def _is_for_other_matters(authority: Authority, facts: Facts) -> bool:
    return facts.authority_named(authority.name).kind == "not_an_authority"


def _countries(authority: Authority, facts: Facts) -> frozenset[str]:
    """Return the country that is stated, else those of the name; none for an unknown body."""
    if authority.country is not None:
        return frozenset({authority.country})
    return frozenset(facts.authority_named(authority.name).countries)


def _markets(complaint: Complaint) -> frozenset[str]:
    """Return every country of the shop and its customers; none where the latter are not known."""
    register = complaint.within(Register)
    sold_to = register.shop.sells_to
    return register.countries.union(sold_to) if sold_to else frozenset()
