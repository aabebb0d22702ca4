"""Good statements raise nothing: each finding on one would be a false alarm.

The registers in `registers/lawful` are those of invented statements as a careful lawyer writes
them. They leave out no fact that such a statement holds, so that much of what looks like a fault
stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from privlint.report import Unasked
from privlint.running.run import run
from privlint.schema.store import schema
from privlint.source.reader import read
from privlint.terms import STATEMENT

from .conftest import DAY, terms

REGISTERS = Path(__file__).parent / "registers"
LAWFUL = sorted((REGISTERS / "lawful").glob("*.yaml"))

SILENT = pytest.mark.parametrize(
    "path", [*LAWFUL, REGISTERS / "plain.yaml"], ids=lambda path: str(path.stem)
)

COVERED = 0.95
"""How much of the format the lawful registers use at least: the rest is for bad statements."""

ANYWHERE = frozenset({"words", "cite", "note"})
"""Keys that nearly every part of the format allows; they would drown the others."""

YEAR = 366


@SILENT
@pytest.mark.parametrize("as_of", [DAY, STATEMENT], ids=["today", "as-of-its-date"])
def test_a_good_statement_raises_nothing(path: Path, as_of: date | str) -> None:
    """No rule finds anything, today or on the day of the statement, and none fails."""
    report = run([str(path)], terms(as_of=as_of))
    assert [asked.is_checked for asked in report.inputs] == [True]
    assert [f"{found.card.code} {found.where}: {found.message}" for found in report.findings] == []
    assert report.crashes == ()


def test_every_rule_is_asked_of_a_good_statement() -> None:
    """Each rule in force has had its chance: no silence comes of not being asked."""
    report = run(map(str, LAWFUL), terms())
    asked_nothing = [
        one.card.code for one in report.rules_not_run if one.why is not Unasked.NOT_IN_FORCE
    ]
    assert asked_nothing == []


@SILENT
def test_a_good_statement_is_of_the_last_year(path: Path) -> None:
    """Nobody may take silence for the silence of a law that did not apply yet."""
    day = date.fromisoformat(str(read(path.read_bytes()).data["statement"]["date"]))
    assert 0 <= (DAY - day).days <= YEAR


def test_good_statements_use_nearly_all_of_the_format() -> None:
    """What no lawful register uses, no false alarm about it is ever heard of."""
    whole = schema("register")
    used = {key for path in LAWFUL for key in _used(whole, read(path.read_bytes()).data)}
    known = set(_keys(whole, "register", set()))
    assert used <= known
    assert len(used) >= COVERED * len(known), sorted(known - used)


def _used(part: dict[str, Any], value: Any, place: str = "register") -> Iterator[str]:
    """Yield the keys of the schema that a value uses, by the definition that they stand in."""
    for choice, name in _choices(part, place):
        if isinstance(value, dict):
            properties = choice.get("properties", {})
            for key, below in value.items():
                if key in properties:
                    yield from () if key in ANYWHERE else (f"{name}.{key}",)
                    yield from _used(properties[key], below, f"{name}.{key}")
                elif isinstance(choice.get("additionalProperties"), dict):
                    yield from _used(choice["additionalProperties"], below, name)
        elif isinstance(value, list):
            for below in value:
                yield from _used(choice.get("items", {}), below, name)


def _keys(part: dict[str, Any], place: str, seen: set[int]) -> Iterator[str]:
    """Yield every key that the schema knows, once."""
    for choice, name in _choices(part, place):
        if id(choice) in seen:
            continue
        seen.add(id(choice))
        for key, below in choice.get("properties", {}).items():
            yield from () if key in ANYWHERE else (f"{name}.{key}",)
            yield from _keys(below, f"{name}.{key}", seen)
        for key in ("items", "additionalProperties"):
            if isinstance(choice.get(key), dict):
                yield from _keys(choice[key], name, seen)


def _choices(part: dict[str, Any], place: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield a part of the schema and its alternatives, each with the name of its definition."""
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[1]
        yield from _choices(_definitions()[name], name)
        return
    yield part, place
    for alternative in part.get("anyOf", ()):
        yield from _choices(alternative, place)


@cache
def _definitions() -> dict[str, dict[str, Any]]:
    return dict(schema("register")["$defs"])
