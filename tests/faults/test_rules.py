"""A rule that raises, loops, or takes its process with it: it is told, and the others are checked.

Also when many registers are divided among processes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .trouble import COUNT, begun, checked, registers

JOBS = pytest.mark.parametrize("jobs", ["1", "2"])
BAD = "policies/050.yaml"


def _of_others(lines: list[str]) -> int:
    return sum("TRB001 trouble of none" in line for line in lines)


@JOBS
def test_a_rule_that_raises_is_told_with_its_file(tmp_path: Path, jobs: str) -> None:
    """Exit 5; every other register is checked by it."""
    code, lines, _ = checked(registers(tmp_path, "raises"), "-j", jobs)
    assert code == 5
    assert f"{BAD}: failed: rule TRB001 (trouble-made): KeyError: 'no such thing'" in lines
    assert _of_others(lines) == COUNT - 1


@JOBS
def test_a_rule_that_loops_has_failed_when_its_time_is_over(tmp_path: Path, jobs: str) -> None:
    """The rest goes on, and nothing hangs."""
    code, lines, _ = checked(registers(tmp_path, "loops"), "-j", jobs, "--max-seconds", "0.5")
    assert code == 5
    assert f"{BAD}: failed: rule TRB001 (trouble-made): TooLongError: it took longer" in str(lines)
    assert _of_others(lines) == COUNT - 1


def test_a_rule_that_loops_on_the_only_register_ends(tmp_path: Path) -> None:
    """The time limit does not need many registers."""
    code, lines, _ = checked(registers(tmp_path, "loops"), BAD, "--max-seconds", "0.5")
    assert code == 5
    assert "it took longer than 0.5 seconds" in lines[0]


def test_where_a_process_is_killed_twice_its_file_is_not_checked(tmp_path: Path) -> None:
    """As when memory runs out: that file is a finding and exit 4, the others are reported."""
    code, lines, _ = checked(registers(tmp_path, "dies", "none", "dies"), "-j", "2")
    assert code == 4
    told = [line for line in lines if "INP020" in line]
    assert [line.partition(":")[0] for line in told] == [BAD, "policies/052.yaml"]
    assert "the process that checked it was killed" in told[0]
    assert _of_others(lines) == COUNT - 2


def test_where_a_process_is_killed_once_nothing_is_lost(tmp_path: Path) -> None:
    """Its file is checked again by another one."""
    project = registers(tmp_path, "dies once")
    code, lines, _ = checked(project, "-j", "2")
    assert (project / "died").exists()
    assert sum("TRB001" in line for line in lines) == COUNT
    assert code == 0


def test_a_rule_that_failed_is_asked_again_the_next_time(tmp_path: Path) -> None:
    """What may not last is not remembered, and what is remembered keeps its place."""
    project = registers(tmp_path, "raises")
    first = checked(project, "-j", "2")
    assert checked(project, "-j", "2") == first
    shutil.rmtree(tmp_path / "cache")
    assert checked(project, "-j", "1", "--no-cache") == first


def test_debug_tells_where_in_another_process_a_rule_failed(tmp_path: Path) -> None:
    """The traceback crosses with the error."""
    process = begun(registers(tmp_path, "raises"), "-j", "2", "--debug")
    _, told = process.communicate(timeout=120)
    assert process.returncode == 5
    assert "in trouble_made" in told


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_rule_that_loops_does_not_keep_others_from_being_mended(
    tmp_path: Path, option: str
) -> None:
    """The time limit of a file holds for all the times that it is checked while it is mended."""
    process = begun(registers(tmp_path, "loops"), option, "--max-seconds", "0.5")
    output, told = process.communicate(timeout=120)
    assert process.returncode == 5
    assert "TRB001" in output + told
