"""Processes that check files for this one, and what becomes of the files of one that dies.

Each has a pipe of its own and is asked for one file after the other, a few in advance: so it is
known which file a process was at when it was killed. That file is tried once more, by another
process; the others were not begun, and are nobody's fault. Where processes can be forked they
inherit what is loaded already; else each begins anew.
"""

from __future__ import annotations

import signal
import sys
import time
import traceback
from collections import Counter, deque
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

_T = TypeVar("_T")

_AHEAD = 16
"""How many files a process is asked for at a time."""
_NAP = 0.02
"""Seconds in which several answers gather: to wake up for each takes time from those that work."""
_TRIES = 2
_MOST_DEATHS = 10
"""So many processes may die without one that has answered in between."""
_GRACE = 10
"""Seconds beyond its time that a process has to end a file by itself."""
METHOD = "fork" if "fork" in get_all_start_methods() and sys.platform != "darwin" else "spawn"


class Lost(Record):
    """Why there is no answer for a file."""

    why: str


class WorkError(Exception):
    """The work itself failed in another process; the message is the traceback there."""


class _Worker(Generic[_T]):
    """One process, what it was asked and has not answered, and since when it is at the first."""

    def __init__(self, work: Callable[[int], _T], others: Iterable[_Worker[_T]]) -> None:
        context: Any = get_context(METHOD)
        self.pipe: Connection
        self.pipe, end = context.Pipe()
        # A process that is forked holds this end of its pipe, too, and of all that were before it:
        # it has to let go of them, or nobody sees that this process has died.
        inherited = [self.pipe, *(one.pipe for one in others)] if METHOD == "fork" else []
        self.process = context.Process(target=_serve, args=(end, work, inherited), daemon=True)
        self.process.start()
        end.close()
        self.asked: deque[int] = deque()
        self.since = time.monotonic()

    def ask(self, number: int) -> None:
        """Ask for one more file."""
        if not self.asked:
            self.since = time.monotonic()
        self.pipe.send(number)
        self.asked.append(number)

    def answer(self) -> tuple[int, _T]:
        """Return the next answer. Raises `EOFError` or `OSError` where the process is dead."""
        found, error = self.pipe.recv()
        self.since = time.monotonic()
        if error is not None:
            raise WorkError(error)
        return self.asked.popleft(), found

    def end(self) -> None:
        """End the process: it writes nothing, so nothing is left half done."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: Connection, work: Callable[[int], Any], inherited: Iterable[Connection]) -> None:
    """Answer until nobody asks any more."""
    # Who interrupts the run interrupts the process that asks; that one ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for one in inherited:
        one.close()
    try:
        while True:
            pipe.send(_tried(work, pipe.recv()))
    except (EOFError, OSError):
        return


def _tried(work: Callable[[int], Any], number: int) -> tuple[Any, str | None]:
    try:
        return work(number), None
    except Exception:  # noqa: BLE001 - it is raised again where somebody sees it
        return None, traceback.format_exc()


class Workers(Generic[_T]):
    """Some processes that do the same work on numbers; to be used in a `with`."""

    def __init__(self, work: Callable[[int], _T], count: int, seconds: float) -> None:
        """Take what is done with a number, and how long that may take."""
        self._work = work
        self._count = count
        self._patience = seconds + _GRACE
        self._workers: list[_Worker[_T]] = []
        self._waiting: deque[int] = deque()
        self._tries: Counter[int] = Counter()
        self._deaths = 0

    def begin(self) -> None:
        """Begin the processes. Raises `OSError` where the system gives none."""
        try:
            for _ in range(self._count):
                self._workers.append(_Worker(self._work, self._workers))
        except OSError:
            self._end()
            raise

    def __enter__(self) -> Workers[_T]:
        """Do the work."""
        return self

    def __exit__(self, *_: object) -> None:
        """End them all, whatever they are at."""
        self._end()

    def answers(self, numbers: Iterable[int]) -> Iterator[tuple[int, _T | Lost]]:
        """Yield each number with its answer, in whatever order they come."""
        self._waiting.extend(numbers)
        while True:
            self._ask()
            busy = [one for one in self._workers if one.asked]
            if not busy:
                break
            ready = set(wait([one.pipe for one in busy], timeout=self._left(busy)))
            if self._waiting:
                time.sleep(_NAP)
            for one in busy:
                if one.pipe in ready:
                    yield from self._answers(one)
                elif time.monotonic() - one.since > self._patience:
                    yield from self._died(one, f"it took longer than {self._patience:g} seconds")
        # No process lives long enough to be asked.
        yield from (
            (number, Lost("the processes that check were killed")) for number in self._waiting
        )
        self._waiting.clear()

    def _answers(self, one: _Worker[_T]) -> Iterator[tuple[int, _T | Lost]]:
        """Yield all that a process has answered by now."""
        try:
            while one.asked and one.pipe.poll():
                answer = one.answer()
                self._deaths = 0
                yield answer
        except (EOFError, OSError):
            yield from self._died(one, "the process that checked it was killed")

    def _ask(self) -> None:
        """Give each process enough to do; one that died idle is replaced."""
        for one in tuple(self._workers):
            while self._waiting and len(one.asked) < _AHEAD:
                try:
                    one.ask(self._waiting[0])
                except OSError:
                    if not one.asked:
                        self._replace(one)
                        self._ask()
                    # Else it is seen to be dead when its answer is waited for.
                    break
                self._waiting.popleft()

    def _left(self, busy: Iterable[_Worker[_T]]) -> float:
        """Return how long to wait until a process has taken too long."""
        now = time.monotonic()
        return max(0, min(one.since + self._patience - now for one in busy)) + 0.1

    def _died(self, dead: _Worker[_T], why: str) -> Iterator[tuple[int, Lost]]:
        """Replace a dead process; yield what it was at, if that is given up."""
        suspect, *others = dead.asked
        self._waiting.extendleft(reversed(others))
        self._tries[suspect] += 1
        if self._tries[suspect] < _TRIES:
            self._waiting.append(suspect)
        else:
            yield suspect, Lost(why)
        self._replace(dead)

    def _replace(self, dead: _Worker[_T]) -> None:
        """Put another process in the place of a dead one, unless too many have died."""
        dead.end()
        self._workers.remove(dead)
        self._deaths += 1
        if self._deaths < _MOST_DEATHS:
            # Where the system gives no process any more, the others do the work.
            with suppress(OSError):
                self._workers.append(_Worker(self._work, self._workers))

    def _end(self) -> None:
        for one in self._workers:
            one.end()
        self._workers.clear()
