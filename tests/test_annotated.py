"""Texts with notes divide into what they were put together from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from privlint.annotated import Text, annotated, divided

TEXT = st.text(min_size=1)


def test_notes_are_readable() -> None:
    """They stand behind the text, in brackets."""
    assert annotated("kept", [("from", "delivery"), ("law", None)]) == "kept [from: delivery]"


def test_other_texts_are_taken_as_they_are() -> None:
    """Brackets that are no notes stay where they are."""
    assert divided("see [1] and [2") == Text("see [1] and [2")
    assert divided(r"C:\shop") == Text(r"C:\shop")


@given(TEXT, st.lists(st.tuples(st.sampled_from(["from", "article 9", "of"]), TEXT)))
def test_what_is_put_together_divides_again(main: str, notes: list[tuple[str, str]]) -> None:
    """Whatever the texts hold: brackets, backslashes, line breaks."""
    assert divided(annotated(main, notes)) == Text(main, tuple(notes))
