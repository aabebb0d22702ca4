"""The command as a whole: what it is called, and what becomes of what goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from privlint.version import VERSION

from ..conftest import SMALL, privlint

FAILING = """\
import sys
from privlint.cli import check, main

def fails(*_, **__):
    raise {error}

check.run = fails
main(sys.argv[1:])
"""


def failing(folder: Path, error: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `check` where an error comes out of the middle of it."""
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", FAILING.format(error=error), "check", "small.yaml", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told(tmp_path: Path, option: str) -> None:
    """For a bug report."""
    done = privlint(tmp_path, option)
    assert (done.returncode, done.stdout) == (0, f"privlint, version {VERSION}\n")


@pytest.mark.parametrize("arguments", [["-h"], ["--help"]])
def test_help_lists_the_commands(tmp_path: Path, arguments: list[str]) -> None:
    """Each with what it is for."""
    done = privlint(tmp_path, *arguments)
    assert done.returncode == 0
    for command in ("check", "explain", "rules", "trace"):
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Usage: privlint"),
        (["chekc"], "there is no command `chekc`; did you mean `check`?"),
        (["."], "there is no command `.`: `privlint check PATH` checks a file or a folder"),
        (["--no-such"], "No such option"),
        (["check", "--no-such"], "No such option"),
        (["check", "--fail-on"], "requires an argument"),
    ],
)
def test_a_wrong_command_line_exits_with_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    """And says so on standard error, where nothing that reads the output trips over it."""
    done = privlint(tmp_path, *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""


def test_a_fault_of_our_own_exits_with_5_and_without_a_traceback(tmp_path: Path) -> None:
    """It is admitted, and where to tell us stands beside it."""
    done = failing(tmp_path, "RuntimeError('by design')")
    assert done.returncode == 5
    assert "privlint failed, and this is its own fault: RuntimeError: by design" in done.stderr
    assert "--debug" in done.stderr
    assert "Traceback" not in done.stderr


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    """For who can read it."""
    done = failing(tmp_path, "RuntimeError('by design')", "--debug")
    assert done.returncode == 5
    assert "Traceback" in done.stderr


def test_an_interrupt_exits_with_130(tmp_path: Path) -> None:
    """As shells expect."""
    done = failing(tmp_path, "KeyboardInterrupt()")
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
@pytest.mark.parametrize("command", ["rules", "explain ALL", "check small.yaml"])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, command: str) -> None:
    """Nothing is said, whichever command it was, and however little was read."""
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "privlint", *command.split()],
        cwd=tmp_path,
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert done.stderr == ""
