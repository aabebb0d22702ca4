"""The file of a cache: what was found, packed, a table in JSON, and a line that holds it together.

The table is read at once, a row is looked at only when somebody asks for it, and what was found is
read when it is printed.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from privlint.running.bodies import Block, Body, Store
from privlint.running.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

File = tuple[int, int, int, bool, str]
"""Size, mtime and inode of a file, whether it is unchanged where these are, and its digest."""
Row = tuple[File, list[tuple[str, File]], Packed]
"""A register, what was looked for beside it, and what came of it."""

Kept = list[Any]
"""A row as it is read: path, the five of `File`, what is beside, head, kinds, suppressed, and where
the body stands, with its size. It stays as it is until somebody asks for it."""

_MAGIC = b"privlint cache 2\n"
_END = b"%08x %016x\n"
"""The checksum of all that stands before it, and how long the table is that does."""
_MOST_UNUSED = 4
"""How many sets of terms are kept that nobody asked for this time."""


class Rows:
    """The rows, by the key of their terms and by path."""

    def __init__(self) -> None:
        """Hold none."""
        self._bodies = Block()
        self._heads: list[str] = []
        self._read: dict[str, dict[str, Kept]] = {}
        self._new: dict[str, dict[str, Row]] = {}
        self._used: set[str] = set()

    @classmethod
    def read(cls, store: Store, day: str) -> Rows:
        """Return what a file says, if it is whole and of this day; else no rows.

        What was found stays where it is, and the file open. Raises `ValueError` and its like for
        what is no such file.
        """
        rows, file = cls(), store.file
        end = file.seek(0, 2) - len(_END % (0, 0))
        if end < len(_MAGIC) or file.seek(0) or file.read(len(_MAGIC)) != _MAGIC:
            return rows
        file.seek(end)
        told = file.read()
        checksum, length = (int(word, 16) for word in told.split())
        if told != _END % (checksum, length) or _checksum(file, end) != checksum:
            return rows
        file.seek(end - length)
        written, heads, told = json.loads(file.read(length))
        if written != day:
            return rows
        rows._read = {key: {row[0]: row for row in listed} for key, listed in told.items()}
        rows._heads = heads
        rows._bodies = Block(store)
        return rows

    def kept(self, key: str, path: str) -> Kept | None:
        """Return the row of a register on some terms, as it was read."""
        return self._read.get(key, {}).get(path)

    def row(self, kept: Kept) -> Row:
        """Return what a row says that was read."""
        register = (kept[1], kept[2], kept[3], kept[4], kept[5])
        return register, [(name, tuple(one)) for name, one in kept[6]], self.packed(kept)

    def packed(self, kept: Kept) -> Packed:
        """Return what came of the register of a row that was read."""
        body = Body(self._bodies, kept[10], kept[11])
        return Packed(self._heads[kept[7]], kept[8], kept[9], body)

    def use(self, key: str) -> None:
        """Note that somebody asks for registers on some terms."""
        self._used.add(key)

    def put(self, key: str, path: str, row: Row) -> None:
        """Keep a row in the place of the one that was read."""
        self._new.setdefault(key, {})[path] = row

    def written(self, day: str) -> Iterator[bytes]:
        """Yield the bytes of the file as it is now, in parts: together they are large."""
        heads: dict[str, int] = {}
        told: dict[str, list[str]] = {}
        at = len(_MAGIC)
        checksum = zlib.crc32(_MAGIC)
        yield _MAGIC
        for key, path, (register, beside, packed) in self._kept():
            head = heads.setdefault(packed.head, len(heads))
            body = packed.body if isinstance(packed.body, bytes) else packed.body.read()
            kinds = packed.kinds, packed.suppressed
            row = [path, *register, beside, head, *kinds, at, len(body)]
            told.setdefault(key, []).append(_json(row))
            at += len(body)
            checksum = zlib.crc32(body, checksum)
            yield body
        size = 0
        for part in _table(day, list(heads), told):
            size += len(part)
            checksum = zlib.crc32(part, checksum)
            yield part
        yield _END % (checksum, size)

    def _kept(self) -> Iterator[tuple[str, str, Row]]:
        """Yield the rows of the terms that were asked for, and of the last ones before these."""
        unused = [key for key in self._read if key not in self._used]
        for key in (*unused[-_MOST_UNUSED:], *sorted(self._used)):
            new = self._new.get(key, {})
            for path, kept in self._read.get(key, {}).items():
                if path not in new:
                    yield key, path, self.row(kept)
            for path, fresh in new.items():
                yield key, path, fresh


def _table(day: str, heads: list[str], told: dict[str, list[str]]) -> Iterator[bytes]:
    """Yield the table in parts: as a whole it takes as much memory again."""
    yield f"[{_json(day)},{_json(heads)},{{".encode()
    for number, (key, rows) in enumerate(told.items()):
        yield f"{',' if number else ''}{_json(key)}:[".encode()
        for at in range(0, len(rows), _SOME):
            yield f"{',' if at else ''}{','.join(rows[at : at + _SOME])}".encode()
        yield b"]"
    yield b"}]"


def _checksum(file: IO[bytes], size: int) -> int:
    """Return the checksum of the first bytes of a file, which need not all be in memory for it."""
    file.seek(0)
    checksum = 0
    while size and (block := file.read(min(size, _BLOCK))):
        checksum = zlib.crc32(block, checksum)
        size -= len(block)
    return checksum


_BLOCK = 1 << 18
_SOME = 500
"""Rows, of which the text is made at a time."""


def _json(data: Any) -> str:
    return json.dumps(data, separators=(",", ":"))
