"""The day by which a register is judged is chosen once, and never asked of a clock by a rule."""

from __future__ import annotations

from datetime import date

import pytest

from privlint.terms import STATEMENT, today

from .conftest import DAY, terms


@pytest.mark.parametrize("dated", [None, date(2019, 1, 1), date(1999, 1, 1)])
def test_a_day_that_was_asked_for_is_the_day(dated: date | None) -> None:
    """What the statement says of its date does not matter then."""
    assert terms(as_of=date(2021, 6, 1)).facts(dated).day == date(2021, 6, 1)


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        (date(2021, 10, 18), date(2021, 10, 18)),
        (None, DAY),
        (date(2018, 5, 25), date(2018, 5, 25)),
        (date(2018, 5, 24), date(2018, 5, 25)),
        (date(1, 1, 1), date(2018, 5, 25)),
    ],
)
def test_the_statement_s_own_day_is_today_for_one_without_a_date(
    dated: date | None, day: date
) -> None:
    """One that is older than the GDPR is judged by its first day: before, no rule asks anything."""
    assert terms(as_of=STATEMENT).facts(dated).day == day


def test_today_is_a_day() -> None:
    """Only commands ask for it."""
    assert isinstance(today(), date)
