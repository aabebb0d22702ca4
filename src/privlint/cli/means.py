"""Options that say by what means many registers are checked, and the value they turn into."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from privlint.cli.grouped import option
from privlint.running.means import MANY, Means, processors

if TYPE_CHECKING:
    from privlint.cli.options import Asking

MEANS = (
    option(
        "-j",
        "--jobs",
        group="Running",
        type=click.IntRange(1),
        metavar="N",
        help="How many processes check.  [default: one for each processor; one for fewer than 100"
        " registers]",
    ),
    option(
        "--cache-dir",
        group="Running",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="PRIVLINT_CACHE_DIR",
        show_envvar=True,
        help="The folder of what is remembered of 100 registers or more.  [default: one in your own"
        " folder of caches]",
    ),
    option("--no-cache", group="Running", is_flag=True, help="Remember nothing, and check all."),
    option(
        "--cache-by-content",
        group="Running",
        is_flag=True,
        help="Take a register for unchanged by its content, and not by size, mtime and inode: for a"
        " fresh checkout.",
    ),
    option(
        "--max-seconds",
        group="Running",
        type=click.FloatRange(0, min_open=True),
        default=60,
        hidden=True,
    ),
)
"""None of them changes what is found."""


def means(asked: Asking, count: int, *, is_quiet: bool = False) -> Means:
    """Return by what means so many files are checked. Raises click's `UsageError`."""
    if asked.no_cache and asked.cache_by_content:
        raise click.UsageError("--no-cache and --cache-by-content exclude each other")
    found = Means(
        asked.jobs or processors(),
        not asked.no_cache,
        asked.cache_dir,
        asked.cache_by_content,
        asked.max_seconds,
    )
    if count < MANY:
        return found
    # A few files are done before anybody waits.
    from privlint.cli.long_runs import watched  # noqa: PLC0415

    return watched(found, is_quiet=is_quiet)
