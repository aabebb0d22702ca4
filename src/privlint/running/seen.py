"""By what a file is taken for unchanged."""

from __future__ import annotations

import os

Seen = tuple[int, int, int]
"""Its size, its mtime in nanoseconds, its inode."""


def seen(path: str) -> Seen | None:
    """Look at a file; `None` where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - there are thousands
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino
