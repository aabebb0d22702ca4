"""What was found lies in memory or on the disk, and reads the same from either."""

from __future__ import annotations

import errno
import tempfile
from typing import TYPE_CHECKING, Any

from privlint.running import bodies as module
from privlint.running.bodies import Bodies

if TYPE_CHECKING:
    import pytest

MANY = [bytes([number % 256]) * (number % 97) for number in range(500)]


def test_each_is_read_as_it_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """In any order, and while more are added, with blocks of any size."""
    for full in (1, 100, 1 << 20):
        monkeypatch.setattr(module, "_FULL", full)
        bodies = Bodies()
        kept = []
        for number, body in enumerate(MANY):
            kept.append(bodies.add(body))
            assert kept[number // 2].read() == MANY[number // 2]
        assert [one.read() for one in reversed(kept)] == MANY[::-1]


def test_where_the_disk_takes_no_more_memory_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk costs memory, and no finding."""
    monkeypatch.setattr(module, "_FULL", 100)
    made: list[Any] = []

    class Full:
        def __init__(self, **_: Any) -> None:
            made.append(self)

        def seek(self, *_: int) -> int:
            return 0

        def write(self, _: bytes) -> int:
            raise OSError(errno.ENOSPC, "no space left on device")

        def close(self) -> None:
            pass

    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    bodies = Bodies()
    kept = [bodies.add(body) for body in MANY]
    assert made
    assert [one.read() for one in kept] == MANY
