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
_DONE, _LEFT = "\u2501", "\u2500"
_NARROWEST = 5
"""Columns that a bar needs to show anything; where there are fewer, numbers alone are shown."""


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
            self._is_drawn = True
            click.echo(f"\r{_drawn(done, of, _columns())}\x1b[K", nl=False, err=True)
        elif self._is_drawn:
            click.echo("\r\x1b[2K", nl=False, err=True)


def _columns() -> int:
    """Return how wide the terminal is; it may have been made narrower since."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        return 0


def _drawn(done: int, of: int, columns: int) -> str:
    """Return how far the run is, on one line: what is too wide would be drawn on the next one."""
    told = f"{done:{len(f'{of:,}')},} of {of:,}"
    width = min(_WIDTH, columns - len(told) - 2)
    if width < _NARROWEST:
        return told if len(told) < columns else ""
    full = width * done // of
    return f"{told} {_DONE * full}{_LEFT * (width - full)}"
