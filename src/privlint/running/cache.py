"""What was found in registers, remembered for the next run.

It lies in the user's own folder of caches, one file for each folder that privlint runs in, or where
`--cache-dir` says; never in the project, and no configuration can move it: who clones a repository
must not get with it a cache that hides what is found. So what is read here was written by
privlint for this user, or comes from a folder that the user has named. Even then it is JSON, and
nothing in it can run.

A register is unchanged by size, mtime and inode. One that was modified within two seconds before it
was read could be modified once more without any of these changing: it is told by its content, as
git does; with `--cache-by-content` every one is. What lies beside it and was looked for, such as
the text of its statement, must be unchanged as well. All else is in the key (see `keys`), also the
day, so that what is remembered lasts no longer than that.

The file is written whole, beside itself, when anything in it has changed: of
two runs at a time the later one wins, and each reads what is whole. What is not as it was written
(its length, its checksum, its version) is taken for nothing and written anew.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from privlint.replacing import replace
from privlint.running.bodies import Store
from privlint.running.inputs import Refusal, load, open_at_once
from privlint.running.outcome import Outcome
from privlint.running.rows import File, Row, Rows
from privlint.running.seen import Seen, seen

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_GRANULARITY = 2_000_000_000
"""Nanoseconds within which a file system may give two changes one time: two seconds, on FAT."""
_LARGEST = 1 << 30
_OLD = 2 * 24 * 60 * 60
"""Seconds after which no day is left on which a cache counts."""
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by privlint; it can be deleted.\n"
"""What programs that make backups look for: https://bford.info/cachedir/"""


_ABSENT: File = (0, 0, 0, True, "")


class Cache:
    """What is remembered in one folder."""

    def __init__(self, folder: Path | None, day: date, *, by_content: bool = False) -> None:
        """Read what is remembered of a day; `folder` is the one that the user names, if any."""
        self.path = place(folder)
        self._is_ours = folder is None
        self._day = day.isoformat()
        self._by_content = by_content
        self._rows = Rows()
        self._is_changed = False
        # Whatever does not have the form is none of ours: it is replaced.
        with suppress(OSError, ValueError, TypeError, LookupError, RecursionError):
            self._rows = _read(self.path, self._day)

    def find(self, path: str, key: str) -> Outcome | None:
        """Return what came of a register, where neither it nor anything it rests on has changed."""
        kept = self._rows.kept(key, path)
        if kept is None:
            return None
        _, size, mtime, inode, is_past, digest, beside, *_ = kept
        if is_past and not beside and not self._by_content:
            # So it is with nearly every one of thousands: nothing more is made than is needed.
            now = seen(path)
            if now != (size, mtime, inode):
                return None
            return Outcome(self._rows.packed(kept), now, digest)
        return self._found(path, key, self._rows.row(kept))

    def _found(self, path: str, key: str, row: Row) -> Outcome | None:
        """Return what a row says, if all that it rests on is as it was."""
        was, was_beside, packed = row
        now = _same(path, was, by_content=self._by_content)
        if now is None:
            return None
        beside = []
        for name, one in was_beside:
            found = _same(name, one, by_content=self._by_content)
            if found is None:
                return None
            beside.append((name, found))
        if now != was or beside != was_beside:
            # Next time to look at it is enough.
            self._rows.put(key, path, (now, beside, packed))
            self._is_changed = True
        return Outcome(packed, now[:3], now[4])

    def use(self, key: str) -> None:
        """Note that somebody asks for registers on some terms: what came of them is kept."""
        self._rows.use(key)

    def add(self, path: str, key: str, found: Outcome) -> None:
        """Remember what came of a register, if the same would come of it again."""
        if not found.lasts or found.before is None or found.sha256 is None:
            return
        register = (*found.before, _is_past(found.before, found.began), found.sha256)
        beside = []
        for name, was in found.beside:
            now = _ABSENT if was is None else _looked(name, was)
            if now is None:
                return
            beside.append((name, now))
        self._rows.put(key, path, (register, beside, found.packed))
        self._is_changed = True

    def save(self) -> None:
        """Write what is remembered, if that has changed. Raises `OSError`."""
        if not self._is_changed:
            return
        folder = self.path.parent
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True)
            (folder / "CACHEDIR.TAG").write_text(_TAG, encoding="ascii")
            (folder / ".gitignore").write_text("*\n", encoding="ascii")
        replace(self.path, self._rows.written(self._day))
        if self._is_ours:
            _tidy(folder)


def _read(path: Path, day: str) -> Rows:
    """Return what a cache says of a day. Raises `OSError`, or what `Rows.read` raises."""
    store = Store(open_at_once(str(path)))
    status = os.fstat(store.file.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
        return Rows()
    if sys.platform == "win32":
        # What is open there cannot be replaced.
        store = Store(io.BytesIO(store.file.read()))
    return Rows.read(store, day)


def place(folder: Path | None) -> Path:
    """Return the file in which is remembered what was found from here."""
    if folder is not None:
        return folder / "privlint.cache"
    # Only who names no folder pays for what knows where the user's own is.
    from platformdirs import user_cache_path  # noqa: PLC0415

    here = hashlib.sha256(os.fsencode(os.path.realpath("."))).hexdigest()[:16]
    return user_cache_path("privlint", appauthor=False) / f"{here}.cache"


def _same(path: str, was: File, *, by_content: bool) -> File | None:
    """Return what a file is now, if it still is what it was."""
    began = time.time_ns()
    now = seen(path)
    if now is None or not was[4]:
        return was if now is None and not was[4] else None
    if was[3] and not by_content:
        return was if now == was[:3] else None
    if now[0] != was[0] or _digest(path, now[0]) != was[4]:
        return None
    return (*now, _is_past(now, began), was[4])


def _looked(path: str, was: Seen) -> File | None:
    """Return what tells a file that was read a while ago; `None` if it has changed since."""
    digest = _digest(path, was[0])
    began = time.time_ns()
    return (*was, _is_past(was, began), digest) if seen(path) == was and digest else None


def _is_past(was: Seen, began: int) -> bool:
    """Tell whether a file that is modified after `began` must have another time."""
    return began - was[1] > _GRANULARITY


def _digest(path: str, size: int) -> str:
    source = load(path, size)
    return "" if isinstance(source, Refusal) else hashlib.sha256(source).hexdigest()


def _tidy(folder: Path) -> None:
    """Remove what is remembered of other folders, and has not lasted."""
    with suppress(OSError):
        for path in folder.glob("*.cache"):
            if time.time() - path.stat().st_mtime > _OLD:
                path.unlink()
