"""Colour and width are those of the terminal, unless somebody says otherwise."""

from __future__ import annotations

import sys

import pytest

from privlint.cli.terminal import layout

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the environment says anything."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def is_painted(color: str) -> bool:
    """Tell whether a text gets colour."""
    return layout(color).paint("text", "bold red") != "text"


@pytest.mark.parametrize(
    ("color", "env", "on_terminal", "elsewhere"),
    [
        ("auto", {}, True, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("always", {"NO_COLOR": "1"}, True, True),
        ("always", {}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_colour_is_for_terminals_and_for_who_asks(
    monkeypatch: pytest.MonkeyPatch,
    color: str,
    env: dict[str, str],
    on_terminal: bool,  # noqa: FBT001
    elsewhere: bool,  # noqa: FBT001
) -> None:
    """The option beats the environment, and NO_COLOR beats FORCE_COLOR."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert is_painted(color) is elsewhere
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    assert is_painted(color) is on_terminal


@pytest.mark.parametrize(
    ("columns", "width"), [("80", 80), ("100", 100), ("200", 110), ("10", 40), ("0", 40)]
)
def test_lines_are_as_wide_as_the_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    """Very long lines are hard to read, and very short ones hold nothing."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert layout("auto").width == width


def test_a_pipe_is_80_columns_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a log looks the same wherever it is made."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert layout("auto").width == 80


def test_colour_is_put_on_and_taken_off_again() -> None:
    """The text itself is untouched."""
    painted = layout("always").paint("text", "bold red")
    assert painted.startswith("\x1b[")
    assert painted.endswith("text\x1b[0m")
