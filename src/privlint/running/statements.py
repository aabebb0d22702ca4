"""Find the text of a register's statement: beside the register, or where the user says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from privlint.running.inputs import Refusal, load
from privlint.source.statement import StatementError, decode_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from privlint.register import Register
    from privlint.source.text import Text

_ENDINGS = (".txt", ".md", ".html", ".htm")


def text_finder(register: str, given: str | None, limit: int) -> Callable[[Register], Text | None]:
    """Return what finds the text of the statement of a register.

    `given` is a file, or a folder with a file of the register's name for each register; without it
    the file that the register itself names counts, which lies beside the register or below.
    """

    def find(found: Register) -> Text | None:
        if given is not None:
            path = _in(Path(given), Path(register).stem) if Path(given).is_dir() else Path(given)
        else:
            path = _beside(Path(register), found.statement.text)
        return None if path is None else _text(_read(path, limit), found)

    return find


def _text(source: str, register: Register) -> Text:
    # Most registers are checked without their text: only those that have it pay for this.
    from privlint.source.text import Text  # noqa: PLC0415

    return Text(source, register.statement.sections)


def _in(folder: Path, stem: str) -> Path | None:
    names = (folder / f"{stem}{ending}" for ending in _ENDINGS)
    return next((path for path in names if path.is_file()), None)


def _beside(register: Path, named: str | None) -> Path | None:
    if named is None:
        return None
    folder = register.parent
    path = folder / named
    try:
        lies_below = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        raise StatementError(named, "is no path to a file") from None
    # A register may be somebody else's: it must not be able to have other files read.
    if not lies_below:
        raise StatementError(named, "does not lie beside the register, or below its folder")
    return path


def _read(path: Path, limit: int) -> str:
    source = load(str(path), limit)
    if isinstance(source, Refusal):
        is_folder = source.name == "folder-without-registers"
        why = "it is a folder" if is_folder else source.message.removeprefix("it cannot be read: ")
        raise StatementError(path.as_posix(), f"cannot be read: {why}")
    return decode_statement(source, path.as_posix())
