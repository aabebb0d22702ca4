"""Shells complete commands, options, rules and files, with the scripts that are printed for them.

Each test runs the real shell, in a terminal of its own, and looks at what it makes of the keys.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from privlint.catalogue import cards
from privlint.cli.shells import SHELLS

from ..conftest import privlint

PROGRAM = """\
#!/bin/sh
if [ -n "$_PRIVLINT_COMPLETE" ]; then exec "{python}" -m privlint "$@"; fi
printf '%s ' "$@" >> "{log}"
echo >> "{log}"
"""
"""Completes as privlint does; otherwise writes down what it is given, on a line."""

TERMINALS = {
    "bash": (["--norc", "--noprofile", "-i"], "source completions.bash"),
    "zsh": (["-f", "-i"], "autoload -Uz compinit; compinit -u; source completions.zsh"),
}
"""How to start a shell that is as it comes, and to let it complete."""

COMPLETED = {
    "che": "check",
    "check --jur": "check --jurisdiction",
    "check --output-format sa": "check --output-format sarif",
    "check --output-format=sa": "check --output-format=sarif",
    "check --output-format json=rep": "check --output-format json=report.json",
    "check sho": "check shop.yaml",
    "check --statement=sho": "check --statement=shop.yaml",
    "explain KNO": "explain KNO001",
    "explain retention-m": "explain retention-missing",
    "check --select RET001,retention-m": "check --select RET001,retention-missing",
    "check --ignore ACM": "check --ignore ACM001",
    "check --fail-on war": "check --fail-on warning",
    "schema hou": "schema house-rules",
    "completions fi": "completions fish",
}
"""What is typed before Tab, where only one thing can be meant, and what becomes of it."""

HOUSE = """\
privlint: 1
family: acme
rules:
  ACM001:
    name: shop-called-bad
    title: A shop is called bad
    rationale: Nobody would buy there.
    severity: warning
    law: [House policy 1]
    remedy: Call it otherwise.
    select: $.shop
    condition: "@.name == 'Bad'"
    message: the shop calls itself bad
    compliant: "shop: {name: Good}"
    violating: "shop: {name: Bad} # <- ACM001"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a program called privlint, a register, a report, and a house rule."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "privlint"
    program.write_text(PROGRAM.format(python=sys.executable, log=tmp_path / "log"))
    program.chmod(0o755)
    for name in ("shop.yaml", "report.json"):
        (tmp_path / name).touch()
    (tmp_path / "house.yaml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "privlint.toml").write_text('rules = ["house.yaml"]\n', encoding="utf-8")
    for shell in SHELLS:
        script = privlint(tmp_path, "completions", shell).stdout
        (tmp_path / f"completions.{shell}").write_text(script, encoding="utf-8")
    return tmp_path


def program(shell: str) -> str:
    """Return the program of a shell, or skip the test where there is none."""
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"there is no {shell} here")
    return found


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which `privlint` is the program of the folder."""
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(folder), "TERM": "xterm"}


def typed(folder: Path, shell: str) -> list[str]:
    """Return what the program is given when each line is typed, completed by Tab, and sent off."""
    pty = pytest.importorskip("pty")
    arguments, start = TERMINALS[shell]
    ours, theirs = pty.openpty()
    running = subprocess.Popen(  # noqa: S603
        [program(shell), *arguments],
        cwd=folder,
        env=environment(folder),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    lines = "".join(f"privlint {words}\t\n" for words in COMPLETED)
    os.write(ours, f"{start}\n{lines}exit\n".encode())
    shown = b""
    with suppress(OSError):  # the terminal is gone when the shell is
        while part := os.read(ours, 4096):
            shown += part
    running.wait(20)
    os.close(ours)
    log = folder / "log"
    assert log.exists(), shown.decode()
    return [line.strip() for line in log.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("shell", TERMINALS)
def test_the_shell_completes(folder: Path, shell: str) -> None:
    """One Tab is enough where only one thing can be meant."""
    assert typed(folder, shell) == [*COMPLETED.values()]


def test_fish_completes(folder: Path) -> None:
    """It is asked without a terminal: it offers the one word that can be meant."""
    asked = "; ".join(f"complete -C 'privlint {words}'" for words in COMPLETED)
    done = subprocess.run(  # noqa: S603
        [program("fish"), "--no-config", "-c", f"source completions.fish; {asked}"],
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    words = [line.split("\t")[0] for line in done.stdout.splitlines()]
    assert words == [line.split()[-1] for line in COMPLETED.values()]


def offered(folder: Path, *words: str) -> list[str]:
    """Return what is offered for the last of the words."""
    asked = {
        "_PRIVLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": "\n".join(["privlint", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = privlint(folder, env=asked)
    assert (done.returncode, done.stderr) == (0, "")
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line]


def test_of_nothing_the_families_are_offered(tmp_path: Path) -> None:
    """A list of all rules would be longer than the screen."""
    assert offered(tmp_path, "explain", "") == [
        "ALL",
        *sorted({card.family.replace("_", "-") for card in cards()}),
    ]


def test_what_cannot_be_selected_is_not_offered(tmp_path: Path) -> None:
    """What makes an input impossible to check is always told, and can only be explained."""
    assert offered(tmp_path, "check", "--select", "INP") == []
    assert "INP001" in offered(tmp_path, "explain", "INP")


def test_every_code_is_offered(tmp_path: Path) -> None:
    """Those of the letters that were typed."""
    codes = [card.code for card in cards() if card.code.startswith("RET")]
    assert offered(tmp_path, "explain", "RET") == codes


def test_a_configuration_that_is_broken_does_not_show(tmp_path: Path) -> None:
    """A Tab is no moment for complaints."""
    (tmp_path / "privlint.toml").write_text("rules = 3\n", encoding="utf-8")
    assert offered(tmp_path, "explain", "KNO") == ["KNO001"]


def test_every_command_is_offered(tmp_path: Path) -> None:
    """None of them is loaded for it."""
    assert {"check", "init", "new-rule", "completions"} <= set(offered(tmp_path, ""))
