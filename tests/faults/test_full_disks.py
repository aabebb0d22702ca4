"""No room while a report, a baseline or a cache is written: what was there stays, nothing else."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import SMALL
from .trouble import COUNT

_ROOM = 2_000


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, _ROOM))


def _run(folder: Path, *arguments: str, limited: bool = True) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-B", "-m", "privlint", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_limited if limited else None,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of registers in which something is found."""
    (tmp_path / "policies").mkdir()
    for number in range(COUNT):
        (tmp_path / "policies" / f"{number:03}.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_a_report_that_does_not_fit_leaves_the_last_one(folder: Path) -> None:
    """Exit 2, with the name of the file; nothing lies beside it."""
    (folder / "out").mkdir()
    report = folder / "out" / "report.json"
    report.write_text("before", encoding="utf-8")
    code, told = _run(folder, "check", "--no-cache", "--output-format", "json=out/report.json")
    assert (code, "out/report.json cannot be written: File too large" in told) == (2, True)
    assert report.read_text(encoding="utf-8") == "before"
    assert list((folder / "out").iterdir()) == [report]


def test_a_baseline_that_does_not_fit_leaves_none(folder: Path) -> None:
    """Half a baseline would accept half of what it should."""
    code, told = _run(folder, "baseline", "create", "--no-cache")
    assert (code, "privlint-baseline.json cannot be written" in told) == (2, True)
    assert [path.name for path in folder.iterdir()] == ["policies"]


def test_a_cache_that_does_not_fit_fails_no_run(folder: Path) -> None:
    """It is told to who named the folder; the exit code is that of the registers."""
    code, told = _run(folder, "check", "--cache-dir", "kept", "-q", "--output-format", "concise")
    assert code == 1
    assert "nothing is remembered for the next run: [Errno 27] File too large" in told
    assert not list((folder / "kept").glob("*privlint*"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 64 KB, where that is allowed."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("this user may not mount a small disk; the limit on files is tested above")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)  # noqa: S603, S607


def test_a_disk_that_is_full_keeps_what_it_held(folder: Path, small_disk: Path) -> None:
    """The same, on a disk with no room left."""
    report = small_disk / "report.json"
    report.write_text("before", encoding="utf-8")
    code, told = _run(
        folder,
        *("check", "--cache-dir", str(small_disk / "kept"), "--output-format", f"json={report}"),
        limited=False,
    )
    assert (code, "No space left on device" in told) == (2, True)
    assert report.read_text(encoding="utf-8") == "before"
    assert not list(small_disk.rglob(".privlint*"))
