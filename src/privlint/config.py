"""The configuration: `privlint.toml`, `.privlint.toml`, or a table of `pyproject.toml`.

That table is `[tool.privlint]`.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from privlint.record import Record

if TYPE_CHECKING:
    from privlint.where import Where

NAMES = ("privlint.toml", ".privlint.toml", "pyproject.toml")
_LARGEST = 1_000_000
"""Bytes of the largest configuration that is read."""
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


class Config(Record):
    """What a configuration says; what it does not say is empty."""

    path: Path | None = None
    """The file; `None` where there is none."""
    rules: tuple[Path, ...] = ()
    """Files with rules of the house."""
    plugins: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()


class ConfigError(Exception):
    """A configuration that cannot be used; the message holds file, line and column."""

    def __init__(self, *lines: str) -> None:
        """Hold a line for each thing that is wrong."""
        self.lines = lines
        super().__init__("\n".join(lines))


def find(folder: Path) -> Config:
    """Return the configuration closest above a folder; an empty one where there is none.

    Raises `ConfigError`.
    """
    for above in (folder, *folder.parents):
        for name in NAMES:
            path = above / name
            if _is_there(path) and (name != NAMES[-1] or _speaks_of_us(path)):
                return load(path)
    return Config()


def load(path: Path) -> Config:
    """Read a configuration. Raises `ConfigError`."""
    # Most runs have no configuration, and its validator is not quick to load.
    from privlint.schema.shape import CONFIG, misshapen  # noqa: PLC0415

    text = _text(path)
    data: Any = _parsed(path, text)
    prefix: Where = ()
    if path.name == NAMES[-1]:
        prefix = ("tool", "privlint")
        data = _table(data) or {}
    _refuse_dates(path, text, data)
    wrong = misshapen(_Data(data), CONFIG)
    if wrong:
        told = (f"{path}:{_line(text, (*prefix, *one.where))}: {one.message}" for one in wrong)
        raise ConfigError(*told)
    return Config(
        path=path,
        rules=tuple(path.parent / name for name in data.get("rules", ())),
        plugins=tuple(data.get("plugins", ())),
        jurisdictions=tuple(data.get("jurisdictions", ())),
    )


class _Data(Record):
    data: Any


def _is_there(path: Path) -> bool:
    """Tell whether a name is taken; a link that leads nowhere counts, a folder of code does not."""
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        _unreadable(path, error)
    return not stat.S_ISDIR(mode)


def _speaks_of_us(path: Path) -> bool:
    """Tell whether a file of many tools has a table for this one."""
    source = _source(path)
    if b"privlint" not in source:
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
        found = _PLACE.search(str(error))
        place = f":{found[1]}:{found[2]}" if found is not None else ""
        why = _PLACE.sub("", str(error))
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


def _line(text: str, where: Where) -> str:
    """Return `line:column` of a key, as well as a reader of TOML that knows no places can."""
    keys = [str(step) for step in where if isinstance(step, str)]
    for key in reversed(keys):
        written = rf"^[ \t[]*(?:[\w.]+\.)?[\"']?({re.escape(key)})[\"']?\s*[=\]]"
        found = re.search(written, text, re.MULTILINE)
        if found is not None:
            return _place(text, found.start(1))
    return "1:1"


def _place(text: str, offset: int) -> str:
    before = text[:offset]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
