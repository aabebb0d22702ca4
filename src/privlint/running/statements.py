"""Find the text of a register's statement: beside the register, or where the user says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from privlint.running.inputs import Refusal, load
from privlint.running.seen import Seen, seen
from privlint.source.statement import StatementError, decode_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from privlint.register import Register
    from privlint.source.text import Text

Look = tuple[str, Seen | None]
"""A file that was looked for, and what it was; `None` where there was none."""
_ENDINGS = (".txt", ".md", ".html", ".htm")


def text_finder(
    register: str, given: str | None, limit: int, looked_at: list[Look] | None = None
) -> Callable[[Register], Text | None]:
    """Return what finds the text of the statement of a register.

    `given` is a file, or a folder with a file of the register's name for each register; without it
    the file that the register itself names counts, which lies beside the register or below.
    Each file that is looked for, whether or not it is there, is noted in `looked_at`.
    """

    def find(found: Register) -> Text | None:
        named = found.statement.text
        if given is None:
            candidates = [] if named is None else [Path(register).parent / named]
        else:
            folder = Path(given)
            candidates = _in(folder, Path(register).stem) if folder.is_dir() else [folder]
        if looked_at is not None:
            # Before it is read: what changes meanwhile is then seen to have changed.
            looked_at.extend((str(path), seen(str(path))) for path in candidates)
        if given is None and named is not None:
            _refuse_above(Path(register).parent, named)
        if len(candidates) > 1:
            candidates = [path for path in candidates if path.is_file()]
        path = candidates[0] if candidates else None
        return None if path is None else _text(_read(path, limit), found)

    return find


def _text(source: str, register: Register) -> Text:
    # Most registers are checked without their text: only those that have it pay for this.
    from privlint.source.text import Text  # noqa: PLC0415

    return Text(source, register.statement.sections)


def _in(folder: Path, stem: str) -> list[Path]:
    return [folder / f"{stem}{ending}" for ending in _ENDINGS]


def _refuse_above(folder: Path, named: str) -> None:
    try:
        lies_below = (folder / named).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        raise StatementError(named, "is no path to a file") from None
    # A register may be somebody else's: it must not be able to have other files read.
    if not lies_below:
        raise StatementError(named, "does not lie beside the register, or below its folder")


def _read(path: Path, limit: int) -> str:
    source = load(str(path), limit)
    if isinstance(source, Refusal):
        is_folder = source.name == "folder-without-registers"
        why = "it is a folder" if is_folder else source.message.removeprefix("it cannot be read: ")
        raise StatementError(path.as_posix(), f"cannot be read: {why}")
    return decode_statement(source, path.as_posix())
