"""The baseline: findings that were accepted on a day, so that only new ones count.

An entry is a rule, a register and a place by ids, so that it survives moved lines and sorted keys.
The file is JSON, sorted, one entry a line: a diff shows what was accepted since.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privlint.catalogue import named
from privlint.finding import Suppression
from privlint.record import Record
from privlint.source.document import LineTable, Span
from privlint.suppression.ignores import BASELINE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.finding import Finding

NAME = "privlint-baseline.json"
VERSION = 1
"""The version of the file's format."""
_ENTRY = r'(?<!\\)"rule"\s*:'


class Entry(Record):
    """Findings of one rule at one place of one register, which somebody accepted."""

    register: str
    at: str
    code: str
    count: int
    reason: str
    owner: str | None = None
    until: date | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is told by, and sorted by."""
        return self.register, self.at, self.code

    def holds(self, day: date) -> bool:
        """Tell whether it accepts anything on a day: it has a reason, and its time is not over."""
        return bool(self.reason) and (self.until is None or day <= self.until)


class BaselineError(Exception):
    """A baseline that cannot be used; the message holds the file, and the line if known."""

    def __init__(self, *lines: str) -> None:
        """Hold a line for each thing that is wrong."""
        self.lines = lines
        super().__init__("\n".join(lines))


class Baseline:
    """What was accepted, and the file in which it stands."""

    def __init__(self, path: Path, entries: Iterable[Entry], text: str = "") -> None:
        """Hold the entries; `text` is the file as it is written, empty for one that is new."""
        self.path = path
        self.entries = tuple(entries)
        self._text = text
        self._by_register: dict[str, dict[tuple[str, str], Entry]] = {}
        for entry in self.entries:
            self._by_register.setdefault(entry.register, {})[entry.code, entry.at] = entry

    @property
    def shown(self) -> str:
        """The file as findings call it."""
        return os.path.relpath(self.path)

    @property
    def lines(self) -> LineTable:
        """The lines of the file, for snippets."""
        return LineTable(self._text)

    def register(self, path: str) -> str:
        """Return what entries call a register: its path from the folder of the baseline."""
        return Path(os.path.relpath(path, self.path.parent)).as_posix()

    def of(self, path: str) -> dict[tuple[str, str], Entry]:
        """Return the entries of a register, by code and place."""
        return self._by_register.get(self.register(path), {})

    def is_there(self, entry: Entry) -> bool:
        """Tell whether the register of an entry still exists."""
        return (self.path.parent / entry.register).exists()

    def spans(self) -> dict[Entry, Span]:
        """Return where each entry is written."""
        found = [match.span() for match in re.finditer(_ENTRY, self._text)]
        lines = self.lines
        return {e: lines.span(*at) for e, at in zip(self.entries, found, strict=False)}

    def suppression(self, entry: Entry) -> Suppression:
        """Return an entry as the justification of a finding."""
        return Suppression(BASELINE, entry.reason, entry.owner, entry.until, self.shown)


def load(path: Path) -> Baseline:
    """Read a baseline. Raises `BaselineError`."""
    # Most runs have no baseline, and its validator is not quick to load.
    from privlint.schema.shape import BASELINE as SHAPE  # noqa: PLC0415
    from privlint.schema.shape import misshapen  # noqa: PLC0415

    shown = os.path.relpath(path)
    text = _text(path, shown)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{shown}:{error.lineno}:{error.colno}"
        raise BaselineError(f"{place}: this is not JSON: {error.msg.lower()}") from None
    except (RecursionError, ValueError) as error:
        raise BaselineError(f"{shown}: this cannot be read: {error}") from None
    if wrong := misshapen(_Data(data), SHAPE):
        raise BaselineError(*(f"{shown}: {one.message}" for one in wrong))
    return Baseline(path, (_entry(row, shown) for row in data["accepted"]), text)


class _Data(Record):
    data: Any


def _entry(row: dict[str, Any], shown: str) -> Entry:
    card = named(row["rule"])
    try:
        until = date.fromisoformat(row["until"]) if "until" in row else None
    except ValueError:
        raise BaselineError(f"{shown}: `{row['until']}` is no day of the calendar") from None
    code = card.code if card is not None else row["rule"]
    count, owner = row.get("count", 1), row.get("owner")
    return Entry(row["register"], row["at"], code, count, row["reason"].strip(), owner, until)


def _text(path: Path, shown: str) -> str:
    try:
        if not path.is_file():
            what = "it is no file" if path.exists() else "there is no such file"
            raise BaselineError(f"{shown}: cannot be read: {what}")
        source = path.read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise BaselineError(f"{shown}: cannot be read: {why}") from None
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BaselineError(f"{shown}: cannot be read: it is not UTF-8") from None


def accepted(findings: Iterable[Finding], baseline: Baseline) -> list[Entry]:
    """Return findings as entries of a baseline, for which nobody has given a reason yet."""
    counted = Counter((baseline.register(one.path), one.logical, one.card.code) for one in findings)
    return [Entry(*key, count, "") for key, count in counted.items()]


def written(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline: sorted, one entry a line."""
    rows = [_row(entry) for entry in sorted(entries, key=lambda entry: entry.key)]
    body = ",\n".join(f"    {_json(row)}" for row in rows)
    accepted_ = f"[\n{body}\n  ]" if rows else "[]"
    return f'{{\n  "version": {VERSION},\n  "accepted": {accepted_}\n}}\n'


def _row(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"register": entry.register, "at": entry.at, "rule": entry.code}
    if entry.count > 1:
        row["count"] = entry.count
    row["reason"] = entry.reason
    if entry.owner is not None:
        row["owner"] = entry.owner
    if entry.until is not None:
        row["until"] = entry.until.isoformat()
    return row


def _json(row: dict[str, Any]) -> str:
    """Write a row so that people can read it, on one line whatever it says."""
    text = json.dumps(row, ensure_ascii=False)
    return "".join(one if one.isprintable() else json.dumps(one)[1:-1] for one in text)
