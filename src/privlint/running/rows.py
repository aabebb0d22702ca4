"""The file of a cache: a line that holds it together, a table in JSON, and what was found, packed.

All of it is read at once, and a row is looked at only when somebody asks for it.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from privlint.running.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Iterator

File = tuple[int, int, int, bool, str]
"""Size, mtime and inode of a file, whether it is unchanged where these are, and its digest."""
Row = tuple[File, list[tuple[str, File]], Packed]
"""A register, what was looked for beside it, and what came of it."""

_MAGIC = b"privlint cache 1\n"
_MOST_UNUSED = 4
"""How many sets of terms are kept that nobody asked for this time."""


class Rows:
    """The rows, by the key of their terms and by path."""

    def __init__(self) -> None:
        """Hold none."""
        self._source = b""
        self._heads: list[str] = []
        self._read: dict[str, dict[str, list[Any]]] = {}
        self._new: dict[str, dict[str, Row]] = {}
        self._used: set[str] = set()

    @classmethod
    def read(cls, source: bytes, day: str) -> Rows:
        """Return what the bytes of a file say, if it is whole and of this day; else no rows.

        Raises `ValueError` and its like for what is no such file.
        """
        rows = cls()
        if not source.startswith(_MAGIC):
            return rows
        end = source.index(b"\n", len(_MAGIC)) + 1
        checksum, length = source[len(_MAGIC) : end].split()
        if zlib.crc32(memoryview(source)[end:]) != int(checksum, 16):
            return rows
        at = end + int(length)
        written, heads, told = json.loads(source[end:at])
        if written != day:
            return rows
        for key, listed in told.items():
            by_path = rows._read[key] = {}
            for row in listed:
                by_path[row[0]] = row
                row.append(at)
                at += row[-2]
        rows._source, rows._heads = source, heads
        return rows

    def get(self, key: str, path: str) -> Row | None:
        """Return the row of a register on some terms."""
        self._used.add(key)
        row = self._read.get(key, {}).get(path)
        return None if row is None else self._row(row)

    def put(self, key: str, path: str, row: Row) -> None:
        """Keep a row in the place of the one that was read."""
        self._used.add(key)
        self._new.setdefault(key, {})[path] = row

    def written(self, day: str) -> list[bytes]:
        """Return the bytes of the file as it is now, in parts: together they are large."""
        heads: dict[str, int] = {}
        told: dict[str, list[Any]] = {}
        bodies: list[bytes] = []
        for key, path, (register, beside, packed) in self._kept():
            head = heads.setdefault(packed.head, len(heads))
            counted = packed.kinds, packed.suppressed, len(packed.body)
            told.setdefault(key, []).append([path, register, beside, head, *counted])
            bodies.append(packed.body)
        table = json.dumps([day, list(heads), told], separators=(",", ":")).encode()
        checksum = 0
        for part in (table, *bodies):
            checksum = zlib.crc32(part, checksum)
        return [b"%s%08x %d\n" % (_MAGIC, checksum, len(table)), table, *bodies]

    def _kept(self) -> Iterator[tuple[str, str, Row]]:
        """Yield the rows of the terms that were asked for, and of the last ones before these."""
        unused = [key for key in self._read if key not in self._used]
        for key in (*unused[-_MOST_UNUSED:], *sorted(self._used)):
            new = self._new.get(key, {})
            for path, row in self._read.get(key, {}).items():
                if path not in new:
                    yield key, path, self._row(row)
            for path, fresh in new.items():
                yield key, path, fresh

    def _row(self, row: list[Any]) -> Row:
        _, register, beside, head, kinds, suppressed, size, at = row
        packed = Packed(self._heads[head], kinds, suppressed, self._source[at : at + size])
        return tuple(register), [(name, tuple(one)) for name, one in beside], packed
