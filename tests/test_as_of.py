"""The same statement, judged on many days: what was right stays right until the law changes."""

from __future__ import annotations

from datetime import date

import pytest

from privlint.linting import lint
from privlint.terms import STATEMENT

from .conftest import ROOT, terms

YESTERDAY = ROOT / "tests" / "registers" / "yesterday.yaml"

SHIELD = "TRF004 recipients.mailer"
CLAUSES = "TRF004 recipients.backup"
NO_DECISION = "TRF005 recipients.analytics"
LISTED = "TRF006 recipients.analytics"
TAX = "RET007 purposes.tax"

DAYS = [
    ("2018-05-25", set()),
    ("2020-07-15", set()),
    ("2020-07-16", {SHIELD, NO_DECISION}),
    ("2022-12-27", {SHIELD, NO_DECISION}),
    ("2022-12-28", {SHIELD, NO_DECISION, CLAUSES}),
    ("2023-01-01", {SHIELD, NO_DECISION, CLAUSES, TAX}),
    ("2023-07-09", {SHIELD, NO_DECISION, CLAUSES, TAX}),
    ("2023-07-10", {SHIELD, LISTED, CLAUSES, TAX}),
    ("2025-12-29", {SHIELD, LISTED, CLAUSES, TAX}),
    ("2025-12-30", {SHIELD, LISTED, CLAUSES}),
    ("2026-10-06", {SHIELD, LISTED, CLAUSES}),
    ("2026-10-07", {SHIELD, CLAUSES}),
]
"""What is found of transfers, retention and the authority, by the day of judgement."""


def findings(as_of: date | str) -> set[str]:
    """Return the codes that are found, each with the entry that it is found at."""
    asked = terms("TRF", "RET", "CPL", as_of=as_of)
    checked = lint(YESTERDAY.name, YESTERDAY.read_bytes(), asked)
    return {f"{one.card.code} {'.'.join(map(str, one.where[:2]))}" for one in checked.findings}


@pytest.mark.parametrize(("day", "expected"), DAYS)
def test_each_day_has_its_own_law(day: str, expected: set[str]) -> None:
    """Shield, model clauses, framework and tax periods come and go on their days."""
    assert findings(date.fromisoformat(day)) == expected


def test_the_statement_is_right_on_its_own_day() -> None:
    """It is of March 2019, when all of it was in force."""
    assert findings(STATEMENT) == set()


@pytest.mark.parametrize(
    ("day", "is_stale"),
    [("2018-05-25", False), ("2026-11-22", False), ("2027-11-22", False), ("2029-01-01", True)],
)
def test_old_knowledge_is_a_finding(day: str, is_stale: bool) -> None:  # noqa: FBT001
    """More than a year after the newest check nobody can trust what is known."""
    asked = terms("KNO001", as_of=date.fromisoformat(day))
    checked = lint(YESTERDAY.name, YESTERDAY.read_bytes(), asked)
    assert [one.card.name for one in checked.findings] == ["knowledge-is-stale"] * is_stale
