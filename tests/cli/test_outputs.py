"""Where reports go: one run feeds several, and nothing is left half-written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from junitparser import JUnitXml

from privlint.reporters import REPORTERS

from ..conftest import SMALL, privlint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a register that says nothing."""
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_one_run_feeds_several(folder: Path) -> None:
    """The terminal and files; nothing else is left behind."""
    files = ("json=a.json", "junit=b.xml", "sarif=c.sarif", "gitlab=d.json", "jsonl=e.jsonl")
    options = [f"--output-format={name}" for name in ("concise", *files)]
    done = privlint(folder, "check", "small.yaml", *options)
    assert done.returncode == 1
    assert done.stdout.startswith("small.yaml:")
    for name in ("a.json", "c.sarif", "d.json"):
        assert json.loads((folder / name).read_text(encoding="utf-8"))
    assert len(JUnitXml.fromfile(str(folder / "b.xml"))) == 1
    assert len(list(folder.iterdir())) == 6


@pytest.mark.parametrize(
    "options",
    [
        ("full", "json"),
        ("json=",),
        ("json=small.yaml",),
        ("json=x", "sarif=x"),
        ("json=nowhere/x",),
        ("json=.",),
        ("json=/dev/full",),
    ],
)
def test_what_cannot_be_written_exits_with_2(folder: Path, options: tuple[str, ...]) -> None:
    """And no register is written over."""
    done = privlint(folder, "check", "small.yaml", *(f"--output-format={one}" for one in options))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (folder / "small.yaml").read_text(encoding="utf-8") == SMALL


FULL = Path("/dev/full")
NO_ROOM = (2, "Error: standard output cannot be written: No space left on device\n")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("name", REPORTERS)
def test_a_standard_output_that_is_full_exits_with_2(folder: Path, name: str) -> None:
    """Whatever the format; the message says what could not be written, and why."""
    done = full(folder, "check", "small.yaml", "--output-format", name)
    assert (done.returncode, done.stderr.decode()) == NO_ROOM


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "asked",
    [
        "--help",
        "--version",
        "check --help",
        "check --diff misspelt.yaml",
        "completions bash",
        "config show small.yaml",
        "explain RET001",
        "init new.yaml",
        "rules",
        "rules --output-format json",
        "schema register",
        "suppressions small.yaml",
        "trace traced.yaml --statement small.txt",
    ],
)
def test_every_command_tells_that_its_output_is_full(folder: Path, asked: str) -> None:
    """As `check` does, and without a word of a fault of its own."""
    (folder / "misspelt.yaml").write_text(f"{SMALL}rihgts: {{}}\n", encoding="utf-8")
    (folder / "small.txt").write_text("Privacy", encoding="utf-8")
    (folder / "traced.yaml").write_text(SMALL, encoding="utf-8")
    done = full(folder, *asked.split())
    told = done.stderr.decode()
    assert (done.returncode, told[told.find("Error") :]) == NO_ROOM


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_file_is_written_although_standard_output_is_full(folder: Path) -> None:
    """What can be written is, and is whole."""
    formats = ("--output-format", "full", "--output-format", "json=a.json")
    done = full(folder, "check", "small.yaml", *formats)
    assert done.returncode == 2
    assert json.loads((folder / "a.json").read_text(encoding="utf-8"))["findings"]


def full(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run with a standard output on which there is no room."""
    with FULL.open("wb") as nowhere:
        return subprocess.run(  # noqa: S603
            [sys.executable, "-m", "privlint", *arguments],
            cwd=folder, stdout=nowhere, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip


@pytest.mark.parametrize("name", REPORTERS)
def test_a_folder_that_is_not_there_exits_with_2(folder: Path, name: str) -> None:
    """With the path, and without making the folder."""
    done = privlint(folder, "check", "small.yaml", f"--output-format={name}=nowhere/x.out")
    assert done.returncode == 2
    assert done.stderr == "Error: nowhere/x.out cannot be written: No such file or directory\n"
    assert [path.name for path in folder.iterdir()] == ["small.yaml"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to this user"
)
def test_a_folder_that_is_read_only_exits_with_2(folder: Path) -> None:
    """What was there before is still there, and whole."""
    closed = folder / "closed"
    closed.mkdir()
    (closed / "x.json").write_text("before", encoding="utf-8")
    closed.chmod(0o500)
    done = privlint(folder, "check", "small.yaml", "--output-format=json=closed/x.json")
    closed.chmod(0o700)
    assert done.returncode == 2
    assert "closed/x.json cannot be written: Permission denied" in done.stderr
    assert (closed / "x.json").read_text(encoding="utf-8") == "before"


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a disk of a few kilobytes, where the tests may."""
    disk = folder / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if not sys.platform.startswith("linux") or mount is None or unmount is None:
        pytest.skip("a small disk is mounted on Linux only")
    command = [mount, "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("this user may not mount a small disk")
    yield disk
    subprocess.run([unmount, str(disk)], check=True)  # noqa: S603


@pytest.mark.parametrize("name", ["json", "sarif", "html"])
def test_a_disk_that_is_full_leaves_what_was_there(
    folder: Path, small_disk: Path, name: str
) -> None:
    """The report of before is kept whole: half of a report would look like a good one."""
    target = small_disk / "report"
    target.write_text("before", encoding="utf-8")
    done = privlint(folder, "check", "small.yaml", f"--output-format={name}=disk/report")
    assert done.returncode == 2
    assert done.stderr == "Error: disk/report cannot be written: No space left on device\n"
    assert target.read_text(encoding="utf-8") == "before"
    assert [path.name for path in small_disk.iterdir()] == ["report"]


@pytest.mark.skipif(os.name == "nt", reason="this system has no such pipes")
@pytest.mark.parametrize("name", REPORTERS)
def test_a_reader_that_goes_away_is_no_error(folder: Path, name: str) -> None:
    """`privlint check | head` says nothing of it."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "privlint", "check", "small.yaml", "--output-format", name],
            cwd=folder, stdout=gone, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.stderr == b""


def test_each_format_goes_into_its_file_at_once(folder: Path) -> None:
    """All of them in one run; none is empty, and nothing else is left."""
    options = [f"--output-format={name}={name}.out" for name in REPORTERS]
    done = privlint(folder, "check", "small.yaml", *options)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert {path.name for path in folder.iterdir()} == {
        "small.yaml",
        *(f"{name}.out" for name in REPORTERS),
    }
    assert all((folder / f"{name}.out").stat().st_size for name in REPORTERS)


def test_the_summary_of_a_step_is_appended(folder: Path) -> None:
    """Where annotations are asked for and GitHub names a file."""
    summary = folder / "summary"
    summary.write_text("before\n", encoding="utf-8")
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    privlint(folder, "check", "small.yaml", "--output-format", "github", env=env)
    assert summary.read_text(encoding="utf-8").startswith("before\n## privlint\n")
