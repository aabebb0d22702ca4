"""`privlint check --fix` and `--diff`: what becomes of registers with their findings mended."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from privlint.cli.exit_codes import CLEAN, FAILED, FOUND, UNCHECKED
from privlint.cli.telling import unchecked
from privlint.cli.writing import CannotWriteError, print_bytes
from privlint.escaping import printable
from privlint.replacing import replace
from privlint.running.discovery import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.running.accounts import Judged
    from privlint.running.mending import Mending


class Mended:
    """The registers of a run as they would be with their findings mended."""

    def __init__(self, mendings: Sequence[Mending]) -> None:
        """Take the registers; nothing is written yet."""
        self._mendings = mendings
        self._errors: list[CannotWriteError] = []

    def write(self, *, quiet: bool) -> list[Judged]:
        """Write what is mended, and return what is left to report of each file.

        A file that cannot be written stays as it was; the others are written all the same.
        """
        judged: list[Judged] = []
        written: list[Mending] = []
        for one in self._mendings:
            try:
                _write(one)
            except OSError as error:
                self._errors.append(CannotWriteError(one.path, error))
                judged.append(one.was)
            else:
                written.append(one)
                judged.append(one.now)
        if not quiet:
            _tell("mended", written)
        return judged

    def beside_its_output(self) -> AbstractContextManager[object]:
        """Send the report to standard error where standard output holds a mended register."""
        is_taken = any(one.path == STANDARD_INPUT for one in self._mendings)
        return redirect_stdout(sys.stderr) if is_taken else nullcontext()

    def raise_errors(self) -> None:
        """Tell of each file that could not be written; the last one ends the command."""
        for error in self._errors[:-1]:
            error.show()
        if self._errors:
            raise self._errors[-1]

    def show_diff(self, *, quiet: bool, exit_zero: bool) -> int:
        """Print what would be changed, and return the exit code."""
        for one in self._mendings:
            if one.is_changed:
                print_bytes(b"".join(_diff(one)))
        inputs = [asked for one in self._mendings for asked in one.now.checked.inputs]
        unchecked(inputs)
        if not quiet:
            _tell("would mend", self._mendings)
        if any(asked.crashes for asked in inputs):
            return FAILED
        if not all(asked.is_checked for asked in inputs):
            return UNCHECKED
        return FOUND if any(one.is_changed for one in self._mendings) and not exit_zero else CLEAN


def _write(one: Mending) -> None:
    """Write one file where it is changed; on standard input the answer is always its text."""
    if one.before is None or one.after is None:
        return
    if one.path == STANDARD_INPUT:
        print_bytes(one.after)
        return
    if not one.is_changed:
        return
    path = Path(one.path).resolve()
    found = path.read_bytes()
    if found == one.after:
        # Another name of the same file was mended before.
        return
    if found != one.before:
        raise OSError("it was changed meanwhile; run the command again")
    if not os.access(path, os.W_OK):
        # To put another file in its place would be allowed, and is not what was asked.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    replace(path, one.after)


def _tell(verb: str, mendings: Sequence[Mending]) -> None:
    changed = [one for one in mendings if one.is_changed]
    if changed:
        count = sum(one.count for one in changed)
        findings = f"{count:,} finding{'' if count == 1 else 's'}"
        files = f"{len(changed):,} file{'' if len(changed) == 1 else 's'}"
        click.echo(f"{verb} {findings} in {files}", err=True)


def _diff(one: Mending) -> Iterator[bytes]:
    """Yield the lines of a unified diff, which ends lines as the file does."""
    before, after = (_lines(text) for text in (one.before, one.after))
    name = printable(one.now.checked.inputs[0].path)
    for line in unified_diff(before, after, name, name):
        yield line.encode()
        if not line.endswith("\n"):
            yield b"\n\\ No newline at end of file\n"


def _lines(source: bytes | None) -> list[str]:
    """Divide a file as `diff` does: at LF, and at nothing else that Python takes for a line end."""
    parts = (source or b"").decode().split("\n")
    lines = [f"{part}\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines
