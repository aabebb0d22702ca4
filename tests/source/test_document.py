"""Everything written has its line and column; what is absent has those of what lacks it."""

from __future__ import annotations

import pytest

from privlint.source.document import Document, LineTable, Span
from privlint.source.reader import read
from privlint.where import Where


def document(text: str) -> Document:
    """Read a text."""
    return read(text.encode())


def place(text: str, where: Where, *, key: bool = False) -> str:
    """Return where something stands, as `line:column-line:column` or `line:column-column`."""
    span = document(text).locate(where, key=key)
    end = "" if span.end_line == span.start_line else f"{span.end_line}:"
    return f"{span.start_line}:{span.start_column}-{end}{span.end_column}"


NESTED = """\
# a comment
privlint: 1

purposes:
  newsletter:   # another
    title: Send the newsletter
    data:
      - categories: [name, email]
        source: "data_subject"
      -
        categories:
        - phone
    "legal basis": [{basis: consent}]
  'orders': {title: 'Deliver', kind:
    orders, data: []}
rights: {}
todo:
"""


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        ((), "2:1-9"),
        (("privlint",), "2:11-12"),
        (("purposes",), "4:1-9"),
        (("purposes", "newsletter"), "5:3-13"),
        (("purposes", "newsletter", "title"), "6:12-31"),
        (("purposes", "newsletter", "data"), "7:5-9"),
        (("purposes", "newsletter", "data", 0), "8:9-19"),
        (("purposes", "newsletter", "data", 0, "categories"), "8:9-19"),
        (("purposes", "newsletter", "data", 0, "categories", 1), "8:28-33"),
        (("purposes", "newsletter", "data", 0, "source"), "9:17-31"),
        (("purposes", "newsletter", "data", 1), "11:9-19"),
        (("purposes", "newsletter", "data", 1, "categories", 0), "12:11-16"),
        (("purposes", "newsletter", "legal basis"), "13:5-18"),
        (("purposes", "newsletter", "legal basis", 0), "13:22-27"),
        (("purposes", "newsletter", "legal basis", 0, "basis"), "13:29-36"),
        (("purposes", "orders"), "14:3-11"),
        (("purposes", "orders", "title"), "14:21-30"),
        (("purposes", "orders", "kind"), "15:5-11"),
        (("purposes", "orders", "data"), "15:19-21"),
        (("rights",), "16:9-11"),
        (("todo",), "17:1-5"),
    ],
)
def test_everything_written_has_its_place(where: Where, wanted: str) -> None:
    """A scalar's place is its value, a mapping's or a list's is the key that opens it."""
    assert place(NESTED, where) == wanted


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        (("privlint",), "2:1-9"),
        (("purposes", "newsletter", "title"), "6:5-10"),
        (("purposes", "newsletter", "legal basis"), "13:5-18"),
        (("purposes", "orders", "kind"), "14:32-36"),
        (("todo",), "17:1-5"),
    ],
)
def test_the_key_itself_can_be_asked_for(where: Where, wanted: str) -> None:
    """What is wrong with a key is shown at the key."""
    assert place(NESTED, where, key=True) == wanted


@pytest.mark.parametrize(
    ("where", "nearest"),
    [
        (("dpo",), ()),
        (("dpo", "contact", "email"), ()),
        (("purposes", "newsletter", "retention"), ("purposes", "newsletter")),
        (("purposes", "tax", "data", 3, "source"), ("purposes",)),
        (
            ("purposes", "newsletter", "data", 1, "source"),
            ("purposes", "newsletter", "data", 1),
        ),
        (("purposes", "newsletter", "data", 7), ("purposes", "newsletter", "data")),
        (("purposes", "newsletter", "title", "words"), ("purposes", "newsletter", "title")),
        (("rights", "access"), ("rights",)),
        (("todo", 0), ("todo",)),
    ],
)
def test_what_is_absent_stands_at_the_nearest_thing_that_is_there(
    where: Where, nearest: Where
) -> None:
    """A key that was never written still gets a line: that of the entry which lacks it."""
    assert place(NESTED, where) == place(NESTED, nearest)


@pytest.mark.parametrize(
    ("text", "where", "wanted"),
    [
        ("\ufeffa: b\n", ("a",), "1:4-5"),
        ("a: 1\r\nb: c\r\n", ("b",), "2:4-5"),
        ("a: 1\rb: c\r", ("b",), "2:4-5"),
        ("é: ü\n", ("é",), "1:4-5"),
        ("\U0001f6cd\U0001f6cd: [\U0001f600, b]\n", ("\U0001f6cd\U0001f6cd", 1), "1:9-10"),
        ("e\u0301: b\n", ("e\u0301",), "1:5-6"),
        ('{"a":{"b":"c"}}', ("a", "b"), "1:11-14"),
        ("{a: {b: c}}", ("a",), "1:2-3"),
        ("- - - a\n", (0, 0, 0), "1:7-8"),
        ("- a: b\n  c: d\n", (0, "c"), "2:6-7"),
        ("? a\n: b\n", ("a",), "2:3-4"),
        ("a: |\n  b\n  c\nd: e\n", ("a",), "1:4-4:1"),
        ("a: |\n  b\n  c\nd: e\n", ("d",), "4:4-5"),
        ("a: >-  # why\n  b\n", ("a",), "1:4-2:4"),
        ("a: b\n  c\nd: e\n", ("a",), "1:4-2:4"),
        ("a: 'b\n  c'\n", ("a",), "1:4-2:5"),
        ('a: "\\u00e9\\n"  # b\n', ("a",), "1:4-14"),
        ("a: ''\n", ("a",), "1:4-6"),
        ("a:\nb: 1\n", ("a",), "1:1-2"),
        ("a: null\n", ("a",), "1:4-8"),
        ("{a, b: 1}\n", ("a",), "1:2-3"),
        ("- \n- a\n", (0,), "1:2-2"),
        ("---\na: b\n", ("a",), "2:4-5"),
        ("&x a: &y b\nc: *y\n", ("a",), "1:10-11"),
        ("a: &y\n  b\nc: *y\n", ("a",), "2:3-4"),
        ("a: &y # here\n  b\nc: *y\n", ("c",), "3:4-6"),
        ("a: &y {b: c}\nd: *y\n", ("d",), "2:1-2"),
        ("a: &y {b: c}\nd: *y\n", ("d", "b"), "1:11-12"),
        ("a: &y [b, c]\nd: *y\n", ("d", 1), "1:11-12"),
        ("a: &y {b: c}\nd: *y\n", ("d", "e"), "2:1-2"),
        ("word", (), "1:1-5"),
        ("- a\n- b\n", (), "1:3-4"),
        ("{}", (), "1:1-3"),
    ],
)
def test_places_hold_in_every_style(text: str, where: Where, wanted: str) -> None:
    """Quotes, blocks, aliases, marks, wide characters: columns count characters, as editors do."""
    assert place(text, where) == wanted


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        ((), Span(2, 1, 17, 6)),
        (("privlint",), Span(2, 1, 2, 12)),
        (("purposes", "newsletter"), Span(5, 3, 13, 38)),
        (("purposes", "newsletter", "data"), Span(7, 5, 12, 16)),
        (("purposes", "newsletter", "data", 0), Span(8, 9, 9, 31)),
        (("purposes", "orders"), Span(14, 3, 15, 22)),
        (("purposes", "orders", "absent"), Span(14, 3, 15, 22)),
    ],
)
def test_the_extent_is_all_that_is_written_of_an_entry(where: Where, wanted: Span) -> None:
    """From the key to the end of the value, without the comments and empty lines behind."""
    assert document(NESTED).extent(where) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: 1.10\n", "1.10"),
        ("a: 9140  # Temse\n", "9140"),
        ("{a: 1.10}", "1.10"),
        ("b: &p 1.10\na: *p\n", "1.10"),
        ("a: &p 1.10\nb: *p\n", "1.10"),
        ("a: &p # why\n  1.10\n", "1.10"),
        ("a: 1e3", "1e3"),
    ],
)
def test_the_digits_of_a_number_are_kept_as_they_were_written(text: str, wanted: str) -> None:
    """Section 1.10 is not section 1.1, be it written out or pointed to."""
    assert document(text).written(("a",)) == wanted


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]),
        (
            "a\x0bb\x0c\x1cd\x1d\x1e\x85e\u2028f\u2029g\nh",
            ["a\x0bb\x0c\x1cd\x1d\x1e\x85e\u2028f\u2029g", "h"],
        ),
    ],
)
def test_lines_end_where_they_end_in_an_editor(text: str, lines: list[str]) -> None:
    """LF, CR LF and CR break lines; form feeds and Unicode's line separators do not."""
    table = LineTable(text)
    assert [table.line(number) for number in range(1, len(lines) + 1)] == lines
    assert table.line(0) == table.line(len(lines) + 1) == ""


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\r\n", "a\nb\r\n", "\n\n"])
def test_no_place_lies_beyond_the_end_of_its_line(text: str) -> None:
    """What is wrong at the end of a file is shown there, not in a column that does not exist."""
    table = LineTable(text)
    for offset in range(len(text) + 2):
        span = table.span(offset, offset + 1)
        assert span.start_column <= len(table.line(span.start_line)) + 1
        assert span.end_column <= len(table.line(span.end_line)) + 1


@pytest.mark.parametrize(
    ("text", "where", "is_key", "words"),
    [
        ("a: b # c", ("a",), False, "b"),
        ("a: b", ("a",), True, "a"),
        ("'a': \"b c\"", ("a",), False, "b c"),
        ("'a': \"b c\"", ("a",), True, "a"),
        ("a: [x, &y z]", ("a", 1), False, "z"),
        ("{a: {b: c}}", ("a", "b"), True, "b"),
        ("a: |- # x\n  b\n", ("a",), False, "b"),
        ("? &k a\n: b", ("a",), True, "a"),
        ("a: &m {b: c}\nd: *m", ("a", "b"), False, "c"),
    ],
)
def test_a_scalar_has_words_that_can_be_replaced(
    text: str, where: Where, *, is_key: bool, words: str
) -> None:
    """Without its quotes, and without what stands before it."""
    place = document(text).scalar(where, key=is_key)
    assert place is not None
    assert text[slice(*place)] == words


@pytest.mark.parametrize(
    ("text", "where", "is_key"),
    [
        ("a: &x b\nc: *x", ("a",), False),
        ("a: &x b\nc: *x", ("c",), False),
        ("&x a: b\nc: *x", ("a",), True),
        ("a: &m {b: c}\nd: *m", ("d", "b"), False),
        ("a: &m {b: c}\nd: *m", ("d", "b"), True),
        ("a: &m [b]\nd: *m", ("d", 0), False),
        ('a: "b\\x63"', ("a",), False),
        ("a: b\n  c", ("a",), False),
        ("a: |\n  b\n  c\n", ("a",), False),
        ("a: 1", ("a",), False),
        ("a:", ("a",), False),
        ("a: {b: c}", ("a",), False),
        ("a: b", ("z",), False),
        ("a: b", ("z",), True),
        ("a: b", ("a", "c"), True),
        ("a: [b]", ("a", 7), False),
        ("a: b", (), True),
    ],
)
def test_what_is_shared_or_not_written_as_it_is_has_no_such_words(
    text: str, where: Where, *, is_key: bool
) -> None:
    """To replace it would change something else, or be a guess."""
    assert document(text).scalar(where, key=is_key) is None
