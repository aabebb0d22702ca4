"""Offsets, and the lines and columns of editors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from privlint.lsp.positions import Positions
from privlint.source.document import LineTable, Span

EMOJI = "a: 🍒 é x\r\nb: 1\rc\n"


@pytest.mark.parametrize(
    ("encoding", "column"),
    [
        (None, 8),
        (PositionEncodingKind.Utf16, 8),
        (PositionEncodingKind.Utf8, 11),
        (PositionEncodingKind.Utf32, 7),
    ],
)
def test_a_column_counts_the_units_that_were_agreed(
    encoding: PositionEncodingKind | None, column: int
) -> None:
    """A cherry is one character, two units of UTF-16, four bytes."""
    positions = Positions(EMOJI, encoding)
    at = EMOJI.index("x")
    assert positions.position(at) == Position(0, column)
    assert positions.offset(Position(0, column)) == at


def test_lines_end_where_the_protocol_says() -> None:
    """At LF, CR LF and CR, and nowhere else."""
    positions = Positions(EMOJI)
    assert positions.position(EMOJI.index("b")) == Position(1, 0)
    assert positions.position(EMOJI.index("c")) == Position(2, 0)
    assert Positions("a\x0cb\u2028c").position(4) == Position(0, 4)


def test_what_lies_beyond_is_the_end() -> None:
    """Of the line, or of the text."""
    positions = Positions(EMOJI)
    assert positions.offset(Position(0, 99)) == EMOJI.index("\r")
    assert positions.offset(Position(99, 0)) == len(EMOJI)
    assert positions.of_span(Span(1, 1, 1, 99)) == Range(Position(0, 0), Position(0, 9))


@given(st.text(alphabet="a🍒é\r\n", max_size=30), st.sampled_from(list(PositionEncodingKind)))
def test_there_and_back_is_the_same_place(text: str, encoding: PositionEncodingKind) -> None:
    """Unless it is in the middle of a line break, where no editor can be."""
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[max(offset - 1, 0) : offset + 1] != "\r\n":
            assert positions.offset(positions.position(offset)) == offset


@given(st.text(alphabet="a🍒\r\n", min_size=1, max_size=30))
def test_a_span_is_where_the_reader_says(text: str) -> None:
    """Both count the same lines."""
    table, positions = LineTable(text), Positions(text)
    for offset, char in enumerate(text):
        if char not in "\r\n":
            assert positions.stretch(table.span(offset, offset + 1)) == (offset, offset + 1)
