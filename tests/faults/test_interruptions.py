"""SIGINT and SIGTERM in the middle of many registers: nothing half-written, no process left."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .trouble import COUNT, begun, registers

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such signals")


def _asleep(process: subprocess.Popen[str], project: Path) -> None:
    """Wait until a register is being checked."""
    end = time.monotonic() + 60
    while not (project / "asleep").exists():
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)


def _is_anybody_left(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """Have Ctrl-C heard by what is started: in the background of a shell nothing hears it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_ended_leaves_nothing(
    tmp_path: Path, number: signal.Signals, code: int, jobs: str
) -> None:
    """No report, no cache, no process; a report that was there stays as it was."""
    project = registers(tmp_path, *["sleeps"] * (COUNT // 2))
    (project / "report.json").write_text("before", encoding="utf-8")
    process = begun(project, "-j", jobs, "--output-format", "json=report.json")
    _asleep(process, project)
    process.send_signal(number)
    output, told = process.communicate(timeout=30)
    assert process.returncode == code
    assert (output, told.strip()) == ("", "")
    assert not _is_anybody_left(process.pid)
    assert (project / "report.json").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in project.iterdir()) == [
        "asleep",
        "policies",
        "privlint.toml",
        "report.json",
    ]
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_report_that_is_half_written_is_taken_away(
    tmp_path: Path, number: signal.Signals
) -> None:
    """Of a few registers as of many: the one that was there stays, and nothing lies beside it."""
    project = registers(tmp_path, "sleeps")
    (project / "report.json").write_text("before", encoding="utf-8")
    process = begun(project, "policies/050.yaml", "--output-format", "json=report.json")
    _asleep(process, project)
    process.send_signal(number)
    assert "".join(process.communicate(timeout=30)).strip() == ""
    assert process.returncode == (130 if number is signal.SIGINT else 143)
    assert (project / "report.json").read_text(encoding="utf-8") == "before"
    assert not list(project.glob(".privlint-*"))


def test_ctrl_c_reaches_all_processes_and_ends_them_once(tmp_path: Path) -> None:
    """A terminal sends it to the whole group; the processes that check leave it to the first."""
    process = begun(registers(tmp_path, *["sleeps"] * 20), "-j", "2")
    _asleep(process, tmp_path / "project")
    os.killpg(process.pid, signal.SIGINT)
    assert "".join(process.communicate(timeout=30)).strip() == ""
    assert process.returncode == 130
    assert not _is_anybody_left(process.pid)


def test_processes_do_not_outlive_the_one_that_asks(tmp_path: Path) -> None:
    """Not even where it is killed and can end nobody."""
    process = begun(registers(tmp_path, *["sleeps"] * 20), "-j", "2")
    _asleep(process, tmp_path / "project")
    process.kill()
    process.communicate(timeout=30)
    end = time.monotonic() + 30
    while _is_anybody_left(process.pid):
        assert time.monotonic() < end
        time.sleep(0.05)
