"""`privlint check` from outside, where `test_exit_codes` leaves off."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from privlint.schema.store import schema

from ..conftest import ROOT, SMALL, privlint

PLAIN = (ROOT / "tests" / "registers" / "plain.yaml").read_bytes()

# Runs the command with two rules: one that works, and one that does not.
BROKEN = """\
import sys
from privlint import catalogue
from privlint.cli import main
from privlint.register import Register
from privlint.rule import Rule

sound = catalogue.select(["RIG014"]).rules[0]

def falls(register, facts):
    raise LookupError("by design")

broken = Rule(sound.card.replace(code="TST001", name="falls"), Register, falls)
catalogue.catalogue = lambda: (sound, broken)
main(sys.argv[1:])
"""


def broken(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command with a rule that fails."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", BROKEN, "check", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a register that says nothing, a clean one and a bad one."""
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "clean.yaml").write_bytes(PLAIN)
    (tmp_path / "bad.yaml").write_text("a: [1\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("output_format", ["full", "concise"])
def test_a_rule_that_fails_exits_with_5_and_is_named(folder: Path, output_format: str) -> None:
    """On each file, and what the other rules find is told all the same; there is no traceback."""
    done = broken(folder, "small.yaml", "clean.yaml", "--output-format", output_format)
    assert done.returncode == 5
    assert done.stdout.count("failed: rule TST001 (falls): LookupError: by design") == 2
    assert "small.yaml" in done.stdout
    assert "clean.yaml" in done.stdout
    assert "RIG014" in done.stdout
    assert "1 rule failed" in done.stdout
    assert done.stderr == ""


def test_a_failure_is_graver_than_an_input_that_cannot_be_checked(folder: Path) -> None:
    """5 wins over 4 and 4 over 1, and no gate hides either."""
    assert broken(folder, "small.yaml", "bad.yaml", "--fail-on", "never").returncode == 5
    assert broken(folder, "bad.yaml", "--fail-on", "never").returncode == 4
    found = ["small.yaml", "--select", "RIG014"]
    assert broken(folder, *found).returncode == 1
    assert broken(folder, *found, "bad.yaml").returncode == 4


def test_debug_shows_where_a_rule_failed(folder: Path) -> None:
    """Only then is there a traceback."""
    done = broken(folder, "small.yaml", "--debug")
    assert done.returncode == 5
    assert "Traceback" in done.stderr
    assert "LookupError: by design" in done.stderr


def test_the_json_of_a_mixed_run_is_valid(folder: Path) -> None:
    """Missing, malformed, good and bad files, and a rule that fails, in one report."""
    (folder / "empty").mkdir()
    paths = ["small.yaml", "nowhere.yaml", "bad.yaml", "empty", "clean.yaml"]
    done = broken(folder, *paths, "--output-format", "json", "--as-of", "2026-11-22")
    data = json.loads(done.stdout)
    validator = Draft202012Validator(schema("report"), format_checker=FormatChecker())
    validator.validate(data)
    assert [asked["path"] for asked in data["inputs"]] == paths
    assert [asked["status"] for asked in data["inputs"]] == [
        *("checked", "unchecked", "unchecked", "unchecked", "checked"),
    ]
    assert {failure["path"] for failure in data["failures"]} == {"small.yaml", "clean.yaml"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_exits_with_4(folder: Path) -> None:
    """With the reason that the system gives."""
    (folder / "small.yaml").chmod(0)
    done = privlint(folder, "check", "small.yaml", "clean.yaml", "--output-format", "concise")
    assert done.returncode == 4
    assert "small.yaml:1:1: INP002 it cannot be read: permission denied" in done.stdout


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('"a\\u0000b"', "a\\u0000b is no path to a file"),
        ("loop", "loop is no path to a file"),
        (".", ". cannot be read: it is a folder"),
        ("..", ".. does not lie beside the register, or below its folder"),
        ("x.txt", "x.txt cannot be read: there is no such file or folder"),
    ],
)
def test_a_text_that_is_no_file_is_told_and_nothing_fails(
    folder: Path, text: str, says: str
) -> None:
    """What a register names as its text was written by somebody else."""
    (folder / "loop").symlink_to(folder / "loop")
    register = SMALL.replace("language: nl", f"text: {text}")
    (folder / "text.yaml").write_text(register, encoding="utf-8")
    done = privlint(folder, "check", "text.yaml", "--output-format", "concise", "--select", "TRC")
    assert done.returncode == 4
    assert f"text.yaml:3:19: TRC008 {says}\n" in done.stdout


@pytest.mark.parametrize(
    ("source", "says"),
    [(b"", "INP014"), (b"\xff\xfe", "INP006"), (b"a: 1\na: 2\n", "INP009")],
)
def test_standard_input_can_be_wrong_too(tmp_path: Path, source: bytes, says: str) -> None:
    """It is judged like a file."""
    done = privlint(tmp_path, "check", "-", "--output-format", "concise", stdin=source)
    assert done.returncode == 4
    assert f": {says} " in done.stdout
    assert done.stdout.startswith("<stdin>:")


@pytest.mark.parametrize("day", ["20260101", "2026-W01-1", "2026-1-1", "", "2026-02-30"])
def test_a_day_is_written_in_one_way(folder: Path, day: str) -> None:
    """What Python would take for a day as well is not guessed at."""
    done = privlint(folder, "check", "small.yaml", "--as-of", day)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Invalid value for '--as-of'" in done.stderr
    assert "write " in done.stderr


@pytest.mark.parametrize(
    ("date", "as_of", "says"),
    [
        ("2021-10-18", "statement", "as of 2021-10-18;"),
        ("2021-10-18", "2022-01-01", "as of 2022-01-01;"),
        ("0001-01-01", "statement", "as of 2018-05-25;"),
        ("2018-05-24", "statement", "as of 2018-05-25;"),
    ],
)
def test_the_day_of_judgement_is_told(folder: Path, date: str, as_of: str, says: str) -> None:
    """A statement from before the GDPR is judged by its first day, and not found clean unasked."""
    dated = SMALL.replace("language: nl", f'date: "{date}"')
    (folder / "dated.yaml").write_text(dated, encoding="utf-8")
    done = privlint(folder, "check", "dated.yaml", "--as-of", as_of, "--output-format", "concise")
    assert done.returncode == 1
    assert says in done.stdout


def test_a_register_of_year_0_is_misshapen(folder: Path) -> None:
    """A day that only one of two validators knows does not make anything fail."""
    dated = SMALL.replace("language: nl", 'date: "0000-01-01"')
    (folder / "dated.yaml").write_text(dated, encoding="utf-8")
    done = privlint(folder, "check", "dated.yaml", "--output-format", "concise")
    assert done.returncode == 4
    assert "INP016 `0000-01-01` is no day of the calendar" in done.stdout


def test_the_bytes_do_not_depend_on_the_locale(folder: Path) -> None:
    """Nor on what Python is told of its output."""
    (folder / "wide.yaml").write_text(SMALL + "één: ☃\n", encoding="utf-8")
    plain = privlint(folder, "check", "wide.yaml").stdout
    assert "`één` is not known" in plain
    for env in (
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ):
        assert privlint(folder, "check", "wide.yaml", env=env).stdout == plain


def test_a_name_with_line_breaks_and_escapes_cannot_command_the_terminal(tmp_path: Path) -> None:
    """File names are written by others, too."""
    name = "a\n\x1b[31mb.yaml"
    try:
        (tmp_path / name).write_text(SMALL, encoding="utf-8")
    except OSError:
        pytest.skip("the system allows no such name")
    done = privlint(tmp_path, "check", name, "--output-format", "concise", "--select", "DPO001")
    assert done.stdout.startswith("a\\u000a\\u001b[31mb.yaml:1:1: DPO001 ")


@pytest.mark.parametrize("option", ["--max-file-size=10", "--max-nodes=3", "--max-depth=1"])
def test_the_limits_can_be_lowered(folder: Path, option: str) -> None:
    """For whoever checks what strangers send."""
    assert privlint(folder, "check", "small.yaml", option).returncode == 4


def test_nothing_is_written_beside_what_was_asked_for(folder: Path) -> None:
    """A run leaves no file behind."""
    before = sorted(path.name for path in folder.rglob("*"))
    privlint(folder, "check", "small.yaml", "clean.yaml")
    assert sorted(path.name for path in folder.rglob("*")) == before
