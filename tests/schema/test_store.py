"""The schemas are where they are looked for, and mean the same to everybody who reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from privlint.schema.store import schema, schema_path

from ..conftest import ROOT

NAMES = ["register", "report"]


def parts(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a schema."""
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from parts(inner)
    if isinstance(part, list):
        for inner in part:
            yield from parts(inner)


def test_every_schema_of_the_project_can_be_asked_for() -> None:
    """What lies in schemas/ is what the store knows."""
    found = {path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").glob("*.json")}
    assert set(NAMES) <= found
    assert all(schema_path(name).exists() for name in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(name: str) -> None:
    """Each is valid under draft 2020-12, and every reference in it leads somewhere."""
    Draft202012Validator.check_schema(schema(name))
    for part in parts(schema(name)):
        if isinstance(part.get("$ref"), str):
            assert part["$ref"].removeprefix("#/$defs/") in schema(name)["$defs"]


@pytest.mark.parametrize("name", NAMES)
def test_every_mapping_refuses_what_it_does_not_know(name: str) -> None:
    """A misspelt key is never passed over in silence."""
    for part in parts(schema(name)):
        if part.get("type") == "object" and "properties" in part:
            assert part.get("additionalProperties") is False


def test_patterns_of_a_register_mean_the_same_in_every_language() -> None:
    r"""`\d` and `\w` are ASCII in an editor and Unicode in Python: neither is used."""
    patterns = [part["pattern"] for part in parts(schema("register")) if "pattern" in part]
    texts = [pattern for pattern in patterns if isinstance(pattern, str)]
    assert texts
    assert [pattern for pattern in texts if re.search(r"\\[dDwWbB]", pattern)] == []


def test_an_unknown_schema_is_an_error() -> None:
    """A name that is no schema is not answered with another one."""
    with pytest.raises(FileNotFoundError):
        schema("no-such")
