"""Colour, width and links are those of the terminal, unless somebody says otherwise."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from privlint.catalogue import find
from privlint.cli.terminal import layout
from privlint.reporters.address import address

from ..conftest import SPOKEN_TO, privlint

OPENED = "\x1b]8;;https://example.org/\x1b\\"
CLOSED = "\x1b]8;;\x1b\\"


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the environment says anything."""
    for name in SPOKEN_TO:
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


@pytest.mark.parametrize("name", ["GITHUB_ACTIONS", "GITLAB_CI"])
@pytest.mark.parametrize(
    ("options", "env", "is_coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        (["--color", "never"], {}, False),
        ([], {"TERM": "dumb"}, True),
    ],
)
def test_logs_that_show_colour_get_it(
    tmp_path: Path,
    name: str,
    options: list[str],
    env: dict[str, str],
    is_coloured: bool,  # noqa: FBT001
) -> None:
    """They are pipes, and shown to people; they know no links."""
    done = privlint(tmp_path, "explain", "RET001", *options, env={name: "true", "CI": "1", **env})
    assert ("\x1b[" in done.stdout) is is_coloured
    assert "\x1b]" not in done.stdout


def test_a_file_gets_no_colour_where_logs_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is sent there is no part of the log."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with (tmp_path / "file").open("w+", encoding="utf-8") as file:
        command = [sys.executable, "-m", "privlint", "explain", "RET001"]
        subprocess.run(command, stdout=file, check=True)  # noqa: S603
        file.seek(0)
        assert "\x1b" not in file.read()


@pytest.mark.parametrize(
    ("color", "env", "on_terminal", "elsewhere"),
    [
        ("auto", {}, True, False),
        ("always", {}, True, False),
        ("never", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("always", {"NO_COLOR": "1"}, True, False),
        ("auto", {"CI": "true"}, False, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("auto", {"TERM": "linux"}, False, False),
        ("never", {"FORCE_HYPERLINK": "1", "CI": "1", "TERM": "dumb"}, True, True),
        ("always", {"FORCE_HYPERLINK": "0"}, False, False),
        ("auto", {"FORCE_HYPERLINK": ""}, True, False),
    ],
)
def test_links_are_for_terminals_and_for_who_asks(
    monkeypatch: pytest.MonkeyPatch,
    color: str,
    env: dict[str, str],
    on_terminal: bool,  # noqa: FBT001
    elsewhere: bool,  # noqa: FBT001
) -> None:
    """FORCE_HYPERLINK says it either way; who wants bare text gets it."""
    for name, value in {"COLUMNS": "80", **env}.items():
        monkeypatch.setenv(name, value)
    for is_terminal, expected in ((True, on_terminal), (False, elsewhere)):
        monkeypatch.setattr(sys.stdout, "isatty", lambda told=is_terminal: told)
        linked = layout(color).link("text", "https://example.org/")
        assert linked == (f"{OPENED}text{CLOSED}" if expected else "text")


@pytest.mark.parametrize("target", ["https://example.org/\x1b[31m", "https://example.org/\u202e"])
def test_an_address_cannot_command_the_terminal(
    monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    """What is no address is left out."""
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    assert layout("never").link("text", target) == "text"


@pytest.mark.parametrize("command", ["explain RET001", "explain retention", "rules retention"])
def test_a_code_is_a_link_to_its_page(tmp_path: Path, command: str) -> None:
    """Around the code alone: nothing else moves."""
    linked = privlint(tmp_path, *command.split(), env={"FORCE_HYPERLINK": "1"}).stdout
    (card,) = find("RET001")
    assert f"\x1b]8;;{address(card)}\x1b\\RET001{CLOSED}" in linked
    bare = re.sub(r"\x1b]8;;.*?\x1b\\", "", linked)
    assert bare == privlint(tmp_path, *command.split()).stdout


@pytest.mark.parametrize("output_format", ["json", "markdown"])
def test_no_file_format_has_links_of_the_terminal(tmp_path: Path, output_format: str) -> None:
    """They are for people at a terminal."""
    asked = ("explain", "RET001", "--output-format", output_format)
    done = privlint(tmp_path, *asked, env={"FORCE_HYPERLINK": "1", "FORCE_COLOR": "1"})
    assert "\x1b" not in done.stdout
