from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Authority, Complaint
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "CPL003",
    judges=Authority,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(2)(d)", "GDPR 51(1)", "BE Act of 3 December 2017"),
    remedy="Use the present name of the authority, as it writes it itself.",
    compliant="""
        complaint:
          authorities:
            - name: Gegevensbeschermingsautoriteit
              also: Privacycommissie
              country: BE
              contact: stated
    """,
    violating="""
        complaint:
          authorities:
            - name: Privacycommissie          # <- CPL003
              country: BE
              contact: stated
    """,
)
def complaint_authority_outdated_name(authority: Authority, facts: Facts) -> Iterator[Flag]:
    """The supervisory authority bears a name that is no longer, or never was, its own.

    A reader who searches for a body that is gone, or for a misspelt name, may not find where to
    complain (Art. 13(2)(d)). An old name also shows that the passage dates from before the GDPR.

    The name is judged as of the day. With the present one beside it the reader finds the way, and
    little is missing.

    Wrong when the statement tells the old name only as history, or means a body of another country
    that bears the same name, and the register does not say which.
    """
    match = facts.authority_named(authority.name)
    elsewhere = authority.country is not None and authority.country not in match.countries
    if match.kind not in {"former", "typo"} or elsewhere:
        return
    stands_too = _right_name_stands_too(authority, match.countries, facts)
    if match.kind == "former":
        until = f" until {match.until}" if match.until is not None else " once"
        message = (
            f"`{authority.name}` was the authority's name{until}; it is now {match.right_name}"
        )
        yield flag(authority, message, at="name", severity=Severity.INFO if stands_too else None)
    elif not stands_too:
        message = f"`{authority.name}` is not how {match.right_name} is spelt"
        yield flag(authority, message, at="name", severity=Severity.INFO)


def _right_name_stands_too(authority: Authority, countries: tuple[str, ...], facts: Facts) -> bool:
    others = [a for a in authority.within(Complaint).authorities if a is not authority]
    names = [authority.also, *(name for other in others for name in (other.name, other.also))]
    matches = [facts.authority_named(name) for name in names if name is not None]
    return any(m.kind == "current" and set(m.countries) & set(countries) for m in matches)
