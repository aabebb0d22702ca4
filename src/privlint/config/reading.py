"""Read a configuration: `privlint.toml`, `.privlint.toml`, or a table of `pyproject.toml`.

That table is `[tool.privlint]`. What is wrong with it is told with its line.
"""

from __future__ import annotations

import re
import stat
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from privlint.record import Record
from privlint.source.document import LineTable

if TYPE_CHECKING:
    from privlint.source.document import Span
    from privlint.where import Where

NAMES = ("privlint.toml", ".privlint.toml", "pyproject.toml")
_LARGEST = 1_000_000
"""Bytes of the largest configuration that is read."""
_TABLE = rb"""(?mx) ^[ \t\xef\xbb\xbf]* (?:
    \[ [ \t]* ["']?tool["']? [ \t]* (?: \] | \. [ \t]* ["']?privlint )  # [tool], [tool.privlint]
  | ["']?tool["']? [ \t]* [.=]  # tool.privlint.select = ...
  | ["'\[] .* \\ )  # a name that is written with an escape
"""
"""What has to stand in a file of many tools where it has a table for this one."""
_PLACE = r" \(at line (\d+), column (\d+)\)$"


class ConfigError(Exception):
    """A configuration that cannot be used; the message holds file, line and column."""

    def __init__(self, *lines: str) -> None:
        """Hold a line for each thing that is wrong."""
        self.lines = lines
        super().__init__("\n".join(lines))


def beside(folder: Path) -> Path | None:
    """Return the configuration that lies in a folder. Raises `ConfigError`."""
    for name in NAMES:
        path = folder / name
        if _is_there(path) and (name != NAMES[-1] or _speaks_of_us(path)):
            return path
    return None


class Written(Record):
    """A configuration as it is written: its text, and its data, of the shape of the schema."""

    path: Path
    text: str
    data: dict[str, Any]
    prefix: Where = ()
    """The table it stands in, in a file of many tools."""

    def span(self, *where: str | int) -> Span:
        """Return where a key, or an item of a list, is written."""
        start, end = _characters(self.text, self.prefix, where, self.data)
        return LineTable(self.text).span(start, end)

    def place(self, *where: str | int) -> str:
        """Return `path:line:column` of a key, or of a text in a list."""
        span = self.span(*where)
        return f"{self.path}:{span.start_line}:{span.start_column}"


def read(path: Path) -> Written:
    """Read a configuration, and hold it against its schema. Raises `ConfigError`."""
    # Most runs have no configuration, and its validator is not quick to load.
    from privlint.schema.shape import CONFIG, misshapen  # noqa: PLC0415

    text = _text(path)
    data: Any = _parsed(path, text)
    prefix: Where = ()
    if path.name == NAMES[-1]:
        prefix = ("tool", "privlint")
        data = _table(data) or {}
    _refuse_dates(path, text, data)
    written = Written(path, text, data, prefix)
    if wrong := misshapen(written, CONFIG):
        raise ConfigError(*(f"{written.place(*one.where)}: {one.message}" for one in wrong))
    return written


def _is_there(path: Path) -> bool:
    """Tell whether a name is taken; a link that leads nowhere counts, a folder of code does not."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        # In a folder that cannot be looked into no register can be read either, and that is told.
        return False
    return not stat.S_ISDIR(mode)


def _speaks_of_us(path: Path) -> bool:
    """Tell whether a file of many tools has a table for this one."""
    source = _source(path)
    # Most projects say a word of us at most, and the reader of TOML is not quick to load.
    if b"privlint" not in source or re.search(_TABLE, source) is None:
        return False
    return _table(_parsed(path, _decoded(path, source))) is not None


def _table(data: dict[str, Any]) -> Any:
    tool = data.get("tool")
    return tool.get("privlint") if isinstance(tool, dict) else None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    # Most runs have no configuration, and its reader is not quick to load.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(text)
    except RecursionError:
        _too_deep(path)
    except ValueError as error:
        found = re.search(_PLACE, str(error))
        place = f":{found[1]}:{found[2]}" if found is not None else ""
        why = re.sub(_PLACE, "", str(error))
        raise ConfigError(f"{path}{place}: this is not TOML: {why}") from None


def _refuse_dates(path: Path, text: str, data: Any) -> None:
    """Refuse what TOML knows and JSON does not: the validator cannot take it."""
    # Only who has a configuration pays for it.
    import json  # noqa: PLC0415

    def refuse(value: object) -> NoReturn:
        place = _place(text, max(0, text.find(str(value)[:_DAY])))
        raise ConfigError(f"{path}:{place}: `{value}` is a date: write text in quotes")

    try:
        json.dumps(data, default=refuse)
    except RecursionError:
        _too_deep(path)


_DAY = len("YYYY-MM-DD")


def _too_deep(path: Path) -> NoReturn:
    raise ConfigError(f"{path}: this is nested too deep") from None


def _text(path: Path) -> str:
    return _decoded(path, _source(path))


def _decoded(path: Path, source: bytes) -> str:
    try:
        return source.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: cannot be read: it is not UTF-8") from None


def _source(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ConfigError(f"{path}: cannot be read: it is no file")
        if status.st_size > _LARGEST:
            why = f"it has {status.st_size:,} bytes, and {_LARGEST:,} are allowed"
            raise ConfigError(f"{path}: cannot be read: {why}")
        return path.read_bytes()
    except OSError as error:
        _unreadable(path, error)


def _unreadable(path: Path, error: OSError) -> NoReturn:
    why = (error.strerror or str(error)).lower()
    raise ConfigError(f"{path}: cannot be read: {why}") from None


def _characters(text: str, prefix: Where, where: Where, data: Any) -> tuple[int, int]:
    """Find a place as well as a reader of TOML that knows none can: key by key, from the top."""
    start = end = 0
    for step in prefix:
        start, end = _key(text, str(step), start) or (start, end)
    for step in where:
        found = None
        if isinstance(data, dict):
            found = _key(text, str(step), start)
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            found = _item(text, data, step, end)
            data = data[step]
        if found is None:
            break
        start, end = found
    return start, end


def _key(text: str, key: str, start: int) -> tuple[int, int] | None:
    written = re.compile(rf"(?<![\w-])[\"']?({re.escape(key)})[\"']?[ \t]*[=\].]")
    found = written.search(text, start)
    return found.span(1) if found is not None else None


def _item(text: str, items: list[Any], position: int, start: int) -> tuple[int, int] | None:
    """Find an item of a list: a text by its words, a table by its bracket."""
    item = items[position]
    if isinstance(item, dict):
        opening = re.compile(r"\{|\[\[")
        number = sum(isinstance(one, dict) for one in items[:position])
        found = next(islice(opening.finditer(text, start), number, None), None)
        return found.span() if found is not None else None
    written = str(item).lower() if isinstance(item, bool) else re.escape(str(item))
    found = re.compile(rf"[\"']?({written})").search(text, start)
    return found.span(1) if found is not None else None


def _place(text: str, offset: int) -> str:
    before = text[:offset]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
