"""How fast privlint is, as ratios from one run: `python benchmarks/speed.py`.

CPU time of child processes, user and system, medians of interleaved runs. Milliseconds depend on
the machine; the ratios are what is promised.
"""

from __future__ import annotations

import compileall
import os
import resource
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

import corpus

from privlint.catalogue import catalogue
from privlint.judging import judge
from privlint.knowledge.facts import Knowledge
from privlint.register.build import build
from privlint.source.reader import read
from privlint.terms import today

ROOT = Path(__file__).parents[1]
PRIVLINT = str(Path(sysconfig.get_path("scripts")) / "privlint")
RUNS = 15
MANY = 1_000
MOST_TIMES_PYTHON = 12
MOST_MILLISECONDS_EACH = 8

MOST_MILLISECONDS_JUDGING = 1
JUDGED = 100

LINE = "import privlint.cli.check"
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import click, yaml, jsonschema_rs": [sys.executable, "-c", "import click,yaml,jsonschema_rs"],
    "import all but the rules": [sys.executable, "-c", LINE],
    "import the rules as well": [
        sys.executable,
        "-c",
        f"{LINE}; from privlint.catalogue import catalogue; catalogue()",
    ],
    "check one small register": [PRIVLINT, "check", "tests/registers/plain.yaml"],
    "check one shop": [PRIVLINT, "check", "policies/kleine-toppers.yaml"],
}


def cpu_seconds(command: list[str]) -> float:
    """Run a command, and return the CPU time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def start_up() -> None:
    """Print what one whole command costs, in multiples of an interpreter that does nothing."""
    runs: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            runs[name].append(cpu_seconds(command))
    unit = statistics.median(runs["python -c pass"])
    print(f"{'whole command, CPU':<44}{'ms':>8}{'times python -c pass':>24}")  # noqa: T201
    for name, seconds in runs.items():
        median = statistics.median(seconds)
        print(f"{name:<44}{median * 1e3:>8.1f}{median / unit:>24.1f}")  # noqa: T201
    print(f"at most {MOST_TIMES_PYTHON} is promised for one register")  # noqa: T201


def judging() -> None:
    """Print what it costs to ask all rules of one register that is built already."""
    rules, facts = catalogue(), Knowledge.load().as_of(today())
    with tempfile.TemporaryDirectory() as name:
        documents = [read(path.read_bytes()) for path in corpus.write(Path(name), JUDGED)]
    lines = sum(document.text.count("\n") for document in documents) / JUDGED
    runs = []
    for _ in range(5):
        registers = [build(document.data, document.written) for document in documents]
        before = time.process_time()
        for register in registers:
            judge(register, facts, rules)
        runs.append((time.process_time() - before) / JUDGED * 1e3)
    each = statistics.median(runs)
    print(f"\n{len(rules)} rules over one built register of {lines:.0f} lines: {each:.2f} ms CPU")  # noqa: T201
    print(f"at most {MOST_MILLISECONDS_JUDGING} is promised")  # noqa: T201


def throughput() -> None:
    """Print what each of many registers costs once the command runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = corpus.write(folder, MANY)
        size = sum(path.stat().st_size for path in paths) / len(paths)
        lines = sum(path.read_text(encoding="utf-8").count("\n") for path in paths) / len(paths)
        check = [PRIVLINT, "check", name, "--output-format", "concise"]
        many = statistics.median(cpu_seconds(check) for _ in range(3))
        for path in paths[1:]:
            path.unlink()
        one = statistics.median(cpu_seconds(check) for _ in range(5))
    each = (many - one) / (MANY - 1) * 1e3
    print(f"\n{MANY:,} registers of {lines:.0f} lines and {size / 1e3:.1f} KB on the average:")  # noqa: T201
    print(f"{each:.2f} ms CPU each, all findings placed and printed")  # noqa: T201
    print(f"at most {MOST_MILLISECONDS_EACH} is promised")  # noqa: T201


if __name__ == "__main__":
    os.environ.pop("PYTHONPATH", None)
    # pip compiles what it installs; a checkout is compiled here, or every run would do it again.
    compileall.compile_dir(ROOT / "src", quiet=1)
    start_up()
    judging()
    throughput()
