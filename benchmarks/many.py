"""What several processes and the cache gain over many registers: `python benchmarks/many.py`.

Ratios, medians of interleaved runs. `-j` is measured by wall clock, of the whole command, so the
machine has to be idle. The cache is measured by CPU time inside one process, against walking the
same folder and looking at each file: what it costs to know that nothing has changed, and to have
the report ready to be written. To write it costs the same with a cache and without.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import corpus
from timing import beside, peak

from privlint.running.discovery import discover
from privlint.running.means import Means, processors
from privlint.running.run import run
from privlint.running.setting import Setting

COUNTS = (100, 500, 1_000, 10_000)
MOST_TIMES_WALKING = 3
MOST_TIMES_MEMORY = 1.5
LONG = 5_000
"""From so many registers on each command is run once, and not three times."""


def command(folder: Path, *options: str) -> list[str]:
    """Return the command that checks a folder."""
    asked = ["check", str(folder), "--output-format", "concise", *options]
    return [sys.executable, "-m", "privlint", *asked]


def processes(folder: Path, count: int) -> float:
    """Print what a second process gains; return the peak of memory of one."""
    both = {jobs: command(folder, "-j", jobs, "--no-cache") for jobs in ("1", "2")}
    costs = beside(both, 1 if count > LONG else 3)
    one, two = costs["1"].wall, costs["2"].wall
    most = peak(both["1"])
    print(f"{count:>8,}{one:>10.2f}{two:>10.2f}{one / two:>10.2f}{most:>10.0f}")  # noqa: T201
    return most


def walked(folder: Path) -> None:
    """Look at each file below a folder."""
    for root, _, names in os.walk(folder):
        for name in names:
            os.stat(os.path.join(root, name))  # noqa: PTH116, PTH118 - what is compared with


def cached(folder: Path, means: Means) -> None:
    """Check a folder of which all is remembered, up to where a report would be written."""
    run(discover([str(folder)]), Setting(), means=means)


def cpu(work: object, *arguments: object) -> float:
    """Return the CPU time of a call."""
    gc.collect()
    began = time.process_time()
    work(*arguments)  # type: ignore[operator]
    return time.process_time() - began


def remembering(folder: Path, count: int, kept: Path) -> None:
    """Print what a second run costs over registers that have not changed."""
    means = Means(processors(), remembers=True, cache_dir=kept)
    # Files that were just written are told by their content: these are to look older.
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    cached(folder, means)
    cached(folder, means)
    pairs = [(cpu(walked, folder), cpu(cached, folder, means)) for _ in range(7)]
    walk, again = (statistics.median(one) for one in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"{count:>8,}{walk * 1e3:>10.1f}{again * 1e3:>10.1f}{ratio:>10.2f}")  # noqa: T201


def main() -> None:
    """Print both, for each size of a project."""
    counts = [int(word) for word in sys.argv[1:]] or COUNTS
    with tempfile.TemporaryDirectory() as name:
        folders = {count: Path(name) / str(count) for count in counts}
        for count, folder in folders.items():
            folder.mkdir()
            corpus.write(folder, count)
        print(f"{'files':>8}{'-j1 s':>10}{'-j2 s':>10}{'gain':>10}{'MB':>10}")  # noqa: T201
        peaks = [processes(folder, count) for count, folder in folders.items()]
        grown = peaks[-1] / peaks[0]
        print(f"memory grows {grown:.2f} times; {MOST_TIMES_MEMORY} is promised")  # noqa: T201
        print(f"\n{'files':>8}{'walk ms':>10}{'again ms':>10}{'times':>10}")  # noqa: T201
        for count, folder in folders.items():
            remembering(folder, count, Path(name) / f"kept-{count}")
        print(f"at most {MOST_TIMES_WALKING} is promised")  # noqa: T201


if __name__ == "__main__":
    main()
