"""How a report is laid out as text: its width, its colours, and what is safe to print."""

from __future__ import annotations

import unicodedata
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


# Cc: control characters; Cf: formatting ones, among them the bidirectional overrides that make
# text read differently from what it says; Cs: lone surrogates; Zl, Zp: further line breaks.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """Show what a terminal would obey or hide, such as escape sequences, as what it is.

    Pipelines obey `##[error]` and `##vso[...]` wherever they stand in a line of their log.
    """
    if "##" in text:
        text = _commanding(text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _commanding(text: str) -> str:
    # Hardly any text has it: only one that does pays for the pattern.
    import re  # noqa: PLC0415

    return re.sub(r"##(?=\w*\[)", r"#\\u0023", text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    return " " if character == "\t" else f"\\u{ord(character):04x}"
