"""The model and the schema say the same things of a register."""

from __future__ import annotations

from typing import Any

import pytest

from privlint.register import Register
from privlint.register.build import build
from privlint.register.node import Node
from privlint.schema.store import schema
from privlint.source.reader import read


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """Follow references to the definition."""
    while "$ref" in part:
        part = schema("register")["$defs"][part["$ref"].rsplit("/", 1)[1]]
    return part


def properties(part: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of the mapping that a part of the schema allows."""
    part = resolved(part)
    found = dict(part.get("properties", {}))
    for key in ("items", "additionalProperties"):
        if isinstance(part.get(key), dict):
            found |= properties(part[key])
    for alternative in part.get("anyOf", ()):
        found |= properties(alternative)
    return found


def differences(node: type[Node], part: dict[str, Any], path: str) -> list[str]:
    """Return where a node class and a part of the schema differ, all the way down."""
    keys = properties(part)
    fields = {field.key: field for field in node.FIELDS.values()}
    if node.LISTED is not None:
        inner = fields[node.LISTED].node
        assert inner is not None
        fields |= {field.key: field for field in inner.FIELDS.values()}
    found = [f"{path}: {key}" for key in set(fields) ^ set(keys)]
    for key in set(fields) & set(keys):
        below = fields[key].node
        if below is not None and below is not node and not (node.LISTED and key == node.LISTED):
            found += differences(below, keys[key], f"{path}.{key}")
    return found


def test_the_model_holds_what_the_schema_allows() -> None:
    """Every key of the schema is a field of the model, and the other way round."""
    assert differences(Register, schema("register"), "register") == []


def test_a_register_cannot_be_changed() -> None:
    """A node refuses to be changed while it is judged."""
    document = read(b"privlint: 1\nshop: {name: Test, country: BE}\nstatement: {}\n")
    register = build(document.data, document.written)
    with pytest.raises(AttributeError, match="cannot be changed"):
        register.privlint = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("claim", "other", "may"),
    [
        ("[{section: 1}, {section: 2}]", "{section: 2}", True),
        ("{section: 1}", "{section: 2}", False),
        ("{section: 1}", None, True),
        (None, None, True),
    ],
)
def test_one_passage_may_say_two_things(claim: str | None, other: str | None, *, may: bool) -> None:
    """Two facts can come from one passage if they cite one section, or if one cites none."""
    cites = [f", cite: {cite}" if cite is not None else "" for cite in (claim, other)]
    document = read(
        "privlint: 1\nshop: {name: Test, country: BE}\nstatement: {}\nclaims:\n"
        f"  - {{claim: lawful{cites[0]}}}\n  - {{claim: confidential{cites[1]}}}\n".encode()
    )
    first, second = build(document.data, document.written).claims
    assert first.may_stand_with(second) is may
    assert second.may_stand_with(first) is may
