"""How a report is laid out as text: its width, its colours, and in which language it speaks."""

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


def mark(text: str) -> str:
    """Mark a text for the catalogues where it is written down, before somebody says it."""
    return text


class Words:
    """The fixed words of a report, in English; `translation` has those of other languages."""

    lang = "en"

    def say(self, text: str, **values: object) -> str:
        """Return a text with its values in place."""
        return text.format(**values) if values else text

    def number(self, n: int) -> str:
        """Write a number with what stands between its thousands."""
        return f"{n:,}"

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """Return a text about one thing or about several, which stands in it as `{n}`."""
        return (one if n == 1 else many).format(n=self.number(n), **values)

    def term(self, _vocabulary: str, identifier: str) -> str:
        """Write an id of one of the register's vocabularies in words."""
        return identifier.replace("_", " ")

    def part(self, text: str) -> str:
        """Return a text that the model of registers has in words, such as a length of time."""
        return text


ENGLISH = Words()


class Layout(Record):
    """How a text is laid out, painted and worded, and what is told of a report."""

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
    words: Words = ENGLISH
