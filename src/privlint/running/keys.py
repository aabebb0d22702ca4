"""What the outcome of a check depends on beside the register: all of it is in one key.

privlint's own code and data, what is installed beside it, the rules of a house and of plugins, the
configuration and the baseline, the day, the jurisdictions, the limits, and where the text of a
statement is looked for. With another key nothing that is remembered counts.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privlint.schema.store import names, schema_path
from privlint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privlint.config import Config
    from privlint.running.setting import Setting
    from privlint.terms import Terms

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = ("site-packages", "dist-packages")


class Keys:
    """The keys of one run."""

    def __init__(self, setting: Setting, statement: str | None) -> None:
        """Look at what is the same for all registers of the run."""
        is_folder = statement is not None and Path(statement).is_dir()
        self._setting = setting
        self._run = [VERSION, sys.version, list(_code()), statement, is_folder]

    def of(self, terms: Terms, config: Config) -> str:
        """Return the key of the registers that are judged on some terms."""
        told = [self._run, _terms(terms), self._house(config)]
        return _digest(repr(told).encode())

    def _house(self, config: Config) -> list[Any]:
        """Return what tells the rules of a house from others of the same codes."""
        sources = self._setting.sources(config)
        told: list[Any] = [(path, _digest(source)) for path, source in sources.items()]
        plugins = config.listed("plugins")
        if plugins:
            # Only a configuration that names a plugin pays for what finds it.
            from privlint.house_rules.plugins import places  # noqa: PLC0415

            told += [plugins, [list(_states(place)) for place in places(plugins)]]
        return told


def _terms(terms: Terms) -> list[Any]:
    allowed, base = terms.allowed, terms.allowed.baseline
    return [
        [rule.card.code for rule in terms.rules],
        sorted(terms.beside),
        [str(terms.as_of), str(terms.today), str(allowed.day)],
        sorted(terms.jurisdictions),
        terms.limits,
        [rule.card.code for rule in allowed.own],
        sorted(allowed.mandatory),
        sorted((code, int(severity)) for code, severity in allowed.severities.items()),
        int(allowed.min_severity),
        allowed.ignores,
        None if base is None else [base.shown, base.entries],
    ]


def _code() -> Iterator[Any]:
    """Yield what tells the code that runs, and its data, from any other: a checkout changes too."""
    yield from _states(_PACKAGE)
    yield from (_state(schema_path(name)) for name in names())
    # What is installed or removed changes the folder it lies in.
    yield from (_state(Path(one)) for one in sys.path if one.endswith(_INSTALLED))


def _states(place: Path | str) -> Iterator[Any]:
    """Yield what tells a file, or each file below a folder, from another version of it."""
    if not os.path.isdir(place):  # noqa: PTH112 - there are hundreds
        yield _state(place)
        return
    with os.scandir(place) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _states(entry.path)
            else:
                yield _state(entry)


def _state(path: Path | str | os.DirEntry[str]) -> tuple[str, int, int]:
    name = os.fspath(path)
    try:
        status = os.stat(name)  # noqa: PTH116 - the same
    except OSError:
        return name, 0, 0
    return name, status.st_size, status.st_mtime_ns


def _digest(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()[:32]
