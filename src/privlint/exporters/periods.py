"""Periods for those who know no weeks."""

from __future__ import annotations

import re

_WEEKS = re.compile(r"(\d{1,9})W(?:(\d{1,9})D)?")
_TOO_LONG = re.compile(r"\d{10}")
"""A period with such a number is nobody's, and programs that count with it fail."""


def in_days(period: str) -> str | None:
    """Return a period of ISO 8601 with its weeks as days; `None` where that cannot be counted."""
    if _TOO_LONG.search(period):
        return None
    weeks = _WEEKS.search(period)
    if weeks is None:
        return period
    days = 7 * int(weeks[1]) + int(weeks[2] or 0)
    return period.replace(weeks[0], f"{days}D")
