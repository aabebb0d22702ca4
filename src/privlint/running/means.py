"""By what means many files are checked: none of it changes what is found."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from privlint.record import Record

MANY = 100
"""From so many files on they are divided among processes, remembered for the next run, and kept
packed; for fewer, to begin with that takes longer than it saves."""


class Means(Record):
    """How many processes check, what is remembered, and how long one file may take."""

    jobs: int = 1
    remembers: bool = False
    """Whether what was found is kept for the next run, and used where nothing has changed."""
    cache_dir: Path | None = None
    """The folder of what is remembered; `None`: one in the user's own folder of caches."""
    by_content: bool = False
    """Whether a file is unchanged only by its content, and not by size, mtime and inode."""
    seconds: float = 60
    """After so long a rule that still judges a file has failed."""
    tell: Callable[[int, int], None] | None = None
    """Told how many files are done, and of how many."""
    complain: Callable[[str], None] | None = None
    """Told why nothing can be remembered."""


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
