"""How fast privlint is, as ratios from one run: `python benchmarks/speed.py [--peers [FOLDER]]`.

CPU and wall of whole commands, medians of runs that take turns. Milliseconds depend on the
machine; the ratios are what is promised. With `--peers`, other tools are fetched from PyPI and npm
into FOLDER, and measured beside it.
"""

from __future__ import annotations

import argparse
import compileall
import statistics
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

import corpus
import peers
from timing import ROOT, beside, once, peak, table

from privlint.catalogue import catalogue
from privlint.judging import judge
from privlint.knowledge.facts import Knowledge
from privlint.register.build import build
from privlint.source.reader import read
from privlint.terms import today

PRIVLINT = str(Path(sysconfig.get_path("scripts")) / "privlint")
RUNS = 21
JUDGED, MANY, MOST = 100, 1_000, 10_000
NOTHING = "python -c pass"
EVENTS = "the event stream alone"


def start_up() -> None:
    """Print what one whole command costs, in multiples of an interpreter that does nothing."""
    commands = {
        NOTHING: [sys.executable, "-c", "pass"],
        "import click, yaml, jsonschema_rs": [
            sys.executable,
            "-c",
            "import click,yaml,jsonschema_rs",
        ],
        "check one small register": [PRIVLINT, "check", "tests/registers/plain.yaml"],
        "check one shop": [PRIVLINT, "check", "policies/kleine-toppers.yaml"],
    }
    table("one register, whole command", beside(commands, RUNS), NOTHING)
    print("promised: one small register at most 10 times the CPU")  # noqa: T201


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
    print("promised: at most 1 ms")  # noqa: T201


def throughput() -> None:
    """Print what many registers cost beside the event stream of the same bytes."""
    with tempfile.TemporaryDirectory() as name:
        corpus.write(Path(name), MANY)
        commands = {
            EVENTS: [sys.executable, "benchmarks/events.py", name],
            "check, all findings placed and printed": _check(name),
        }
        table(f"{MANY:,} registers, whole command", beside(commands, 5), EVENTS)
    print("promised: at most 2.2 times the time")  # noqa: T201


def growth() -> None:
    """Print how time and memory grow from a hundred registers to ten thousand."""
    print(f"\n{'registers':>10}{'CPU ms each':>14}{'peak MB':>10}")  # noqa: T201
    peaks = {}
    for count in (100, MANY, MOST):
        with tempfile.TemporaryDirectory() as name:
            corpus.write(Path(name), count)
            cpu, peaks[count] = once(_check(name)).cpu / count, peak(_check(name))
        print(f"{count:>10,}{cpu * 1e3:>14.2f}{peaks[count]:>10.1f}")  # noqa: T201
    print(f"peak memory: {peaks[MOST] / peaks[100]:.2f} times; promised: at most 1.5")  # noqa: T201


def _check(folder: str) -> list[str]:
    # Nothing may be remembered: the same folder is checked several times.
    return [PRIVLINT, "check", folder, "--output-format", "concise", "--no-cache"]


SECTIONS = (start_up, judging, throughput, growth)
"""What is printed, in this order: a section more is a function more."""


def main() -> None:
    """Print every section."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--peers", metavar="FOLDER", nargs="?", const="", help="measure others too")
    tools = asked.parse_args().peers
    # pip compiles what it installs; a checkout is compiled here, or every run would do it again.
    compileall.compile_dir(ROOT / "src", quiet=1)
    for section in SECTIONS:
        section()
    if tools is None:
        return
    at = Path(tools or Path(tempfile.gettempdir()) / "privlint-peers").absolute()
    peers.install(at)
    for count in (1, MANY):
        with tempfile.TemporaryDirectory() as name:
            peers.compare(PRIVLINT, at, Path(name), count)


if __name__ == "__main__":
    main()
