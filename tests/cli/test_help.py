"""The help: headings that are the same everywhere, examples that work, 80 columns."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from privlint.cli import familiar
from privlint.cli.grouped import Command, GroupedOption
from privlint.cli.main import every_command, main
from privlint.cli.main import privlint as group

from ..conftest import SMALL, privlint

CONTEXT = click.Context(group, **group.context_settings)
NAMES = list(every_command())
HEADING = re.compile(r"^(\w[\w ]*):$", re.MULTILINE)


def command(name: str) -> Command:
    """Return a command of the group."""
    found = every_command()[name]
    assert isinstance(found, Command), name
    return found


def told(*arguments: str) -> str:
    """Return the help, as a pipe gets it."""
    done = privlint(Path.cwd(), *arguments, "--help", env={"COLUMNS": "80"})
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_commands_stand_under_headings() -> None:
    """What one does with them: check, read, write, set up."""
    text = told()
    headings = HEADING.findall(text)
    assert headings == ["Check", "Read", "Write", "Set up", "Options", "Examples"]
    for name in group.list_commands(CONTEXT):
        assert re.search(rf"^  {name} +\S", text, re.MULTILINE), name


def test_the_options_of_check_stand_under_headings() -> None:
    """In the order in which one thinks of them, and help itself comes last."""
    text = told("check")
    assert HEADING.findall(text) == [
        "Selection", "Suppression", "Output", "Gate", "Running", "Options", "Examples"
    ]  # fmt: skip
    selection, rest = text.split("\nOutput:\n")
    assert "--select RULES" in selection
    assert "--output-format" in rest.split("\nGate:\n")[0]
    assert text.index("--debug") < text.index("-h, --help") < text.index("Examples:")


@pytest.mark.parametrize("name", ["", *NAMES])
def test_the_help_fits_80_columns_and_ends_with_examples(name: str) -> None:
    """Also the commands of the examples, so that they can be copied."""
    text = told(*name.split())
    assert [line for line in text.splitlines() if len(line) > 80] == []
    assert HEADING.findall(text)[-1] == "Examples"


@pytest.mark.parametrize("name", NAMES)
def test_no_option_is_without_help_and_a_heading(name: str) -> None:
    """Unless it is hidden: every option is made by `option`, which asks for its group."""
    for param in command(name).params:
        if isinstance(param, click.Option):
            assert isinstance(param, GroupedOption), param.name
            assert param.hidden or param.help, param.name


@pytest.mark.parametrize("name", NAMES)
def test_the_commands_of_examples_are_understood(name: str) -> None:
    """Each is of this command, and every option in it exists."""
    for _, line in command(name).examples:
        words = re.split(r" [>|] ", re.sub(r'^eval "\$\((.*)\)"$', r"\1", line))[0]
        program, *arguments = shlex.split(words)
        asked = name.split()
        assert [program, *arguments[: len(asked)]] == ["privlint", *asked]
        arguments = arguments[len(asked) :]
        with command(name).make_context(
            name, arguments, parent=CONTEXT, resilient_parsing=True
        ) as ctx:
            assert not ctx.args


@pytest.mark.parametrize("name", NAMES)
def test_debug_shows_the_traceback_of_every_command(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever fails advises it, so it has to be understood everywhere."""

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("by design")

    monkeypatch.setattr(command(name), "callback", fails)
    arguments = {
        "trace": ["shop.yaml"], "explain": ["RET001"], "schema": ["register"],
        "new-rule": ["retention", "kept"], "completions": ["bash"],
        "diff": ["a.yaml", "b.yaml"], "export": ["a.yaml", "--to", "ropa"],
        "import": ["shop.json", "--from", "tilt"],
    }.get(name, [])  # fmt: skip
    for debugging in (False, True):
        with pytest.raises(SystemExit) as ended:
            main([*name.split(), *arguments, *(["--debug"] if debugging else [])])
        assert ended.value.code == 5
        assert ("Traceback" in capsys.readouterr().err) is debugging


CRASHING = """\
import sys
from privlint.cli import main
from privlint.rule import Rule
from privlint.running import setting

def crashes(*_):
    raise RuntimeError("by design")

select = setting.select
def broken(*asked):
    chosen = select(*asked)
    rules = tuple(Rule(one.card, one.judges, crashes) for one in chosen.rules)
    return type(chosen)(rules, chosen.beside)

setting.select = broken
main(sys.argv[1:])
"""


@pytest.mark.parametrize("debugging", [False, True])
def test_debug_raises_what_a_rule_raised(tmp_path: Path, debugging: bool) -> None:  # noqa: FBT001
    """Without it the crash is told, and the other rules go on."""
    (tmp_path / "shop.yaml").write_text(SMALL, encoding="utf-8")
    options = ["--debug"] if debugging else []
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", CRASHING, "check", "shop.yaml", "--select", "RET001", *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 5
    assert ("Traceback" in done.stderr) is debugging


HINTS = {**familiar.COMMANDS, **familiar.OPTIONS}


@pytest.mark.parametrize("asked", HINTS)
def test_what_other_linters_call_otherwise_is_told(asked: str, tmp_path: Path) -> None:
    """With a command or an option that is there; and nothing is called here as it is there."""
    assert asked not in every_command()
    is_option = asked.startswith("-")
    done = privlint(tmp_path, *(["check", asked, "x"] if is_option else [asked, "x"]))
    assert done.returncode == 2
    assert f"Error: there is no {'option' if is_option else 'command'} `{asked}`: " in done.stderr
    for words in re.findall(r"`([^`]*)`", HINTS[asked]):
        name = re.match(r"privlint ([a-z -]*[a-z])", words)
        checking = {option for param in command("check").params for option in param.opts}
        options = set(re.findall(r"--[a-z-]+", words)) - checking
        assert not options
        assert name is None or name[1].split(" --")[0] in NAMES


def test_a_misspelt_command_is_told() -> None:
    """As a misspelt option is; what is like nothing is only told not to be there."""
    done = privlint(Path.cwd(), "chekc")
    assert done.stderr.endswith("Error: there is no command `chekc`; did you mean `check`?\n")
    done = privlint(Path.cwd(), "xyzzy")
    assert done.stderr.endswith("Error: there is no command `xyzzy`\n")
