"""Check many files: what is remembered is not checked again, the rest by several processes."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Any

from privlint.record import Record
from privlint.running.accounts import Judged
from privlint.running.bodies import Bodies
from privlint.running.checking import display, faulty
from privlint.running.discovery import STANDARD_INPUT
from privlint.running.kept import Kept, Shelf
from privlint.running.means import MANY, Means
from privlint.running.outcome import Outcome
from privlint.running.packing import packed
from privlint.running.patience import in_time
from privlint.running.seen import seen
from privlint.running.setting import Options, Setting
from privlint.terms import today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from privlint.config import Config
    from privlint.running.cache import Cache
    from privlint.running.statements import Look
    from privlint.terms import Terms


_LEAST_PROCESSES = 2


class _Work:
    """Checks the files of a run by their number; another process can make it anew."""

    def __init__(
        self, paths: Sequence[str], setting: Setting, means: Means, told: dict[str, Any]
    ) -> None:
        """Take the files, by what they are checked, and what `check` is told besides."""
        self.paths = paths
        self.setting = setting
        self.means = means.replace(tell=None, complain=None)
        self.told = told
        self._terms: dict[int, Terms] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross to a process that was not forked: it reads for itself what is set."""
        return _again, (self.paths, self.setting.options, self.means, self.told)

    def __call__(self, number: int) -> Outcome:
        """Check one file."""
        path = self.paths[number]
        terms = self.terms(path)
        before, began = seen(path), time.time_ns()
        beside: list[Look] = []
        done = in_time(path, terms, self.means.seconds, looked_at=beside, **self.told)
        lasts = all(one.is_checked and not one.crashes for one in done.inputs)
        return Outcome(packed(done), before, done.inputs[0].sha256, tuple(beside), began, lasts)

    def lost(self, number: int, why: str) -> Outcome:
        """Return what is told of a file that nobody could check."""
        path = self.paths[number]
        done = faulty(display(path), "check-unfinished", why)
        return Outcome(packed(done), seen(path), None)

    def terms(self, path: str) -> Terms:
        """Return on what terms a file is judged; what is remembered has a digest."""
        terms = self.setting.terms(path)
        if not self.means.remembers:
            return terms
        # Its rules stay the same tuple: what remembers answers by them goes on to do so.
        return self._terms.setdefault(id(terms), terms.replace(wants_digests=True))


def _again(paths: Sequence[str], options: Options, means: Means, told: dict[str, Any]) -> _Work:
    return _Work(paths, Setting(options), means, told)


def judge_many(
    paths: Sequence[str],
    setting: Setting,
    means: Means,
    *,
    stdin_name: str,
    statement: str | None,
) -> list[Judged]:
    """Check the files, each by what is set for it; what is found is kept packed."""
    told: dict[str, Any] = {"stdin_name": stdin_name, "statement": statement}
    work = _Work(paths, setting, means, told)
    memory = _Memory(setting, means, statement)
    sets, bodies = _Sets(setting, memory), Bodies()
    asked = [sets.of(stdin_name if path == STANDARD_INPUT else path) for path in paths]
    kept: dict[int, Kept] = {}
    left: list[int] = []
    find = memory.find
    for number, (path, by) in enumerate(zip(paths, asked, strict=True)):
        if path == STANDARD_INPUT:
            done = in_time(path, by.terms, means.seconds, **told)
            kept[number] = by.shelf.whole(done.inputs, packed(done))
        elif (known := find(path, by.key)) is not None:
            kept[number] = by.put(path, known)
        else:
            left.append(number)
    # Up to here nothing is made that a collection could free; what is checked leaves much.
    gc.enable()
    for number, found in _checked(left, work):
        outcome = found.laid_down(bodies)
        kept[number] = asked[number].put(paths[number], outcome)
        memory.add(paths[number], asked[number].key, outcome)
        if means.tell is not None:
            means.tell(len(kept), len(paths))
    memory.save()
    return [
        Judged(stdin_name if path == STANDARD_INPUT else path, kept[number], by.config, by.terms)
        for number, (path, by) in enumerate(zip(paths, asked, strict=True))
    ]


class _Set(Record):
    """What is set for some registers, and what follows from it."""

    terms: Terms
    config: Config
    key: str
    shelf: Shelf

    def put(self, path: str, found: Outcome) -> Kept:
        """Keep what came of a file."""
        digest = found.sha256 if self.terms.wants_digests else None
        return self.shelf.kept(display(path), path, found.packed, found.before, digest)


class _Sets:
    """What is set for each register; where no pattern makes a difference, once for each folder."""

    def __init__(self, setting: Setting, memory: _Memory) -> None:
        self._setting = setting
        self._memory = memory
        self._by_folder: dict[str, _Set] = {}
        self._by_terms: dict[int, _Set] = {}
        # Two houses may give one code to two rules.
        self._shelves: dict[int, Shelf] = {}

    def of(self, name: str) -> _Set:
        folder = name.rpartition("/")[0]
        found = self._by_folder.get(folder)
        if found is None:
            found = self._made(name)
            by_pattern = any(ignore.files for ignore in found.config.ignores)
            if not by_pattern and not self._setting.options.per_file_ignores:
                self._by_folder[folder] = found
        return found

    def _made(self, name: str) -> _Set:
        terms, config = self._setting.terms(name), self._setting.config_for(name)
        if id(terms) not in self._by_terms:
            own = terms.allowed.own
            if id(own) not in self._shelves:
                self._shelves[id(own)] = Shelf(own)
            key = self._memory.key(terms, config)
            self._by_terms[id(terms)] = _Set(terms, config, key, self._shelves[id(own)])
        return self._by_terms[id(terms)]


class _Memory:
    """The cache of a run, or none."""

    def __init__(self, setting: Setting, means: Means, statement: str | None) -> None:
        self._complain = means.complain
        self._cache: Cache | None = None
        if means.remembers:
            # Only who wants something remembered pays for what does that.
            from privlint.running.cache import Cache  # noqa: PLC0415
            from privlint.running.keys import Keys  # noqa: PLC0415

            self._keys = Keys(setting, statement)
            self._cache = Cache(means.cache_dir, today(), by_content=means.by_content)

    def key(self, terms: Terms, config: Config) -> str:
        if self._cache is None:
            return ""
        key = self._keys.of(terms, config)
        self._cache.use(key)
        return key

    @property
    def find(self) -> Callable[[str, str], Outcome | None]:
        """What returns what is remembered of a register."""
        return self._cache.find if self._cache is not None else lambda _path, _key: None

    def add(self, path: str, key: str, outcome: Outcome) -> None:
        if self._cache is not None:
            self._cache.add(path, key, outcome)

    def save(self) -> None:
        """Write it; where that cannot be done the run goes on, and the next one checks again."""
        try:
            if self._cache is not None:
                self._cache.save()
        except OSError as error:
            if self._complain is not None:
                self._complain(str(error))


def _checked(numbers: Sequence[int], work: _Work) -> Iterator[tuple[int, Outcome]]:
    """Check files, and yield what came of each in whatever order it comes."""
    count = min(work.means.jobs, len(numbers))
    if count < _LEAST_PROCESSES or len(numbers) < MANY:
        yield from ((number, work(number)) for number in numbers)
        return
    # Only now: it takes longer to load than a hundred files to check.
    from privlint.running.workers import Lost, Workers  # noqa: PLC0415

    for number in numbers:
        # What is asked now, every process that is forked inherits.
        work.terms(work.paths[number])
    workers = Workers(work, count, work.means.seconds)
    try:
        workers.begin()
    except OSError:
        # The system gives no processes: this one does it all.
        yield from ((number, work(number)) for number in numbers)
        return
    with workers:
        for number, answer in workers.answers(numbers):
            yield number, work.lost(number, answer.why) if isinstance(answer, Lost) else answer
