from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Minor, Register
from privlint.rule import Certainty, Flag, Severity, flag, rule


@rule(
    "DAT007",
    judges=Register,
    severity=Severity.WARNING,
    certainty=Certainty.LIKELY,
    law=("GDPR 8(1)", "NL UAVG 5", "BE Act of 30 July 2018 7"),
    remedy="Ask for parental consent below the age of each market, or below the highest of them.",
    compliant="""
        minors:
          - {age: 16, position: consent_needed, when: in the Netherlands}
          - {age: 13, position: consent_needed, when: in Belgium}
    """,
    violating="""
        minors:
          - age: 13                            # <- DAT007
            position: consent_needed
            parental_consent: required
    """,
)
def child_age_threshold_wrong(register: Register, facts: Facts) -> Iterator[Flag]:
    """Parental consent is asked below an age that is too low for a country the shop sells to.

    From which age a child consents alone to an online service differs by country (Art. 8(1)): 16 in
    the Netherlands, where it holds for any consent (art. 5 UAVG), 13 in Belgium since 5 September
    2018. A higher age than the law asks is fine, and of a country whose age is not known nothing is
    said.

    Wrong when the sentence is about who may order, and not about consent to the use of data. Where
    the statement only says that it does not mean to collect data of younger children, or speaks of
    a case, which may be one of the countries, this is a question.
    """
    stated = [(minor.age, minor) for minor in register.minors if minor.age is not None]
    stated = [(age, minor) for age, minor in stated if _is_threshold(minor)]
    if not stated:
        return
    highest, minor = max(stated, key=lambda pair: pair[0])
    low = [
        f"{facts.country_name(market)} ({age})"
        for market in register.shop.sells_to or (register.shop.country,)
        if (age := facts.child_consent_age(market)) is not None and age > highest
    ]
    if low:
        asks = minor.parental_consent is not None or minor.position == "consent_needed"
        is_sure = asks and minor.when is None
        later = f"a child consents alone later: {', '.join(low)}"
        yield flag(
            minor,
            f"{highest} is too low where {later}"
            if is_sure
            else f"is {highest} meant where {later}?",
            at="age",
            severity=None if is_sure else Severity.INFO,
            certainty=None if is_sure else Certainty.ASK,
        )


def _is_threshold(minor: Minor) -> bool:
    """Tell whether an age is about a child's data, and not about who may buy or pay in some way."""
    if minor.for_ is not None:
        return False
    asks = minor.parental_consent is not None
    return asks or minor.position in {"consent_needed", "no_intent"}
