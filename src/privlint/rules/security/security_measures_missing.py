from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "SEC001",
    judges=Register,
    severity=Severity.INFO,
    law=("GDPR recital 39", "GDPR 32(1)", "GDPR 30(1)(g)"),
    remedy="Describe the measures in general: encrypted connections, who has access, backups.",
    compliant="""
        security:
          measures:
            - {measure: encryption_in_transit}
    """,
    violating="""
        security:
          measures: null                       # <- SEC001
          guarantee: null
          breach: {tells: [authority], when: where the law asks for it}
    """,
)
def security_measures_missing(register: Register, _: Facts) -> Iterator[Flag]:
    """The statement names no measure by which the data are kept safe.

    Art. 13 does not ask for it. People are to be made aware of the risks and the safeguards of the
    processing (recital 39), the shop has to take measures in any case (Art. 32), and its
    record describes them where that is possible (Art. 30(1)(g)): a few words cost little and build
    trust.

    Wrong when the measures stand in another document that the statement names.
    """
    security = register.security
    if security is not None and security.measures:
        return
    message = "no measure is named by which the shop keeps the data safe"
    yield flag(security or register, message, at="measures" if security else "security")
