"""A text can be shown to a terminal without commanding it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint.escaping import printable
from privlint.reporters.layout import Layout, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("één café \U0001f600 Ж 中", "één café \U0001f600 Ж 中"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\x9b31m", "\\u009b31m"),
        ("a\nb\r", "a\\u000ab\\u000d"),
        ("a\tb", "a b"),
        ("\x00\x07\x08\x7f", "\\u0000\\u0007\\u0008\\u007f"),
        ("\u202egnp.exe\u2066", "\\u202egnp.exe\\u2066"),
        ("\u200b\u200d\ufeff\u00ad", "\\u200b\\u200d\\ufeff\\u00ad"),
        ("\u2028\u2029\x85", "\\u2028\\u2029\\u0085"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\ue0041"),
        ("", ""),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_shown_as_what_it_is(text: str, shown: str) -> None:
    """Control characters, escape sequences, overrides of direction, and what has no width."""
    assert printable(text) == shown


@given(st.text())
def test_what_is_shown_is_one_line_of_visible_characters(text: str) -> None:
    """Whatever was written: nothing that is left can move the cursor or turn the direction."""
    shown = printable(text)
    assert {unicodedata.category(character) for character in shown}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    assert len(shown.splitlines()) <= 1
    assert printable(shown) == shown


def test_a_layout_is_plain_unless_somebody_paints() -> None:
    """Eighty columns without colour are what a pipe gets."""
    assert Layout().width == 80
    assert Layout().paint is plain
    assert plain("text", "bold red") == "text"
