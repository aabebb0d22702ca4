"""YAML reads like JSON, everything has its place, and nothing can hang or blow up the reader."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint import form
from privlint.source.characters import reordering
from privlint.source.document import Document, Span
from privlint.source.reader import Limits, ReadError, read

SECONDS = 2
"""More than any file may take to be refused; a hang would take minutes."""


def data(text: str) -> Any:
    """Read a text, and return its plain data."""
    return read(text.encode()).data


def refusal(source: str | bytes, limits: Limits | None = None) -> ReadError:
    """Return the reason why a file cannot be read."""
    encoded = source.encode() if isinstance(source, str) else source
    with pytest.raises(ReadError) as caught:
        read(encoded, limits or Limits())
    return caught.value


def start(error: ReadError) -> tuple[int, int]:
    """Return the line and column where a fault starts."""
    return error.span.start_line, error.span.start_column


# ---- scalars


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "no",
        "yes",
        "on",
        "off",
        "y",
        "2021-10-18",
        "12:30",
        "190:20:30",
        "1_000",
        "0844.443.396",
        "1.2.3",
        "+32 9 123 45 67",
        "nan",
        "inf",
        "None",
        "TRUEISH",
        "1e",
        "e1",
        "0x",
        "0b11",
        "=",
        "<<",
        "\u0663",
        "1\u00a0000",
    ],
)
def test_a_plain_word_is_text_as_in_json(word: str) -> None:
    """What JSON would not take for a number or a constant stays text: the country NO is no no."""
    assert data(f"a: {word}\n") == {"a": word}
    assert data(f"[{word}]\n") == [word]


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-0", 0),
        ("-7", -7),
        ("1.10", 1.1),
        ("0.5", 0.5),
        ("1e3", 1000.0),
        ("1E-2", 0.01),
        ("1.7976931348623157e+308", 1.7976931348623157e308),
        ("-2.2250738585072014e-308", -2.2250738585072014e-308),
        ("123456789012345678901234", 123456789012345678901234),
    ],
)
def test_numbers_and_constants_are_those_of_json(plain: str, value: Any) -> None:
    """A plain scalar is a number where JSON writes that number so, whole numbers stay whole."""
    read_value = data(f"a: {plain}\n")["a"]
    assert read_value == value
    assert type(read_value) is type(value)


@pytest.mark.parametrize(
    "scalar",
    [
        *("012", "00", "-012", "+1", "+1.5", "0o7", "0x1F", ".5", "5.", "1.e3", "-.5"),
        *("~", "True", "TRUE", "False", "FALSE", "Null", "NULL"),
        *(".inf", "-.INF", "+.Inf", ".nan", ".NaN"),
        *("1e999", "-1e999", "1" * 25, "0." + "3" * 30),
    ],
)
def test_what_can_be_read_in_two_ways_asks_for_quotes(scalar: str) -> None:
    """Where JSON and the YAML 1.2 core schema differ, nothing is guessed."""
    error = refusal(f"a: 1\nb: {scalar}\n")
    assert error.reason == "ambiguous-scalar"
    assert "quotes" in error.message
    assert start(error) == (2, 4)


@pytest.mark.parametrize("word", ["012", "~", "True", "+1", "null", "1.10", "", "- a", "#"])
def test_quoted_scalars_are_text(word: str) -> None:
    """Quotes settle it, single or double; so does a block."""
    assert data(f"a: '{word}'\nb: \"{word}\"\n") == {"a": word, "b": word}
    assert data(f"a: |\n  {word}\n")["a"].strip() == word.strip()


def test_keys_are_text_whatever_they_look_like() -> None:
    """A key is a name, as in JSON: 1, true and null are the texts that stand there."""
    assert data("1: a\ntrue: b\nnull: c\n~: d\n012: e\n") == {
        "1": "a",
        "true": "b",
        "null": "c",
        "~": "d",
        "012": "e",
    }


def test_block_flow_and_explicit_styles_mean_the_same() -> None:
    """However it is laid out, the data are the same."""
    wanted = {"a": [1, {"b": "c"}], "d": {}, "e": []}
    assert data('{"a": [1, {"b": "c"}], "d": {}, "e": []}') == wanted
    assert data("a:\n- 1\n- b: c\nd: {}\ne: []\n") == wanted
    assert data("? a\n:\n  - 1\n  - {b: c}\n? d\n: {}\n? e\n: []\n") == wanted


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_do_not_change_what_is_read(ending: str) -> None:
    """A file that was saved on another system holds the same data."""
    assert data(ending.join(["a: 1", "b: |", "  x", "  y", "c: [d,", "  e]", ""])) == {
        "a": 1,
        "b": "x\ny\n",
        "c": ["d", "e"],
    }


def test_a_byte_order_mark_is_no_part_of_the_data() -> None:
    """The first key is found on column 1, mark or no mark."""
    document = read(b"\xef\xbb\xbfa: 1\n")
    assert document.data == {"a": 1}
    assert document.locate(("a",), key=True) == Span(1, 1, 1, 2)


def test_aliases_stand_for_what_their_anchors_hold() -> None:
    """An anchor can stand on a scalar, a list, a mapping or a key."""
    assert data("a: &x [1, 2]\nb: *x\nc: &y {d: 1}\ne: [*y, *x]\nf: &z t\ng: *z\n") == {
        "a": [1, 2],
        "b": [1, 2],
        "c": {"d": 1},
        "e": [{"d": 1}, [1, 2]],
        "f": "t",
        "g": "t",
    }
    assert data("&k name: 1\nb: *k\n") == {"name": 1, "b": "name"}
    assert data("a: &x 1\nb: &x 2\nc: *x\n") == {"a": 1, "b": 2, "c": 2}


# ---- refusals

CASES = {
    "empty": [
        "",
        "\n\n",
        "# only a comment\n",
        "---\n",
        "--- # nothing\n...\n",
        "null\n",
        "\ufeff",
    ],
    "several-documents": ["a: 1\n---\nb: 2\n", "---\na: 1\n---\n", "a: 1\n...\n---\nb: 2\n"],
    "tag": [
        "a: !!str 1\n",
        "a: !x {}\n",
        "!!map {a: 1}\n",
        "a: ! b\n",
        "!!str a: 1\n",
        "- !!seq []\n",
    ],
    "merge-key": ["a: &x {b: 1}\nc:\n  <<: *x\n", "{<<: {a: 1}}\n"],
    "directive": ["%YAML 1.1\n---\na: 1\n", "%TAG ! tag:a,2000:\n---\na: 1\n"],
    "recursive-anchor": ["a: &x [*x]\n", "&x {a: *x}\n", "a: &x {b: [{c: *x}]}\n"],
    "unnamed-key": ["? [a]\n: b\n", "{{a: 1}: b}\n", '"": 1\n', "? \n: a\n", "a: &x b\n*x : c\n"],
    "syntax": [
        "a: 'b\n",
        "a: [1\n",
        "a: {b: 1\n",
        "a: b: c\n",
        "a:\n\tb: 1\n",
        "a: *nowhere\n",
        "a: 1\n b: 2\n",
        'a: "\\q"\n',
        "a: @b\n",
        "a: `b`\n",
        "%NOSUCH x\n---\na: 1\n",
        "%YAML 1.3\n---\na: 1\n",
        "a: 1\n...\nb: 2\n",
        "a: |x\n",
        "k" * 2000 + ": 1\n",
    ],
    "control-character": [
        f"a: 'b{c}'\n" for c in "\x00\x08\x0b\x0c\x1b\x7f\x85\x9f\u2028\u2029\ufeff\ufffe\uffff"
    ],
}


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in CASES.items() for text in texts]
)
def test_what_a_register_cannot_be_is_refused_for_its_reason(reason: str, text: str) -> None:
    """Each thing that a register cannot hold has a reason of its own, and a card."""
    error = refusal(text)
    assert error.reason == reason
    assert error.message
    assert form.OF_REASON[error.reason].remedy


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: !x y\n", (2, 4)),
        ("a: 1\r\nb: !x y\r\n", (2, 4)),
        ("a: 1\n---\nb: 2\n", (2, 1)),
        ("a: [1, *x]\n", (1, 8)),
        ("a: &x [1, *x]\n", (1, 11)),
        ("\U0001f600: \U0001f600\nb: {<<: 1}\n", (2, 5)),
        ("a: 'é\x1b'\n", (1, 6)),
        ("a: 1\r\nb: 2\u2028\r\n", (2, 5)),
        ("a: \ufeffb\n", (1, 4)),
        ("a:\n  b: c: d\n", (2, 7)),
        ("a:\n\tb: 1\n", (2, 1)),
    ],
)
def test_a_refusal_has_the_place_of_its_cause(text: str, place: tuple[int, int]) -> None:
    """Line and column are those of an editor: in characters, from 1."""
    assert start(refusal(text)) == place


def test_a_key_that_stands_twice_is_refused_with_both_places() -> None:
    """The second one is the fault, the first one is shown beside it."""
    error = refusal("a: 1\nb:\n  c: 1\n  d: 2\n  'c': 3\n")
    assert error.reason == "duplicate-key"
    assert error.message == "the key `c` stands twice"
    assert error.span == Span(5, 3, 5, 6)
    assert error.related == (("first here", Span(3, 3, 3, 4)),)


@pytest.mark.parametrize("text", ["{a: 1, a: 1}", "1: a\n'1': b\n", "a: &x 1\n? a\n: 2\n"])
def test_keys_are_the_same_however_they_are_written(text: str) -> None:
    """Quotes and style do not make another key of it."""
    assert refusal(text).reason == "duplicate-key"


def test_the_same_key_can_stand_in_several_mappings() -> None:
    """Only a key that stands twice in one mapping is refused."""
    assert data("a: {b: 1}\nc: {b: 2}\nb: 3\n") == {"a": {"b": 1}, "c": {"b": 2}, "b": 3}


@pytest.mark.parametrize(
    ("source", "place", "says"),
    [
        (b"a: \xff\n", (1, 4), "byte 3 (0xff) is not UTF-8"),
        (b"\xef\xbb\xbfa: \xff\n", (1, 4), "byte 6 (0xff) is not UTF-8"),
        ("a: é\nb: €\n".encode("cp1252"), (1, 4), "byte 3 (0xe9) is not UTF-8"),
        ("a: é\nb: ".encode() + b"\x80\n", (2, 4), "byte 9 (0x80) is not UTF-8"),
        (b"\x0b\x0c\na: \xc3", (2, 4), "byte 6 (0xc3) is not UTF-8"),
        (b"a: \xed\xa0\x80\n", (1, 4), "byte 3 (0xed) is not UTF-8"),
        ("a: 1\n".encode("utf-16"), (1, 1), "the file is UTF-16"),
        ("a: 1\n".encode("utf-16-be"), (1, 1), "the character U+0000 is not allowed"),
    ],
)
def test_what_is_not_utf_8_is_refused(source: bytes, place: tuple[int, int], says: str) -> None:
    """The first byte that is no UTF-8 is named and placed; nothing is read as something else."""
    error = refusal(source)
    assert error.message == says
    assert start(error) == place


# ---- limits


def bomb(levels: int, width: int) -> str:
    """Return a file whose aliases grow by `width` at each level."""
    lines = [f"a0: &a0 [{', '.join(['x'] * width)}]"]
    for level in range(1, levels):
        aliases = ", ".join([f"*a{level - 1}"] * width)
        lines.append(f"a{level}: &a{level} [{aliases}]")
    return "\n".join(lines)


HUGE = {
    "nested aliases": (bomb(12, 10), "too-many-nodes"),
    "flat aliases": (f"a: &a [{'x, ' * 1000}]\nb: [{'*a, ' * 1000}]\n", "too-many-nodes"),
    "aliases of scalars": (f"a: &a x\nb: [{'*a, ' * 60_000}]\n", "too-many-nodes"),
    "entries": ("- x\n" * 60_000, "too-many-nodes"),
    "empty mappings": ("[" + "{}, " * 60_000 + "]", "too-many-nodes"),
    "keys": ("".join(f"k{n}: x\n" for n in range(60_000)), "too-many-nodes"),
    "brackets": ("[" * 100_000, "too-deep"),
    "closed brackets": ("[" * 100_000 + "]" * 100_000, "too-deep"),
    "braces": ("{a: " * 100_000, "too-deep"),
    "dashes": ("- " * 100_000, "too-deep"),
    "indented keys": ("\n".join(f"{' ' * n}a:" for n in range(1500)), "too-deep"),
    "explicit keys": ("? " * 100_000, "unnamed-key"),
    "digits": ("a: " + "1" * 1_900_000, "ambiguous-scalar"),
    "fractions": ("a: 0." + "1" * 1_900_000, "ambiguous-scalar"),
    "tabs": ("\t" * 1_900_000, "syntax"),
    "anchors": ("&a " * 300_000, "syntax"),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_file_that_grows_beyond_the_limits_is_refused_at_once(name: str) -> None:
    """Two megabytes of malice are refused in a moment, with a message that fits on a screen."""
    text, reason = HUGE[name]
    began = time.process_time()
    error = refusal(text)
    assert time.process_time() - began < SECONDS
    assert error.reason == reason
    assert len(error.message) < 200


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "1" * 200_000 + "x",
        "a: " + "1." * 200_000,
        "a: '" + "''" * 500_000 + "'",
        "# " + "x" * 1_900_000 + "\na: 1",
        "\n" * 1_900_000 + "a: 1",
        "a: >\n" + "  x\n\n" * 200_000,
        "\n".join(f"k{n}: &a{n} x" for n in range(20_000)),
    ],
    ids=["digits", "dots", "quotes", "comment", "lines", "folded", "anchors"],
)
def test_a_large_file_is_read_in_a_moment(text: str) -> None:
    """No text makes the reader slower than its length."""
    began = time.process_time()
    assert data(text)
    assert time.process_time() - began < SECONDS


def test_the_limits_are_exact() -> None:
    """A file at a limit is read, one beyond is not; aliases count as what they stand for."""
    assert data("[a, b, c]") == read(b"[a, b, c]", Limits(nodes=4)).data
    assert refusal("[a, b, c]", Limits(nodes=3)).reason == "too-many-nodes"
    assert read(b"[&x [a, b], *x]", Limits(nodes=7)).data == [["a", "b"], ["a", "b"]]
    assert refusal("[&x [a, b], *x]", Limits(nodes=6)).reason == "too-many-nodes"
    assert read(b"[[[]]]", Limits(depth=3)).data == [[[]]]
    assert refusal("[[[]]]", Limits(depth=2)).reason == "too-deep"


# ---- whatever is thrown at it

_NOT_IN_YAML = "\x7f" + "".join(map(chr, range(0x80, 0xA0))) + "\u2028\u2029\ufeff\ufffe\uffff"
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_NOT_IN_YAML))
NAME = TEXT.filter(lambda name: name not in {"", "<<"})
SCALAR = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT
)
JSON = st.dictionaries(
    NAME,
    st.recursive(
        SCALAR,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAME, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)
PIECES = st.lists(
    st.sampled_from(
        [
            *("a", "b: ", "- ", ": ", "? ", "[", "]", "{", "}", ",", ", ", "\n", "\n  ", "\r\n"),
            *("'", '"', "|\n", ">-\n", "#", " ", "\t", "&x ", "*x", "!t ", "!!str ", "---\n"),
            *("...\n", "%YAML 1.2\n", "<<: ", "~", "012", "1.10", "\ufeff", "\U0001f600", "é"),
            *("\x85", "\u2028", "\\", "\x00", "=", "@", "`", "null"),
        ]
    ),
    max_size=25,
).map("".join)


def walk(value: Any, where: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Return every place in plain data, with what stands there."""
    found: list[tuple[tuple[str | int, ...], Any]] = [(where, value)]
    if isinstance(value, dict):
        for key, item in value.items():
            found += walk(item, (*where, key))
    if isinstance(value, list):
        for number, item in enumerate(value):
            found += walk(item, (*where, number))
    return found


def lines_of(text: str) -> list[str]:
    """Divide a text into its lines, as an editor does."""
    return re.split("\r\n|\r|\n", text)


def lies_inside(span: Span, text: str) -> bool:
    """Tell whether a span starts and ends in a text, and not before it starts."""
    lines = lines_of(text)
    places = [(span.start_line, span.start_column), (span.end_line, span.end_column)]
    return places == sorted(places) and all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1
        for line, column in places
    )


def sliced(text: str, span: Span) -> str:
    """Return what stands in a span of a text whose lines end in LF."""
    starts = [0]
    for line in lines_of(text):
        starts.append(starts[-1] + len(line) + 1)
    begin = starts[span.start_line - 1] + span.start_column - 1
    end = starts[span.end_line - 1] + span.end_column - 1
    return text[begin:end]


def attempt(source: bytes) -> tuple[Document | None, list[Span]]:
    """Read a file, and return the places of all that it holds, or of why it cannot be read."""
    try:
        document = read(source)
    except ReadError as error:
        return None, [error.span, *(span for _, span in error.related)]
    places = [document.locate(where) for where, _ in walk(document.data)]
    keys = [document.locate(where, key=True) for where, _ in walk(document.data)]
    extents = [document.extent(where) for where, _ in walk(document.data)]
    return document, places + keys + extents


@given(st.text() | PIECES)
def test_any_text_is_read_or_refused_at_a_place_inside_it(text: str) -> None:
    """There is no text that the reader does not answer, and no answer that lies outside it."""
    _, spans = attempt(text.encode())
    inside = text.removeprefix("\ufeff")
    assert [span for span in spans if not lies_inside(span, inside)] == []


@given(st.binary())
def test_any_bytes_are_read_or_refused_at_a_place_inside_them(source: bytes) -> None:
    """Bytes that are no text are answered as well."""
    _, spans = attempt(source)
    inside = source.decode("utf-8", "replace").removeprefix("\ufeff")
    assert [span for span in spans if not lies_inside(span, inside)] == []


@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_json_reads_as_json(value: Any, indent: int | None, dense: bool) -> None:  # noqa: FBT001
    """The data of a JSON file come back exactly, and each leaf stands where it is said to stand."""
    separators = (",", ":") if dense and indent is None else None
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    document, spans = attempt(text.encode())
    if reordering(text) is not None:
        assert document is None
        return
    assert document is not None
    # Compared as text, since to Python 1, 1.0 and True are the same.
    assert json.dumps(document.data) == json.dumps(value)
    assert [span for span in spans if not lies_inside(span, text)] == []
    for where, leaf in walk(value):
        if not isinstance(leaf, dict | list):
            assert json.loads(sliced(text, document.locate(where))) == leaf
        if where and isinstance(where[-1], str):
            assert json.loads(sliced(text, document.locate(where, key=True))) == where[-1]


@given(st.dictionaries(NAME, SCALAR, min_size=1, max_size=5))
def test_line_endings_move_no_place(value: dict[str, Any]) -> None:
    """A file with CR LF and a byte-order mark has everything on the same lines and columns."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    _, plain = attempt(text.encode())
    _, marked = attempt(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert plain == marked
