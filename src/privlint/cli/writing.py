"""How standard output is written, and how it is told that something cannot be written."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from privlint.cli.exit_codes import USAGE
from privlint.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class CannotWriteError(click.ClickException):
    """An output or a file that could not be written."""

    exit_code = USAGE

    def __init__(self, target: str, error: OSError) -> None:
        """Name what was to be written, with the reason that the system gives."""
        super().__init__(f"{printable(target)} cannot be written: {error.strerror or error}")


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def print_text(text: str) -> None:
    """Write to standard output. Raises `CannotWriteError`."""
    print_pieces((text,))


def print_pieces(text: Iterable[str]) -> None:
    """Write a text piece by piece to standard output. Raises `CannotWriteError`."""
    with _standard_output():
        sys.stdout.writelines(text)


def print_bytes(content: bytes) -> None:
    """Write to standard output, byte for byte. Raises `CannotWriteError`."""
    with _standard_output():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


@contextmanager
def _standard_output() -> Iterator[None]:
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up_output()
        raise CannotWriteError("standard output", error) from None


def give_up_output() -> None:
    """Keep Python from writing the rest when it ends: it would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def full_output(error: Exception) -> CannotWriteError | None:
    """Return what to tell where this is what the system says of an output that takes no more.

    What fails with the name of a file has been told by whoever opened it.
    """
    if not isinstance(error, OSError) or error.errno not in _FULL or error.filename is not None:
        return None
    give_up_output()
    return CannotWriteError("standard output", error)
