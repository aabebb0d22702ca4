"""Runs over many registers: how far they are."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import click

from privlint.escaping import printable

if TYPE_CHECKING:
    from privlint.running.means import Means

_FIRST = 1
"""Seconds before anything is shown: what is done by then needs no bar."""
_EVERY = 0.1
_WIDTH = 40


def watched(means: Means, *, is_quiet: bool) -> Means:
    """Return the same means, which tell how far they are."""
    is_shown = sys.stderr.isatty() and not is_quiet and os.environ.get("TERM") != "dumb"
    return means.replace(
        tell=_Bar() if is_shown else None,
        # Who names no folder asked for nothing that could fail.
        complain=_complain if means.cache_dir is not None else None,
    )


def _complain(why: str) -> None:
    click.echo(f"privlint: nothing is remembered for the next run: {printable(why)}", err=True)


class _Bar:
    """A bar on the last line of the terminal, drawn anew each time: nothing has to be undone."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _FIRST
        self._is_drawn = False

    def __call__(self, done: int, of: int) -> None:
        """Draw how far the run is, now and then; at the end take it away."""
        now = time.monotonic()
        if done < of and now < self._next:
            return
        self._next = now + _EVERY
        if done < of:
            self._draw(done, of)
        elif self._is_drawn:
            click.echo("\r\x1b[2K", nl=False, err=True)

    def _draw(self, done: int, of: int) -> None:
        # Only a run that somebody waits for pays for what draws.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress_bar import ProgressBar  # noqa: PLC0415

        console = Console(stderr=True)
        console.print("\r", ProgressBar(of, done, _WIDTH), f" {done:,} of {of:,}", end="", sep="")
        self._is_drawn = True
