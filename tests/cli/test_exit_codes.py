"""The command from outside: exit codes, bad input, and never a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PLAIN = ROOT / "tests" / "registers" / "plain.yaml"
BAD = "privlint: 1\nshop: {name: Bad, country: NL}\nstatement: {}\n"


def privlint(
    folder: Path, *arguments: str, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder; whatever happens, no traceback is shown."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "privlint", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a good and a bad register in `policies/`."""
    policies = tmp_path / "policies"
    policies.mkdir()
    shutil.copy(PLAIN, policies / "good.yaml")
    (policies / "bad.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def write(folder: Path, name: str, content: bytes) -> str:
    """Write a file, and return its name."""
    (folder / name).write_bytes(content)
    return name


def test_a_clean_register_exits_with_0(folder: Path) -> None:
    """Clean is never called lawful."""
    done = privlint(folder, "check", "policies/good.yaml")
    assert done.returncode == 0, done.stdout
    assert "nothing found, which does not make a statement lawful" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_findings_exit_by_the_gate(folder: Path, fail_on: str, code: int) -> None:
    """`--fail-on` says from which severity on a run fails."""
    assert privlint(folder, "check", "policies/bad.yaml", "--fail-on", fail_on).returncode == code


@pytest.mark.parametrize("fail_on", ["error", "warning", "info"])
def test_a_question_fails_no_build(folder: Path, fail_on: str) -> None:
    """It is for a person to answer, whatever its severity and the gate."""
    asked = ("check", "policies/bad.yaml", "--select", "DPO001", "--fail-on", fail_on)
    done = privlint(folder, *asked)
    assert "DPO001" in done.stdout
    assert done.returncode == 0


def test_without_a_path_the_usual_places_are_checked(folder: Path) -> None:
    """`policies/` and `*.privacy.yaml` are found; with nothing there the exit is 3."""
    write(folder, "shop.privacy.yaml", BAD.encode())
    write(folder, "compose.yaml", b"services: {}\n")
    done = privlint(folder, "check", "--output-format", "concise")
    assert {line.split(":")[0] for line in done.stdout.splitlines()[:-1]} == {
        "policies/bad.yaml",
        "shop.privacy.yaml",
    }
    empty = folder / "empty"
    empty.mkdir()
    assert privlint(empty, "check").returncode == 3


CANNOT_BE_CHECKED = {
    "duplicate": (b"a: 1\nb: 2\na: 3\n", "3:1: INP009 the key `a` stands twice"),
    "syntax": (b"a: [1, 2\n", "INP008 not YAML"),
    "misshapen": (b"privlint: 1\nshop: {name: X, country: UK}\nstatement: {}\n", "2:26: INP016"),
    "unknown-key": (BAD.encode() + b"dpoo: {}\n", "4:1: INP016 `dpoo` is not known"),
    "empty": (b"# nothing\n", "1:1: INP014"),
    "utf-16": ("privlint: 1\n".encode("utf-16"), "1:1: INP006"),
    "control": (b"a: 1\nb: \x07\n", "2:4: INP007"),
    "alias-bomb": (
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9))
            for n in range(8)
        ),
        "INP010",
    ),
    "recursive": (b"a: &a [*a]\n", "1:8: INP011"),
    "deep-flow": (b"[" * 100_000, "1:65: INP012"),
    "deep-block": (b"".join(b" " * n + b"a:\n" for n in range(500)), "65:65: INP012"),
    "tag": (b"a: !!python/object:os.system x\n", "1:4: INP013"),
    "merge-key": (b"a: &a {b: 1}\nc: {<<: *a}\n", "2:5: INP013"),
    "directive": (b"%YAML 1.1\n---\na: 1\n", "1:1: INP013"),
    "documents": (b"a: 1\n---\nb: 2\n", "2:1: INP015"),
    "ambiguous": (b"a: 012\n", "1:4: INP017"),
    "no-name": (b"? [a]\n: 1\n", "INP018"),
    "large": (b"a: " + b"x" * 2_000_000, "1:1: INP005"),
}


@pytest.mark.parametrize("name", CANNOT_BE_CHECKED)
def test_what_cannot_be_checked_is_a_finding_with_a_line_and_exits_with_4(
    folder: Path, name: str
) -> None:
    """It hides no other file: the good one is judged, and the bad one's findings are there."""
    content, expected = CANNOT_BE_CHECKED[name]
    write(folder, "policies/odd.yaml", content)
    done = privlint(folder, "check", "policies", "--output-format", "concise", "--fail-on", "never")
    assert done.returncode == 4
    assert f"policies/odd.yaml:{expected}" in done.stdout or expected in done.stdout
    assert "policies/bad.yaml:1:1: DPO001" in done.stdout
    assert "2 registers checked" in done.stdout


def test_paths_that_are_no_files_exit_with_4(folder: Path) -> None:
    """A missing file, a folder without registers and a pipe are told apart."""
    (folder / "empty").mkdir()
    paths = ["nowhere.yaml", "empty"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.yaml")
        paths.append("pipe.yaml")
    done = privlint(folder, "check", *paths, "--output-format", "concise")
    assert done.returncode == 4
    codes = [line.split(": ")[1].split()[0] for line in done.stdout.splitlines()[:-1]]
    assert codes == ["INP001", "INP003", "INP004"][: len(paths)]


def test_standard_input_is_a_register(folder: Path) -> None:
    """`-` reads it, and `--stdin-filename` names it."""
    done = privlint(
        folder, "check", "-", "--stdin-filename", "shop.yaml", "--output-format", "concise",
        stdin=BAD,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.startswith("shop.yaml:1:1: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "REX001"], "did you mean `RET001`?"),
        (["--select", "retention-mising"], "did you mean `retention-missing`?"),
        (["--as-of", "yesterday"], "write YYYY-MM-DD"),
        (["--as-of", "2018-05-24"], "2018-05-25, the day from which the GDPR applies"),
        (["--output-format", "xml"], "'full', 'concise', 'json'"),
        (["--statement", "nowhere"], "nowhere"),
    ],
)
def test_a_wrong_option_exits_with_2(folder: Path, arguments: list[str], message: str) -> None:
    """The message says what is allowed."""
    done = privlint(folder, "check", "policies", *arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())


def test_selection_leaves_what_is_named(folder: Path) -> None:
    """Codes, prefixes, names and families; the closer one wins."""
    select = ["--select", "DPO,retention", "--ignore", "dpo-statement-missing"]
    done = privlint(folder, "check", "policies/bad.yaml", *select, "--output-format", "concise")
    codes = {line.split(": ")[1].split()[0] for line in done.stdout.splitlines()[:-1]}
    assert "DPO001" not in codes
    assert codes <= {"DPO002", "DPO003"} | {f"RET{n:03}" for n in range(1, 20)}


def test_a_text_cannot_command_the_terminal(folder: Path) -> None:
    """Escape sequences and bidirectional overrides are shown as what they are."""
    register = BAD + 'recipients: {x: {name: "\\e[31mred\\u202e", vendor: nobody}}\n'
    write(folder, "odd.yaml", register.encode())
    for output_format in ("full", "concise"):
        done = privlint(folder, "check", "odd.yaml", "--output-format", output_format)
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout


def test_colour_is_for_terminals_and_for_who_asks(folder: Path) -> None:
    """A pipe gets none; `--color always` gives it."""
    assert "\x1b[" not in privlint(folder, "check", "policies").stdout
    assert "\x1b[" in privlint(folder, "check", "policies", "--color", "always").stdout
