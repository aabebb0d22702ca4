"""Find the JSON Schemas: beside the package in a wheel, at the top of the tree in a checkout."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent.parent


def schema_path(name: str) -> Path:
    """Return the path of `<name>.schema.json`."""
    shipped = _PACKAGE / "schemas" / f"{name}.schema.json"
    return shipped if shipped.exists() else _PACKAGE.parents[1] / "schemas" / shipped.name


@cache
def schema(name: str) -> dict[str, Any]:
    """Return a schema as data: `register`, `report`, `house-rules`, `config`."""
    return dict(json.loads(schema_path(name).read_text(encoding="utf-8")))
