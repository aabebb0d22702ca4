"""Which registers are held against which: two files, or all of two revisions or folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from privlint.comparison import compare
from privlint.record import Record
from privlint.reporters.compared import Compared, Side
from privlint.running.discovery import USUAL, registers_below
from privlint.running.patterns import matches
from privlint.running.reading import Read, RefusedError, read_blob, read_register
from privlint.running.revisions import files_of, is_revision

if TYPE_CHECKING:
    from collections.abc import Callable

    from privlint.config import Config
    from privlint.terms import Terms

    _Reader = Callable[[Terms], Read]


class PairingError(Exception):
    """What does not name a register, a folder or a revision; the message is for people."""


class _Named(Record):
    """One side of a comparison."""

    name: str
    registers: dict[str, _Reader]
    """How each register is read, by its path below the folder of work or below the folder named."""
    is_single: bool


class Pairs(Record):
    """What was compared, and what could not be read."""

    compared: list[Compared]
    refused: list[RefusedError]


def compare_sides(old: str, new: str, config: Config, terms: Terms) -> Pairs:
    """Compare two registers, or all registers of two revisions or folders, in a fixed order.

    One that cannot be read stops no other. Raises `PairingError` and `GitError`.
    """
    found = Pairs([], [])
    for was, now in _pairs(_named(old, config), _named(new, config)):
        try:
            before = None if was is None else was(terms)
            after = None if now is None else now(terms)
        except RefusedError as error:
            found.refused.append(error)
        else:
            found.compared.append(_compared(before, after))
    return found


def _pairs(before: _Named, after: _Named) -> list[tuple[_Reader | None, _Reader | None]]:
    """Return what is held against what; a side is `None` where there is no such register."""
    if before.is_single and after.is_single:
        return [*zip(before.registers.values(), after.registers.values(), strict=True)]
    if before.is_single or after.is_single:
        one, many = (before, after) if before.is_single else (after, before)
        if not os.path.lexists(one.name):
            raise PairingError(f"there is no file, folder or revision of git called {one.name}")
        raise PairingError(f"{one.name} is one register, and {many.name} holds several")
    paths = sorted(before.registers.keys() | after.registers.keys())
    return [(before.registers.get(path), after.registers.get(path)) for path in paths]


def _named(name: str, config: Config) -> _Named:
    """Find out what a name means: a file, a folder, a file in a revision, or a revision."""
    if os.path.isdir(name):  # noqa: PTH112 - pathlib raises for a name that is too long
        folder = Path(name)
        below = registers_below(folder, config)
        paths = {os.path.relpath(path, folder): path for path in below}
        return _Named(name, {key: _file(path) for key, path in paths.items()}, is_single=False)
    revision, _, path = name.partition(":")
    if not os.path.lexists(name) and path and is_revision(revision):
        return _Named(name, {name: _blob(name)}, is_single=True)
    if not os.path.lexists(name) and is_revision(name):
        patterns = config.listed("files") or USUAL
        below = [path for path in files_of(name) if matches(path, Path(), patterns)]
        return _Named(name, {path: _blob(f"{name}:./{path}") for path in below}, is_single=False)
    return _Named(name, {name: _file(name)}, is_single=True)


def _file(path: str) -> _Reader:
    return lambda terms: read_register(path, terms)


def _blob(name: str) -> _Reader:
    return lambda terms: read_blob(name, terms)


def _compared(old: Read | None, new: Read | None) -> Compared:
    changes = compare(old.register, new.register, new.facts) if old and new else ()
    return Compared(_side(old), _side(new), changes)


def _side(read: Read | None) -> Side | None:
    return None if read is None else Side(read.path, read.document)
