"""How a report is laid out as text: its width and its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH = 80
"""Columns where nobody says how many there are."""


def plain(text: str, _how: str) -> str:
    """Leave a text without colour and without a link."""
    return text


class Layout(Record):
    """The width in columns, how a text is painted and linked, and what is told of a report."""

    width: int = WIDTH
    paint: Callable[[str, str], str] = plain
    """Gives a text a style such as `bold red`."""
    link: Callable[[str, str], str] = plain
    """Makes a text a link to an address, where the terminal knows links."""
    shows_suppressed: bool = False
    """Also tell what an ignore or the baseline answers for."""
    shows_statistics: bool = False
    """Tell how often each rule found something, in place of the findings."""
    is_quiet: bool = False
    """Tell the findings, and nothing else."""
