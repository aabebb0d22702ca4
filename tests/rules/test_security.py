"""What is said of security: what binds nobody, and what misleads."""

from __future__ import annotations

import pytest

from .conftest import graded

REVERSED = "faults: [{fault: reversed, cite: {section: %s}}]\n"
SAFE = "security: {measures: [{measure: access_control, cite: {section: 6}}]}\n"
LIMIT = "claims: [{claim: no_breach_possible, except: what nobody foresees}]"
TWICE = "security: {guarantee: all is safe}\nclaims: [{claim: no_breach_possible}]"
BREACH = "security: {measures: null, breach: {tells: [authority]}}"


@pytest.mark.parametrize(
    ("what", "patch", "expected"),
    [
        ("nothing is said", "security: null", {"SEC001 info"}),
        ("only breaches are told", BREACH, {"SEC001 info"}),
        ("all is safe", "claims: [{claim: no_breach_possible}]", {"SEC002 warning"}),
        ("all is safe, but for what nobody foresees", LIMIT, set()),
        ("payments are safe", "claims: [{claim: no_breach_possible, of: [payment_data]}]", set()),
        ("said twice, told once", TWICE, {"SEC002 warning"}),
        ("the opposite of safety is said", SAFE + REVERSED % 6, {"SEC003 warning"}),
        ("the opposite of something else is", SAFE + REVERSED % 7, {"FRM008 warning"}),
    ],
)
def test_security_is_judged_by_what_is_promised(what: str, patch: str, expected: set[str]) -> None:
    """A promise with a limit, or about something else, is none of these."""
    assert what
    assert graded(patch) == expected
