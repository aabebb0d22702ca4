"""What can be done about a finding."""

from __future__ import annotations

import pytest

from privlint.finding import Edit, Finding, Fix
from privlint.lsp.actions import actions
from privlint.lsp.buffer import Buffer
from privlint.lsp.diagnostics import diagnostics
from privlint.source.document import Span
from privlint.source.reader import read
from privlint.suppression.ignores import PLACEHOLDER

from .editing import SHOP


def made(text: str, title: str, line: int) -> str:
    """Return the text after the first action whose title begins so, on a line (from 1)."""
    buffer = Buffer("file:///policies/shop.yaml", text)
    start, end = buffer.positions.line(line - 1)
    chosen = next(one for one in actions(buffer, start, end) if one.title.startswith(title))
    for change in sorted(chosen.changes, key=lambda change: -change.start):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def line_of(text: str, code: str) -> int:
    """Return the line of the first finding of a rule."""
    buffer = Buffer("file:///policies/shop.yaml", text)
    return next(f.span.start_line for f in buffer.findings if f.card.code == code)


def codes_by_line(text: str) -> dict[int, str]:
    """Return a code of what is found on each line."""
    buffer = Buffer("file:///policies/shop.yaml", text)
    return {finding.span.start_line: finding.card.code for finding in buffer.findings}


def test_every_finding_can_be_answered_for_and_the_register_stays_readable() -> None:
    """On its own line, and with a place for the reason that only a person can fill."""
    for line, code in codes_by_line(SHOP).items():
        text = made(SHOP, f"Ignore {code} here", line)
        assert f"  # privlint: ignore[{code}] {PLACEHOLDER}" in text.splitlines()[line - 1]
        assert read(text.encode()).data == read(SHOP.encode()).data


def test_a_finding_of_the_whole_file_is_answered_for_on_the_first_line() -> None:
    """A line above it would answer for everything."""
    code = codes_by_line(SHOP)[1]
    assert made(SHOP, f"Ignore {code}", 1).startswith(f"privlint: 1  # privlint: ignore[{code}] ")


def test_a_line_that_has_a_comment_gets_one_above() -> None:
    """At the column of the line, so that it reads as belonging to it."""
    line = next(number for number in codes_by_line(SHOP) if number > 6)
    lines = SHOP.splitlines(keepends=True)
    lines[line - 1] = lines[line - 1].replace("\n", "  # as they say\n")
    text = "".join(lines)
    code = codes_by_line(text)[line]
    indent = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]
    told = made(text, f"Ignore {code} here", line).splitlines()
    assert told[line - 1] == f"{indent}# privlint: ignore[{code}] {PLACEHOLDER}"
    assert told[line] == lines[line - 1].rstrip("\n")


def test_a_second_rule_joins_the_comment_that_is_there() -> None:
    """And shares its reason, as the title says."""
    text = SHOP.replace("privlint: 1", "privlint: 1  # privlint: ignore[ABC001] agreed")
    code = codes_by_line(SHOP)[1]
    told = made(text, f"Ignore {code} here too", 1)
    assert told.startswith(f"privlint: 1  # privlint: ignore[ABC001, {code}] agreed\n")


def test_above_the_first_key_the_title_says_what_it_does() -> None:
    """There a comment answers for the whole file."""
    text = SHOP.replace("privlint: 1", "privlint: 1  # the version")
    code = codes_by_line(text)[1]
    told = made(text, f"Ignore {code} in the whole file", 1)
    assert told.startswith(
        f"# privlint: ignore[{code}] {PLACEHOLDER}\nprivlint: 1  # the version\n"
    )


@pytest.mark.parametrize(
    "title",
    [
        "title: >-\n      Whatever\n      we want",
        "title: Whatever\n      we want",
        'title: "a\n      b"',
    ],
)
def test_a_comment_never_ends_up_inside_a_text(title: str) -> None:
    """A value over several lines has it above its key."""
    text = SHOP.replace("title: Send the newsletter", title)
    buffer = Buffer("file:///policies/shop.yaml", text)
    place = text.index("title: ", text.index("  newsletter:"))
    line = buffer.positions.line_of(place) + 1
    finding = buffer.findings[0].replace(span=Span(line, 12, line, 13))
    buffer.__dict__["_checked"] = ((finding,), ())
    (action,) = actions(buffer, place, place + 20)
    (change,) = action.changes
    told = text[: change.start] + change.text + text[change.end :]
    assert told.splitlines()[line - 1].startswith("    # privlint: ignore[")
    assert read(told.encode()).data == read(text.encode()).data


def test_what_mends_a_finding_is_offered_first() -> None:
    """With the edits that the finding carries, wherever they are."""
    buffer = Buffer("file:///policies/shop.yaml", SHOP)
    start = SHOP.index("controller")
    line = SHOP[:start].count("\n") + 1
    column = start - SHOP.rindex("\n", 0, start)
    span = Span(line, column, line, column + 10)
    fix = Fix("Write `processor`", (Edit(start, start + 10, "processor", span),))
    mended: Finding = buffer.findings[0].replace(span=span, fix=fix)
    buffer.__dict__["_checked"] = ((mended,), ())
    first, second = actions(buffer, start, start)
    assert (first.title, first.mends) == ("Write `processor`", True)
    (change,) = first.changes
    assert SHOP[change.start : change.end] == "controller"
    assert second.title.startswith("Ignore ")
    assert not list(actions(buffer, 0, 3))


def test_what_no_ignore_can_hide_offers_none() -> None:
    """A register that cannot be read has to be mended."""
    buffer = Buffer("file:///policies/shop.yaml", "privlint: [\n")
    assert len(diagnostics(buffer)) == 1
    assert not list(actions(buffer, 0, len(buffer.text)))
