"""The manual page is made from the commands, and any reader of manual pages understands it."""

from __future__ import annotations

import shutil
import subprocess

import click
import pytest

from privlint.cli.main import every_command
from privlint.cli.manual import manual

from ..conftest import ROOT, Golden

PAGE = ROOT / "docs" / "man" / "privlint.1"


def test_the_page_is_fresh(golden: Golden) -> None:
    """`pytest --update-golden` would change nothing."""
    golden.check(PAGE, manual())


@pytest.mark.parametrize("name", every_command())
def test_every_command_and_option_is_told(name: str) -> None:
    """With its dashes, so that it can be searched for and copied."""
    page = manual().replace("\\-", "-")
    command = every_command()[name]
    assert f"\n.SS privlint {name} " in page
    for param in command.params:
        if isinstance(param, click.Option) and not param.hidden:
            assert all(option in page for option in param.opts)


def test_the_page_does_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lines are filled by who shows it."""
    page = manual()
    monkeypatch.setenv("COLUMNS", "40")
    assert manual() == page


@pytest.mark.parametrize(
    "command",
    [["mandoc", "-T", "lint", "-W", "warning"], ["groff", "-man", "-Tutf8", "-ww", "-z"]],
    ids=["mandoc", "groff"],
)
def test_readers_of_manual_pages_have_nothing_to_say(command: list[str]) -> None:
    """Neither of them warns of anything."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]} here")
    done = subprocess.run(  # noqa: S603
        [*command, str(PAGE)], capture_output=True, text=True, check=False
    )
    complaints = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if "missing date" not in line  # the page is that of a version, not of a day
    ]
    assert complaints == []
