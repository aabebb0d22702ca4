"""Read the bytes of an input, or say why there are none to check."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.running.discovery import STANDARD_INPUT

if TYPE_CHECKING:
    from typing import BinaryIO


class Refusal(Record):
    """Why an input gives no bytes: the name of a card of `privlint.form`, and what is wrong."""

    name: str
    message: str


def load(path: str, limit: int) -> bytes | Refusal:
    """Return the bytes of a file, or of standard input for `-`; at most `limit` of them."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            return Refusal("input-unreadable", "it cannot be read: standard input is closed")
        return _within(sys.stdin.buffer.read(limit + 1), limit)
    try:
        refusal = _refuse(path, os.stat(path), limit)  # noqa: PTH116 - pathlib refuses NUL
        return refusal or _read(path, limit)
    except FileNotFoundError:
        return Refusal("input-missing", "there is no such file or folder")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Refusal("input-unreadable", f"it cannot be read: {reason.lower()}")


def _read(path: str, limit: int) -> bytes | Refusal:
    """Read what was a file a moment ago; it is looked at once more when it is open.

    Whoever can change the folder may have put a pipe there by now: that is not waited for.
    """
    with open_at_once(path) as file:
        return _refuse(path, os.fstat(file.fileno()), limit) or _within(file.read(limit + 1), limit)


def open_at_once(path: str) -> BinaryIO:
    """Open whatever lies there now, without waiting for who may write to it. Raises `OSError`."""
    return open(path, "rb", opener=_open)


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse(path: str, status: os.stat_result, limit: int) -> Refusal | None:
    if stat.S_ISDIR(status.st_mode):
        if not os.access(path, os.R_OK | os.X_OK):
            return Refusal("input-unreadable", "it cannot be read: permission denied")
        return Refusal("folder-without-registers", "there is no *.yaml or *.yml file below it")
    if not stat.S_ISREG(status.st_mode):
        return Refusal("input-special", "it is a pipe, a socket or a device")
    if status.st_size > limit:
        return _too_large(status.st_size, limit)
    return None


def _within(source: bytes, limit: int) -> bytes | Refusal:
    return source if len(source) <= limit else _too_large(len(source), limit)


def _too_large(size: int, limit: int) -> Refusal:
    return Refusal("input-too-large", f"it has {size:,} bytes or more, and {limit:,} are allowed")
