"""The outline tells the same places as the reader, and goes on where the reader stops."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint.lsp.outline import Kind, entries, find, spot
from privlint.lsp.outliner import outline
from privlint.source.document import Document
from privlint.source.reader import ReadError, read
from privlint.where import Where

from ..conftest import ROOT

REGISTERS = [*sorted((ROOT / "policies").glob("*.yaml")), ROOT / "tests/registers/plain.yaml"]

TRICKY = """\
privlint: 1
"quoted": 'it''s'   # a comment
plain: a: b is text? no, a#b is
list:
- one
- - nested
  - twice
-   key: value
    other: |
      # no comment
      text: no key

    after: >-
     folded
flow: {a: [1, "two, three"], 'b': {c: d e
    f}, g: , h}
long: first line
  second line
  - no item
double: "first
  second: no key"
anchor: &x {a: b}
alias: *x
empty:
last: true
"""


def places(document: Document) -> dict[Where, tuple[int, int]]:
    """Return the first character of each value that a document knows, and of its key."""
    found: dict[Where, tuple[int, int]] = {}

    def walk(data: Any, where: Where) -> None:
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            inside = (*where, step)
            key = document.locate(inside, key=True)
            found[inside] = key[:2]
            if isinstance(value, dict | list):
                walk(value, inside)

    walk(document.data, ())
    return found


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_it_tells_what_the_reader_tells(path: Any) -> None:
    """Every key and value of the registers, at the same characters, with the same words."""
    text = path.read_text(encoding="utf-8")
    document = read(text.encode())
    told = dict(entries(outline(text)))
    known = places(document)
    assert set(told) == set(known)
    for where, entry in told.items():
        if isinstance(where[-1], str):
            assert document.lines.span(entry.start, entry.end)[:2] == known[where], where
        if entry.value.kind is Kind.SCALAR and entry.value.is_plain:
            assert " ".join(document.written(where).split()) == entry.value.text, where


def test_it_reads_what_is_rarely_written() -> None:
    """Block scalars, lists at the column of their key, brackets over several lines."""
    text = TRICKY.replace("plain: a: b is text? no, a#b is\n", "plain: no, a#b is\n")
    text = text.replace(", h}", "}").replace("alias: *x\n", "")
    root = outline(text)
    document = read(text.encode())
    assert {where for where, _ in entries(root)} == set(places(document))
    assert spot(root, text.index("three")).where == ("flow", "a", 1)  # type: ignore[union-attr]
    assert spot(root, text.index("f}")).where == ("flow", "b", "c")  # type: ignore[union-attr]
    assert spot(root, text.index("text: no")).where == ("list", 2, "other")  # type: ignore[union-attr]


def test_it_goes_on_after_a_fault() -> None:
    """What is wrong on one line costs that line."""
    root = outline('a: [1, 2\nb: "open\nc: {d: e\n  half\nd: 1\n\tx: y\ne: 2\n')
    assert {"a", "b", "c", "d", "e"} <= {entry.key for entry in root.parts}
    value = find(root, ("e",))
    assert value is not None
    assert value.text == "2"


def test_a_word_without_a_colon_is_a_key_that_is_not_finished() -> None:
    """Beside other keys, and above them."""
    root = outline("a:\n  half\n  b: 1\n  more\n")
    inside = find(root, ("a",))
    assert inside is not None
    assert [(entry.key, entry.is_loose) for entry in inside.parts] == [
        ("half", True),
        ("b", False),
        ("more", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 50_000,
        "- " * 50_000,
        "".join(f"{' ' * n}k:\n" for n in range(1500)),
        '"' * 100_000,
        "a: '" * 20_000,
        "&" * 100_000,
        "a: &" * 50_000,
        "- '\n" * 50_000,
        "\n" * 100_000,
        "a:\n" * 50_000,
        f"a: b{' ' * 100_000}x",
        f"a{' ' * 100_000}x: b",
        f"[a{' ' * 100_000}x",
    ],
    ids=lambda text: f"{text[:4]}{text[-1]}",
)
def test_no_text_is_too_strange(text: str) -> None:
    """Deep, long, or full of what is never closed: there is an outline, and soon."""
    root = outline(text)
    assert sum(1 for _ in entries(root)) <= len(text)


@given(st.text(alphabet="ab:- \n\t\r\"'[]{},#|>&*!?\\1é", max_size=80))
def test_any_text_has_an_outline(text: str) -> None:
    """And every part of it lies within the text, inside of what holds it."""
    root = outline(text)
    for _, entry in entries(root):
        assert 0 <= entry.start <= entry.end <= len(text)
        assert 0 <= entry.value.start <= entry.value.end <= len(text)
    for offset in range(len(text) + 1):
        spot(root, offset)


@given(
    st.recursive(
        st.sampled_from(["one", "two words", "3", "true"]),
        lambda inner: (
            st.dictionaries(st.sampled_from("abcdef"), inner, min_size=1, max_size=3)
            | st.lists(inner, min_size=1, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_what_the_reader_reads_has_the_outline_that_it_tells(data: Any) -> None:
    """In block style, at any depth."""
    text = "".join(_block({"top": data}, 0))
    document = read(text.encode())
    assert {where for where, _ in entries(outline(text))} == set(places(document))


def _block(data: Any, depth: int) -> list[str]:
    indent = "  " * depth
    pairs = data.items() if isinstance(data, dict) else ((None, item) for item in data)
    lines = []
    for key, value in pairs:
        opening = f"{indent}-" if key is None else f"{indent}{key}:"
        if isinstance(value, str):
            lines.append(f"{opening} {value}\n")
        else:
            lines += [f"{opening}\n", *_block(value, depth + 1)]
    return lines


def test_the_reader_refuses_what_is_tricky_here() -> None:
    """Or the test above would compare nothing that matters."""
    with pytest.raises(ReadError):
        read(TRICKY.encode())
