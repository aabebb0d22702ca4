"""Run the command on something hostile, and measure what it costs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from privlint.escaping import printable

from ..conftest import SPOKEN_TO

SECONDS = 0.5
"""CPU of a refusal at the most, the start of the command included, on a machine of our speed."""

MEGABYTES = 200
_TIMES = 5
"""How often it is tried: the first time Python compiles, and a machine may be busy once."""
_WORK = 0.029
"""CPU seconds of the work by which a machine is measured, where half a second is promised."""
_LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<code>[A-Z]{3}\d{3}) (.*)")
_MEASURING = """
import os, sys, time
def work():
    start = time.process_time()
    [str(number) for number in range(200_000)]
    return time.process_time() - start
before = work()
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(child, 0)
with open(sys.argv[1], "w") as measured:
    code = os.waitstatus_to_exitcode(status)
    print(code, used.ru_utime + used.ru_stime, used.ru_maxrss, (before + work()) / 2, file=measured)
"""
"""Stands between, since a process is born with the peak of the memory of who starts it; and does
some work of its own, to know how fast the machine is in this moment."""
_COMPILED = tempfile.TemporaryDirectory()
"""What Python compiled: an installed command is compiled, whatever the tests are told."""
EXIT_CODES = {0, 1, 2, 3, 4, 5, 130}


class Told(NamedTuple):
    """A line of the format `concise`."""

    path: str
    place: str
    code: str
    message: str


class Outcome(NamedTuple):
    """What came of a run, and what it cost."""

    code: int
    output: str
    errors: str
    seconds: float
    megabytes: float

    @property
    def told(self) -> list[Told]:
        """The findings of the format `concise`."""
        found = (_LINE.fullmatch(line) for line in self.output.splitlines())
        return [Told(m[1], f"{m[2]}:{m[3]}", m[4], m[5]) for m in found if m is not None]

    @property
    def codes(self) -> set[str]:
        """The codes of the findings."""
        return {one.code for one in self.told}


def attack(
    folder: Path,
    *arguments: str | bytes,
    output_format: str = "concise",
    seconds: float = SECONDS,
    megabytes: float = MEGABYTES,
) -> Outcome:
    """Check in a folder; whatever happens it is cheap, without a traceback, and safe to print."""
    for left in reversed(range(_TIMES)):
        done = _once(folder, output_format, arguments)
        assert_tame(done)
        if not left or (done.seconds < seconds and done.megabytes < megabytes):
            break
    assert done.seconds < seconds, done.seconds
    assert done.megabytes < megabytes, done.megabytes
    return done


def _once(folder: Path, output_format: str, arguments: tuple[str | bytes, ...]) -> Outcome:
    """Run the command; its seconds are those of a machine of our speed, or fewer."""
    silent = {name: value for name, value in os.environ.items() if name not in SPOKEN_TO}
    silent.pop("PYTHONDONTWRITEBYTECODE", None)
    silent["PYTHONPYCACHEPREFIX"] = _COMPILED.name
    command = [sys.executable, "-m", "privlint", "check", f"--output-format={output_format}"]
    with tempfile.NamedTemporaryFile() as measured:
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-ISc", _MEASURING, measured.name, *command, *arguments],
            cwd=folder,
            env=silent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        code, used, most, work = measured.read().split()
    memory = float(most) / (1024 if sys.platform != "darwin" else 1024 * 1024)
    slowness = max(1, float(work) / _WORK)
    return Outcome(
        int(code), run.stdout.decode(), run.stderr.decode(), float(used) / slowness, memory
    )


def assert_tame(done: Outcome) -> None:
    """Assert that a person was told something, and that a terminal was commanded nothing."""
    assert done.code in EXIT_CODES
    for text in (done.output, done.errors):
        assert "Traceback" not in text
        assert "this is its own fault" not in text
        assert all(printable(line) == line for line in text.split("\n"))
