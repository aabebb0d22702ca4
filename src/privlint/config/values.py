"""What a configuration says, its own values and those of the one it extends."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privlint.config.reading import ConfigError, Written, read
from privlint.record import Record
from privlint.schema.shape import CONFIG
from privlint.schema.store import schema
from privlint.suppression.ignores import CONFIGURATION, Ignore, Named

if TYPE_CHECKING:
    from collections.abc import Iterable

ADDED = frozenset(
    {"extend-select", "ignore", "per-file-ignores", "mandatory", "severity", "rules", "plugins"}
)
"""The keys that add up with those of an extended configuration; any other replaces its own."""
_PATHS = {"rules", "statement", "baseline"}
"""The keys whose values are paths from the folder of the configuration."""


class Set(Record):
    """A value that is set, and where: `privlint.toml:3:1`."""

    value: Any
    origin: str


class Config(Record):
    """What a configuration says; a key of which it says nothing is not there."""

    path: Path | None = None
    """The file; `None` where there is none."""
    values: dict[str, tuple[Set, ...]] = {}  # noqa: RUF012 - a record cannot be changed
    """By key: one value, or all that add up."""
    ignores: tuple[Ignore, ...] = ()
    sources: tuple[Written, ...] = ()
    """The files that it is made of: its own, and those it extends."""

    def one(self, key: str) -> Any:
        """Return the value of a key; `None` where nothing is said."""
        found = self.values.get(key, ())
        return found[0].value if found else None

    def listed(self, key: str) -> tuple[Any, ...]:
        """Return the items of a key that holds lists, of all its sources."""
        return tuple(item for one in self.values.get(key, ()) for item in one.value)

    @property
    def folder(self) -> Path:
        """The folder from which its patterns are meant; this one where there is no file."""
        return self.path.parent if self.path is not None else Path()

    def origin(self, key: str, item: str) -> str:
        """Return where an item of a key is written, as `path:line:column`."""
        for source in self.sources:
            value = source.data.get(key)
            if isinstance(value, dict) and item in value:
                return source.place(key, item)
            if isinstance(value, list) and item in value:
                return source.place(key, value.index(item))
        return str(self.path)


def load(path: Path) -> Config:
    """Read a configuration and what it extends. Raises `ConfigError`."""
    sources = tuple(_with_extended(path))
    values: dict[str, tuple[Set, ...]] = {}
    ignores: list[Ignore] = []
    for source in sources:
        for key, value in source.data.items():
            if key == "extend" or (key in values and key not in ADDED):
                continue
            one = Set(_resolved(key, value, source.path.parent), source.place(key))
            values[key] = (*values.get(key, ()), one)
        ignores += _ignores(source)
    return Config(path, values, tuple(ignores), sources)


def _with_extended(path: Path) -> Iterable[Written]:
    """Yield a configuration and what it extends, the closest first."""
    seen: list[str] = []
    asked = ""
    while True:
        if asked and not path.is_file():
            raise ConfigError(f"{asked}: there is no file {path}")
        real = os.path.realpath(path)
        if real in seen:
            raise ConfigError(f"{asked}: {path} extends itself")
        seen.append(real)
        written = read(path)
        yield written
        if "extend" not in written.data:
            return
        asked = written.place("extend")
        path = Path(os.path.normpath(path.parent / written.data["extend"]))


def _resolved(key: str, value: Any, folder: Path) -> Any:
    if key not in _PATHS:
        return value
    if isinstance(value, list):
        return [str(folder / item) for item in value]
    return str(folder / value)


def _ignores(source: Written) -> list[Ignore]:
    found = _of_list(source, source.data.get("ignore", ()), ("ignore",), ())
    for pattern, listed in source.data.get("per-file-ignores", {}).items():
        found += _of_list(source, listed, ("per-file-ignores", pattern), (pattern,))
    return found


def _of_list(
    source: Written, listed: Iterable[Any], where: tuple[str, ...], files: tuple[str, ...]
) -> list[Ignore]:
    """Read a list of ignores; what is only the name of a rule lacks a reason, and will be told."""
    ignores = []
    for number, item in enumerate(listed):
        span = source.span(*where, number)
        told: dict[str, Any] = {"rules": [item], "reason": ""} if isinstance(item, str) else item
        until = date.fromisoformat(told["until"]) if "until" in told else None
        ignore = Ignore(
            CONFIGURATION,
            str(source.path),
            span,
            tuple(Named(name, span) for name in told["rules"]),
            told["reason"].strip(),
            told.get("owner"),
            until,
            files=files,
        )
        ignores.append(ignore)
    return ignores


DEFAULT = "default"
"""The origin of what nobody sets."""


def effective(found: Config) -> dict[str, tuple[Set, ...]]:
    """Return every key that has a value, set or by default, in the order of the schema."""
    values: dict[str, tuple[Set, ...]] = {}
    for key, asked in schema(CONFIG)["properties"].items():
        if key in found.values:
            values[key] = found.values[key]
        elif "default" in asked:
            values[key] = (Set(asked["default"], DEFAULT),)
    return values
