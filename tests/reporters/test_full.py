"""The format for people: the line, a caret under the place, the articles and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlint.catalogue import select
from privlint.escaping import printable
from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.reporters.full import render
from privlint.reporters.layout import Layout
from privlint.rule import Flag, Rule, flag

from ..conftest import ROOT, SMALL, Golden, terms
from .conftest import checked

GOLDEN = ROOT / "tests" / "golden" / "small"
BAD = (ROOT / "tests" / "registers" / "bad.yaml").read_text(encoding="utf-8")


def full(text: str, *selectors: str, width: int = 80) -> str:
    """Return what is shown of a register."""
    return render(checked(text, *(selectors or ("DPO001", "RET001"))), Layout(width))


def snippet(shown: str) -> tuple[str, str]:
    """Return the first line of a register that is shown, and the line with its mark."""
    lines = shown.splitlines()
    at = next(n for n, line in enumerate(lines) if re.match(r" *\d+ \|", line))
    gutter = lines[at].index("|") + 2
    return lines[at][gutter:], lines[at + 1][gutter:]


def pointed_at(shown: str) -> str:
    """Return what stands above the mark."""
    line, mark = snippet(shown)
    start = len(mark) - len(mark.lstrip())
    return line[start : start + len(mark.strip().split()[0])]


def test_a_report_looks_as_it_was_meant_to_look(golden: Golden) -> None:
    """What a user sees of a small bad register; a change of it is read in review."""
    golden.check(GOLDEN / "full.txt", full(BAD))


def test_a_fault_of_the_file_looks_as_it_was_meant_to_look(golden: Golden) -> None:
    """A key that stands twice is shown with both its places."""
    golden.check(GOLDEN / "duplicate.txt", full(BAD + "dpo: {status: appointed}\nshop: {}\n"))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("dpo: {status: apointed}\n", "apointed"),
        ('dpo: {status: "apointed"}\n', '"apointed"'),
        ("é\u00e9\U0001f600: 1\n", "éé\U0001f600"),
        ("'odd key': 1\n", "'odd key'"),
        ("dpo: {status: \u200eapointed\u200d}\n", "\\u200eapointed\\u200d"),
        ("dpo: {status: |\n   x}\n", "|"),
        ("dpo: {status: one\n   two}\n", "one"),
        ("dpo:\tx\n", "x"),
        (f"dpo: {{note: {'x' * 200}, status: apointed, cite: []}}\n", "apointed"),
        (f"dpo: {{note: {chr(0x200D) * 70}, status: apointed}}\n", "apointed"),
        (f"dpo: {{status: apointed, note: {'x' * 200}}}\n", "apointed"),
    ],
)
def test_the_mark_stands_under_what_is_meant(text: str, marked: str) -> None:
    """However long the line is and whatever is in it, eye and cursor find the place."""
    shown = render(checked(SMALL + text), Layout())
    assert pointed_at(shown) == marked
    assert max(map(len, snippet(shown))) <= 80


def test_a_mark_that_is_longer_than_the_line_is_cut() -> None:
    """A value of a thousand characters is marked as far as it is shown."""
    line, mark = snippet(full(SMALL + f"dpo: {{status: {'x' * 1000}}}\n"))
    assert line.endswith("...")
    assert len(line) == len(mark) <= 76


LONG = "unreasonably_" * 8 + "long"


@pytest.mark.parametrize("width", [40, 80, 110])
@pytest.mark.parametrize(
    "text",
    [
        BAD,
        "a: 'b\n",
        "",
        SMALL + f"{LONG}: 1\nb: 2\n{LONG}: 3\n",
        SMALL + f"purposes: {{{LONG}: {{title: {LONG}}}}}\n",
        SMALL + f"dpo: {{status: '{'many words ' * 40}'}}\n",
        SMALL + "dpo: {status: " + "\u200e" * 300 + "x}\n",
        SMALL + "\n" * 12_000 + "dpo: {status: apointed}\n",
        "{" * 200,
        "privlint: 1\x1b[31m\n",
    ],
)
def test_no_line_is_wider_than_the_layout(text: str, width: int) -> None:
    """Only what cannot be broken may be: a path with its place, or one long word."""
    for line in full(text, width=width).splitlines():
        is_word = len(line.strip().split()) <= 2
        assert len(line) <= width or " --> " in line or is_word, line


def test_a_label_that_does_not_fit_beside_its_mark_stands_below() -> None:
    """The second place of a contradiction is never pushed off the screen."""
    wide = full(f"{LONG}: 1\n{LONG}: 2\n")
    assert re.search(r"\n  \| -+\n  \| first here\n", wide)
    narrow = full("a: 1\na: 2\n")
    assert "\n  | - first here\n" in narrow


def test_at_most_four_further_places_are_shown() -> None:
    """The others are counted."""

    def many(register: Register, _: Facts) -> Iterator[Flag]:
        places = [(("shop",), f"place {n}") for n in range(6)]
        yield flag(register, "in many places", related=tuple(places))

    card = select(["DPO001"]).rules[0].card
    on = terms(rules=(Rule(card, Register, many),))
    shown = render(checked(SMALL, on=on), Layout())
    assert shown.count("place 3") == 1
    assert "place 4" not in shown
    assert "and 2 more places" in shown


def test_a_rule_that_failed_is_named_with_its_file() -> None:
    """With what went wrong, and without a traceback."""

    def falls(_: Register, __: Facts) -> Iterator[Flag]:
        raise LookupError("\x1b[31mno such thing")

    card = select(["DPO001"]).rules[0].card
    on = terms(rules=(Rule(card, Register, falls),))
    shown = render(checked(SMALL, on=on), Layout())
    assert "failed: rule DPO001 (dpo-statement-missing): LookupError: \\u001b[31mno such" in shown
    assert "--> shop.yaml" in shown
    assert shown.endswith("1 rule failed.\n")


def test_colour_adds_nothing_but_colour() -> None:
    """Without the escape sequences it is the same text."""

    def paint(text: str, style: str) -> str:
        assert style
        return f"\x1b[1m{text}\x1b[0m"

    report = checked(BAD, "DPO001", "RET001")
    painted = render(report, Layout(80, paint))
    assert painted != render(report, Layout())
    assert re.sub(r"\x1b\[\d+m", "", painted) == render(report, Layout())


def test_a_path_cannot_command_the_terminal() -> None:
    """File names are written by others, too."""
    shown = render(checked(SMALL, "DPO001", path="\x1b]0;owned\x07.yaml"), Layout())
    assert "\x1b" not in shown
    assert "\\u001b]0;owned\\u0007.yaml:1:1" in shown


@given(st.text(max_size=30), st.integers(40, 110))
def test_whatever_stands_in_a_register_only_text_is_printed(name: str, width: int) -> None:
    """No control character but the line feeds of the layout itself."""
    escaped = "".join(f"\\U{ord(character):08x}" for character in name)
    shown = full(f'{SMALL}dpo: {{status: "{escaped}", "{escaped}": 1}}\n', width=width)
    assert all(printable(line) == line for line in shown.split("\n"))
