"""Measure commands beside each other: CPU and wall of child processes, medians; and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Cost(NamedTuple):
    """What a command cost."""

    cpu: float
    """Seconds, of user and system."""
    wall: float
    """Seconds."""


def once(command: Sequence[str], folder: Path = ROOT) -> Cost:
    """Run a command in a folder, and return what it cost."""
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    return Cost(used.ru_utime + used.ru_stime, wall)


_SMALL = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
print(os.wait4(process, 0)[2].ru_maxrss)
"""
"""Linux counts what a process was before it became another: who starts it has to be small."""


def peak(command: Sequence[str]) -> float:
    """Run a command, and return the megabytes that its largest process took at the peak."""
    told = subprocess.check_output(  # noqa: S603
        [sys.executable, "-c", _SMALL, *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    return int(told) / 1e3


def beside(
    commands: Mapping[str, Sequence[str]], runs: int, folder: Path = ROOT
) -> dict[str, Cost]:
    """Run commands in turn, so that what disturbs one disturbs all; return their medians."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(once(command, folder))
    return {
        name: Cost(*(statistics.median(part) for part in zip(*costs, strict=True)))
        for name, costs in found.items()
    }


def table(title: str, costs: Mapping[str, Cost], unit: str) -> None:
    """Print costs, as multiples of what one of them cost."""
    print(f"\n{title:<46}{'CPU ms':>10}{'wall ms':>10}{'CPU':>8}{'wall':>8}  times {unit}")  # noqa: T201
    base = costs[unit]
    for name, cost in costs.items():
        times = f"{cost.cpu / base.cpu:>8.2f}{cost.wall / base.wall:>8.2f}"
        print(f"{name:<46}{cost.cpu * 1e3:>10.1f}{cost.wall * 1e3:>10.1f}{times}")  # noqa: T201
