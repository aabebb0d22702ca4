"""What a statement says of itself and of security."""

from __future__ import annotations

from privlint.register import Fault, Register
from privlint.register.build import build
from privlint.source.reader import read

TOLD = b"""
privlint: 1
shop: {name: Small Shop, country: BE}
statement: {language: nl}
security:
  measures:
    - {measure: access_control, cite: {section: 6}}
  breach:
    tells: [authority]
    cite: {section: 7}
faults:
  - {fault: reversed, cite: {section: 6}}
  - {fault: reversed, cite: [{section: 1}, {section: 7}]}
  - {fault: reversed, cite: {section: 2}}
  - {fault: reversed}
"""


def test_a_fault_stands_around_security_where_a_measure_or_breaches_stand() -> None:
    """A section is known by what is cited from it; what has no cite stands nowhere."""
    document = read(TOLD)
    register: Register = build(document.data, document.written)
    faults: tuple[Fault, ...] = register.faults
    assert register.security is not None
    around = [register.security.stands_around(fault) for fault in faults]
    assert around == [True, True, False, False]
