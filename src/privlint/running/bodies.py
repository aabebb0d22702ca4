"""What was found in many files, packed: the last megabyte in memory, the rest on the disk.

It lies in a file without a name, which is gone when the run ends, however it ends.
"""

from __future__ import annotations

from typing import IO

_FULL = 1 << 20


class Store:
    """A file that stays open until nobody asks for what lies in it any more."""

    __slots__ = ("file",)

    def __init__(self, file: IO[bytes]) -> None:
        """Take the file."""
        self.file = file

    def __del__(self) -> None:
        """Close it."""
        self.file.close()


class Block:
    """Bytes in memory, or in a file that stays open."""

    __slots__ = ("_held", "_start", "_store", "size")

    def __init__(self, store: Store | None = None) -> None:
        """Be empty, or take a file of which any byte can be asked for."""
        self._held = bytearray()
        self._store = store
        self._start = 0
        self.size = 0

    def read(self, at: int, size: int) -> bytes:
        """Return some of the bytes."""
        if self._store is None:
            return bytes(self._held[at : at + size])
        self._store.file.seek(self._start + at)
        return self._store.file.read(size)

    def add(self, body: bytes) -> Body:
        """Keep more."""
        at = self.size
        self._held += body
        self.size += len(body)
        return Body(self, at, len(body))

    def lay_down(self, store: Store) -> None:
        """Move the bytes to the end of a file. Raises `OSError`; then they stay where they are."""
        start = store.file.seek(0, 2)
        if store.file.write(self._held) == self.size:
            self._store, self._start, self._held = store, start, bytearray()


class Body:
    """What was found in one file, and where it lies."""

    __slots__ = ("_at", "_block", "_size")

    def __init__(self, block: Block, at: int, size: int) -> None:
        """Take the place."""
        self._block = block
        self._at = at
        self._size = size

    def read(self) -> bytes:
        """Return its bytes."""
        return self._block.read(self._at, self._size)


class Bodies:
    """Holds what was found in many files, in blocks."""

    def __init__(self) -> None:
        """Hold nothing."""
        self._filling = Block()
        self._store: Store | None = None

    def add(self, body: bytes) -> Body:
        """Keep what was found in one more."""
        kept = self._filling.add(body)
        if self._filling.size >= _FULL:
            self._lay_down()
            self._filling = Block()
        return kept

    def _lay_down(self) -> None:
        try:
            if self._store is None:
                # Most runs find less than fills a block, and do not pay for what makes the file.
                from tempfile import TemporaryFile  # noqa: PLC0415

                # Without a buffer a disk that is full says so at once: then memory has to do.
                self._store = Store(TemporaryFile(buffering=0))  # noqa: SIM115 - it closes it
            self._filling.lay_down(self._store)
        except OSError:
            return
