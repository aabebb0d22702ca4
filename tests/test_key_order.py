"""The sections of a register can be put into the order of the format, and nothing else changes."""

from __future__ import annotations

from itertools import permutations

import pytest

from privlint.finding import Finding
from privlint.key_order import out_of_order
from privlint.schema.store import schema
from privlint.source.reader import Limits, read

ORDER = tuple(schema("register")["properties"])

SECTIONS = {
    "privlint": "privlint: 1  # the version\n",
    "shop": "# about the shop\n# in two lines\nshop: {name: A,\n  country: BE}\n",
    "statement": "statement:\n  language: nl\n  # its end\n",
    "purposes": 'purposes:\n  a:\n    title: "x # y"\n    note: |\n      # no comment\n      z\n',
}
TOP = "# yaml-language-server: $schema=x\n\n# of the file\n"


def found(text: str) -> Finding | None:
    """Return the finding on a text."""
    return out_of_order(read(text.encode()), "r.yaml", ORDER, Limits())


def moved(text: str) -> str | None:
    """Return the text with its sections moved; `None` where there is no fix."""
    finding = found(text)
    assert finding is not None
    if finding.fix is None:
        return None
    (edit,) = finding.fix.edits
    assert read(text.encode()).lines.span(edit.start, edit.end) == edit.span
    return text[: edit.start] + edit.text + text[edit.end :]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("keys", list(permutations(SECTIONS)))
def test_sections_move_whole_with_the_comments_above_them(
    keys: tuple[str, ...], line_end: str
) -> None:
    """Blank lines stay where they are; no line is lost and none is new."""
    text = (TOP + "\n".join(SECTIONS[key] for key in keys) + "\n# vim: x\n").replace("\n", line_end)
    if found(text) is None:
        assert keys == tuple(SECTIONS)
        return
    result = moved(text)
    if keys[0] == "shop":
        # Its comment stands above the first key, and stays there.
        assert result is not None
        assert result.startswith(text[: text.index("shop:")])
    else:
        expected = TOP + "\n".join(SECTIONS.values()) + "\n# vim: x\n"
        assert result == expected.replace("\n", line_end)
    assert found(result) is None
    assert read(result.encode()).data == read(text.encode()).data
    assert sorted(result.split(line_end)) == sorted(text.split(line_end))


def test_the_finding_stands_at_the_first_key_that_is_too_low() -> None:
    """And names the one above it."""
    finding = found("privlint: 1\npurposes: {}\nshop: {}\nstatement: {}\n")
    assert finding is not None
    assert finding.message == "`shop` stands below `purposes`, and comes before it in the format"
    assert (finding.span.start_line, finding.where, finding.logical) == (3, ("shop",), "shop")
    assert (finding.card.code, finding.severity.word) == ("STY001", "info")


@pytest.mark.parametrize(
    "text",
    [
        "{privlint: 1, statement: {}, shop: {}}\n",
        "---\nstatement: {}\nshop: {}\n",
        "statement: {}\nshop: {}\n...\n",
        "? statement\n: {}\nshop: {}\n",
        "&a statement: {}\nshop: {}\n",
        "  statement: {}\n  shop: {}\n",
        "statement: &a {}\nshop: *a\n",
        "privlint: &a 1\nstatement: &a 2\ndpo: *a\nshop: &a 3\ncontroller: *a\n",
        "statement:\n  x: |+\n    a\n\nshop: {}\n",
        "statement: {}\nshop: {}",
        "statement:\n  x: a\n  # privlint: ignore[RET001] why\n\nshop: {}\n",
        "statement: {}\n# privlint: ignore[RET001] why\nshop: {}\n",
        "statement: {}\n\n# of the statement?\n\nshop: {}\npurposes: {}\ncontroller: {}\n",
    ],
)
def test_what_could_mean_something_else_is_not_moved(text: str) -> None:
    """Brackets, markers, anchors, blank lines that count, ignores that would cover another key."""
    assert moved(text) is None


def test_an_ignore_above_a_key_moves_with_it() -> None:
    """It goes on speaking of that key."""
    text = "privlint: 1\nstatement: {}\n# privlint: ignore[RET001] why\nshop: {}\n"
    assert moved(text) == "privlint: 1\n# privlint: ignore[RET001] why\nshop: {}\nstatement: {}\n"


@pytest.mark.parametrize("text", ["privlint: 1\nshop: {}\n", "shop: {}\n", "shop: {}\nzebra: 1\n"])
def test_nothing_is_found_in_order(text: str) -> None:
    """Keys that are not there are not missed, and unknown keys have no order."""
    assert found(text) is None
