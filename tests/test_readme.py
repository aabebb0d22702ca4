"""What the README shows is what the command prints."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import pytest

from .conftest import ROOT, Golden

README = ROOT / "README.md"
SESSION = re.compile(r"```console\n(\$ privlint .*\n)((?:.*\n)*?)```")


def printed(command: str) -> str:
    """Run a command of the README in the checkout, and return what it prints."""
    arguments = shlex.split(command.removeprefix("$ privlint "))
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "privlint", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_the_output_in_the_readme_is_real(golden: Golden) -> None:
    """Every console session of the README prints what stands there; `[...]` stands for a cut."""
    text = README.read_text(encoding="utf-8")
    assert SESSION.search(text)
    golden.check(README, SESSION.sub(_session, text))


def _session(match: re.Match[str]) -> str:
    command, shown = match.groups()
    output = printed(command.strip())
    if shown.rstrip().endswith("[...]"):
        output = "".join(output.splitlines(keepends=True)[: shown.count("\n") - 1]) + "[...]\n"
    return f"```console\n{command}{output}```"


@pytest.mark.parametrize("command", [[], ["check"], ["explain"], ["rules"]])
def test_help_is_given(command: list[str]) -> None:
    """Every command explains itself."""
    assert "Usage: privlint" in printed("$ privlint " + " ".join([*command, "--help"]))
