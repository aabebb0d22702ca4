from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Purpose, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "PUR002",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 13(1)(c)", "GDPR 5(1)(b)", "WP260 12"),
    remedy="Say what is done with which data, and for what result.",
    compliant="""
        purposes:
          security:
            title: Tell attacks from visits by reading the server's log
            kind: security
    """,
    violating="""
        purposes:
          security:
            title: Improve our services
            vague: true                        # <- PUR002
    """,
)
def purpose_too_vague(register: Register, facts: Facts) -> Iterator[Flag]:
    """A purpose is told in words that fit anything.

    Art. 5(1)(b) wants purposes that are specified and explicit. From "to improve our services" or
    "to communicate with you" nobody can tell what will happen to the data, nor later show that
    something else was not meant.

    Wrong when the heading is explained elsewhere in the statement, or when "vague" is the view of
    whoever wrote the register down and not of a reader.
    """
    open_ended = {name for claim in register.claims_of("any_other_purpose") for name in claim.about}
    for purpose in register.purposes.values():
        if purpose.vague and purpose.id not in open_ended and not _is_outside(purpose, facts):
            yield flag(purpose, f"`{purpose.id}` {_as_told(purpose)}", at="vague")
    general = register.general
    if general is not None and general.purposes and not register.purposes:
        message = "the purposes are told in general words only"
        yield flag(general, message, at="purposes")


def _is_outside(purpose: Purpose, facts: Facts) -> bool:
    """Tell whether its data are called anonymous, and nothing in them singles anybody out."""
    known = (facts.category(kind) for group in purpose.data for kind in group.kinds)
    telling = (each for each in known if each is not None)
    return purpose.impersonal and not any(
        {"online_identifier", "identifies"} & each.flags for each in telling
    )


def _as_told(purpose: Purpose) -> str:
    quotes = [quote for cite in purpose.cite for quote in cite.quote]
    told = purpose.words or next(iter(quotes), None)
    return f"says no more than “{told}”" if told else "is told in a heading alone"
