"""ISO 8601 periods (`P7Y`, `P30D`, `PT12H`), compared without taking a month for thirty days.

A period of a year or a month has no fixed length in days. It is therefore two numbers, months and
days, and one is longer than another only if it is so wherever in the calendar it starts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from datetime import date

_PERIOD = re.compile(
    r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?",
)
_MOST = 10**9
"""As many of each unit as are told apart: what lasts longer lasts for ever."""
_SHORTEST = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
"""The fewest days that so many months in a row can have."""
_LONGEST = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)
"""The most days that so many months in a row can have."""


class Period(Record):
    """A length of time: calendar months and, beside them, days (parts of a day for hours)."""

    months: int
    days: float

    @property
    def shortest(self) -> float:
        """The fewest days that it can last."""
        years, months = divmod(self.months, 12)
        return years * 365 + _SHORTEST[months] + self.days

    @property
    def longest(self) -> float:
        """The most days that it can last."""
        years, months = divmod(self.months, 12)
        return years * 365 + -(-years // 4) + _LONGEST[months] + self.days

    @property
    def years(self) -> int:
        """The full years in its months."""
        return self.months // 12


def period(text: str) -> Period | None:
    """Read an ISO 8601 period; `None` for anything else. A year is twelve months."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        return None
    years, months, weeks, days, hours, minutes, seconds = (
        _count(number) for number in found.groups()
    )
    return Period(
        years * 12 + months, weeks * 7 + days + (hours * 3600 + minutes * 60 + seconds) / 86400
    )


def _count(digits: str | None) -> int:
    # Python refuses to read a number of thousands of digits.
    told = (digits or "0").lstrip("0")[: len(str(_MOST))]
    return min(int(told or 0), _MOST)


def is_longer(one: str, other: str) -> bool:
    """Tell whether `one` surely lasts longer than `other`: not `P30D` than `P1M`, but `P32D`.

    False as well where either is no ISO 8601 period.
    """
    first, second = period(one), period(other)
    if first is None or second is None:
        return False
    if first.months >= second.months and first.days >= second.days:
        return first != second
    return first.shortest > second.longest


def months_between(first: date, last: date) -> int:
    """Count the full months of the calendar from one day to another; negative if it is earlier."""
    return 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)


def is_shorter(one: str, other: str) -> bool:
    """Tell whether `one` surely lasts less long than `other`."""
    return is_longer(other, one)
