"""The names of files: as seen from here, and held against patterns as in .gitignore."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec


def matches(path: str, folder: Path, patterns: tuple[str, ...]) -> bool:
    """Tell whether a file fits one of some patterns, meant from a folder; none fit every file."""
    if not patterns:
        return True
    relative = os.path.relpath(path, folder)
    return not relative.startswith("..") and compiled(patterns).match_file(relative)


@cache
def compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Return patterns in the form that is matched with."""
    # Most runs have no pattern, and what knows them is not quick to load.
    from privlint.running.globs import spec  # noqa: PLC0415

    return spec(patterns)


def nearby(path: str | Path) -> str:
    """Name a file as seen from here, where it lies below; else by its whole path."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # with a NUL; on another drive
        return str(path)
    return str(path) if relative.startswith("..") else relative
