"""Every word of the register's closed vocabularies has a name for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from privlint.exporters import labels, period_labels
from privlint.schema.store import schema

TABLES: list[tuple[Mapping[str, str], list[str]]] = [
    (labels.PURPOSES, ["purpose.kind"]),
    (labels.SUBJECTS, ["data_subjects"]),
    (labels.SOURCES, ["data_group.source"]),
    (labels.CALLED, ["data_group.called"]),
    (labels.COLLECTED, ["legal_basis.collected"]),
    (labels.ARTICLE_9, ["legal_basis.article_9"]),
    (labels.WHOSE, ["legal_basis.whose"]),
    (labels.BALANCING, ["legal_basis.balancing"]),
    (labels.ROLES, ["recipient.role"]),
    (labels.KINDS, ["recipient.kind"]),
    (labels.RELATIONS, ["recipient.relation"]),
    (labels.AGREEMENTS, ["agreement.kind"]),
    (labels.DEROGATIONS, ["transfer.derogation"]),
    (labels.COPIES, ["transfer.copy"]),
    (labels.MEASURES, ["security.measures"]),
    (labels.COOKIES, ["cookie.kind"]),
    (labels.EMBEDS, ["embed.what"]),
    (labels.CHANNELS, ["controller.channels", "marketing.channels"]),
    (labels.TECHNOLOGIES, ["cookies.technologies"]),
    (period_labels.FROM, ["retention_entry.from"]),
    (period_labels.UNTIL, ["retention_entry.until"]),
    (period_labels.CRITERIA, ["retention_entry.criterion"]),
    (period_labels.BOUNDS, ["retention_entry.bound"]),
    (period_labels.FORMS, ["retention_entry.form"]),
    (period_labels.THEN, ["retention_entry.then"]),
    (period_labels.WHICHEVER, ["retention.whichever"]),
]


@pytest.mark.parametrize(("table", "places"), TABLES)
def test_a_table_names_what_the_schema_knows_and_nothing_else(
    table: Mapping[str, str], places: list[str]
) -> None:
    """Whoever adds a word to the register is told here to name it."""
    known = {word for place in places for word in _words(place)}
    assert set(table) == known
    assert all(table.values())


def _words(place: str) -> set[str]:
    name, _, key = place.partition(".")
    part = schema("register")["$defs"][name]
    return _enums(_properties(part)[key] if key else part)


def _properties(part: dict[str, Any]) -> dict[str, Any]:
    found = dict(part.get("properties", {}))
    for option in part.get("anyOf", ()):
        found |= option.get("properties", {})
    return found


def _enums(part: Any) -> set[str]:
    if isinstance(part, list):
        return {word for inner in part for word in _enums(inner)}
    if not isinstance(part, dict):
        return set()
    if "enum" in part:
        return set(part["enum"])
    if "$ref" in part and part["$ref"].endswith("/channels"):
        return _enums(schema("register")["$defs"]["channels"])
    own = {"channel", "measure"} & set(part.get("properties", {}))
    inner = [part["properties"][key] for key in own]
    return _enums([part[key] for key in ("anyOf", "items") if key in part] + inner)
