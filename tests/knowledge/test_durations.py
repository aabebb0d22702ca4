"""Periods: read, and compared only as far as the calendar lets them be."""

from __future__ import annotations

from datetime import date

import pytest

from privlint.knowledge.durations import Period, is_longer, is_shorter, months_between, period


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("P7Y", Period(84, 0)),
        ("P1Y6M", Period(18, 0)),
        ("P4W", Period(0, 28)),
        ("P1M2W3D", Period(1, 17)),
        ("PT12H", Period(0, 0.5)),
        ("P1DT24H", Period(0, 2)),
        ("P", None),
        ("PT", None),
        ("P1DT", None),
        ("7Y", None),
        ("", None),
        ("P-1D", None),
    ],
)
def test_a_period_is_months_and_days(text: str, read: Period | None) -> None:
    """Years are months, weeks are days, hours parts of a day; anything else is no period."""
    assert period(text) == read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P10Y", "P7Y"),
        ("P32D", "P1M"),
        ("P26M", "P2Y"),
        ("P367D", "P1Y"),
        ("P1M", "P3W"),
        ("P1D", "PT23H"),
        ("P1M1D", "P1M"),
    ],
)
def test_a_longer_period_is_longer_and_the_other_shorter(one: str, other: str) -> None:
    """What is longer wherever it starts is longer."""
    assert is_longer(one, other)
    assert is_shorter(other, one)
    assert not is_longer(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("P30D", "P1M"), ("P4W", "P1M"), ("P12M", "P1Y"), ("P365D", "P1Y"), ("P84M", "P7Y")],
)
def test_what_the_calendar_leaves_open_is_neither_longer_nor_shorter(one: str, other: str) -> None:
    """Thirty days are within a month, and twelve months are a year."""
    assert not is_longer(one, other)
    assert not is_shorter(one, other)


def test_what_is_no_period_is_not_compared() -> None:
    """Words have no length."""
    assert not is_longer("for ever", "P1D")
    assert not is_shorter("for ever", "P1D")


def test_full_years_are_counted() -> None:
    """A year and a half has one full year."""
    assert Period(18, 0).years == 1


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2023-10-22", "2026-11-22", 37),
        ("2023-10-23", "2026-11-22", 36),
        ("2024-02-29", "2025-02-28", 11),
        ("2024-02-29", "2025-03-01", 12),
        ("2026-11-22", "2026-11-22", 0),
        ("2026-11-23", "2026-11-22", -1),
    ],
)
def test_months_are_full_months_of_the_calendar(first: str, last: str, months: int) -> None:
    """A month is over on the same day of the next one, and not before."""
    assert months_between(date.fromisoformat(first), date.fromisoformat(last)) == months


@pytest.mark.parametrize("unit", ["Y", "M", "W", "D"])
def test_a_number_without_end_is_as_long_as_the_longest(unit: str) -> None:
    """Python reads no number of thousands of digits, and no float holds one of hundreds."""
    endless = f"P{'9' * 5000}{unit}"
    assert is_longer(endless, "P99Y")
    assert not is_longer(endless, endless)
    assert period(f"P{'0' * 5000}1{unit}") == period(f"P1{unit}")
