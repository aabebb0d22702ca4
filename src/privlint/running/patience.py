"""How long one file may take: a rule that loops fails, and the others go on."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from privlint.running.checking import check, faulty, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.linting import Checked
    from privlint.running.statements import Look
    from privlint.terms import Terms

_AGAIN = 5
"""Seconds after which it rings once more: whatever comes after the first rule has as long."""


LOADING = 10
"""Seconds in which the rules of an installed package are loaded: it can do anything."""


class TooLongError(Exception):
    """What a rule fails with that has not come to an end."""


def in_time(  # noqa: PLR0913 - what `check` takes, and how long it may take
    path: str,
    terms: Terms,
    seconds: float,
    *,
    stdin_name: str,
    statement: str | None,
    looked_at: list[Look] | None = None,
) -> Checked:
    """Check one file; a rule that is still at it after some seconds has failed on it.

    Where not a rule but the file itself takes that long, it is told as one that is not checked.
    """
    try:
        with ringing(seconds):
            return check(
                path, terms, stdin_name=stdin_name, statement=statement, looked_at=looked_at
            )
    except TooLongError as error:
        return faulty(named(path, stdin_name), "check-unfinished", str(error))


@contextmanager
def ringing(seconds: float) -> Iterator[None]:
    """Raise `TooLongError` in what takes longer; on Windows and beside the main thread, never."""

    def ring(*_: object) -> NoReturn:
        raise TooLongError(f"it took longer than {seconds:g} seconds")

    try:
        before = signal.signal(signal.SIGALRM, ring)
    except (AttributeError, ValueError):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
