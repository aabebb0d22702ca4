"""The configuration: `privlint.toml`, `.privlint.toml`, or a table of `pyproject.toml`.

That table is `[tool.privlint]`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privlint.record import Record

if TYPE_CHECKING:
    from privlint.where import Where

NAMES = ("privlint.toml", ".privlint.toml", "pyproject.toml")
_TABLE = "tool.privlint"


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


def find(folder: Path) -> Config:
    """Return the configuration closest above a folder; an empty one where there is none.

    Raises `ConfigError`.
    """
    for above in (folder, *folder.parents):
        for name in NAMES:
            path = above / name
            if path.is_file() and (name != NAMES[-1] or _TABLE in _text(path)):
                return load(path)
    return Config()


def load(path: Path) -> Config:
    """Read a configuration. Raises `ConfigError`."""
    # Most runs have no configuration, and none of its readers is quick to load.
    import tomllib  # noqa: PLC0415

    from privlint.schema.shape import CONFIG, misshapen  # noqa: PLC0415

    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is not TOML: {error}") from None
    prefix: Where = ()
    if path.name == NAMES[-1]:
        prefix = ("tool", "privlint")
        tool = data.get("tool")
        data = tool.get("privlint", {}) if isinstance(tool, dict) else {}
    wrong = misshapen(_Data(data), CONFIG)
    if wrong:
        told = (f"{path}:{_line(text, (*prefix, *one.where))}: {one.message}" for one in wrong)
        raise ConfigError("\n".join(told))
    return Config(
        path=path,
        rules=tuple(path.parent / name for name in data.get("rules", ())),
        plugins=tuple(data.get("plugins", ())),
        jurisdictions=tuple(data.get("jurisdictions", ())),
    )


class _Data(Record):
    data: Any


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ConfigError(f"{path}: cannot be read: {why}") from None


def _line(text: str, where: Where) -> str:
    """Return `line:column` of a key, as well as a reader of TOML that knows no places can."""
    keys = [str(step) for step in where if isinstance(step, str)]
    for key in reversed(keys):
        written = rf"^[ \t[]*(?:[\w.]+\.)?[\"']?({re.escape(key)})[\"']?\s*[=\]]"
        found = re.search(written, text, re.MULTILINE)
        if found is not None:
            before = text[: found.start(1)]
            return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    return "1:1"
