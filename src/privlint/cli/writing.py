"""How files are written: whole or not at all."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from privlint.cli.exit_codes import USAGE
from privlint.reporters.layout import printable

if TYPE_CHECKING:
    from pathlib import Path


class CannotWriteError(click.ClickException):
    """An output or a file that could not be written."""

    exit_code = USAGE

    def __init__(self, target: str, error: OSError) -> None:
        """Name what was to be written, with the reason that the system gives."""
        super().__init__(f"{printable(target)} cannot be written: {error.strerror or error}")


def print_bytes(content: bytes) -> None:
    """Write to standard output, byte for byte. Raises `CannotWriteError`."""
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # Python would try once more when it ends, and fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise CannotWriteError("standard output", error) from None


def replace(path: Path, content: bytes) -> None:
    """Write a file beside itself and rename it, so that nobody ever reads half of it."""
    if path.exists() and not path.is_file():
        # A device or a pipe has no beside; a folder is refused here.
        path.write_bytes(content)
        return
    beside = path.with_name(f".privlint-{os.getpid()}")
    try:
        beside.write_bytes(content)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
