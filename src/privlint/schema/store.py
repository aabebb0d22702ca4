"""Find the JSON Schemas: beside the package in a wheel, at the top of the tree in a checkout."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent.parent


_ENDING = ".schema.json"


def schema_path(name: str) -> Path:
    """Return the path of `<name>.schema.json`."""
    return _folder() / f"{name}{_ENDING}"


def names() -> list[str]:
    """Return the names of the schemas that there are, sorted."""
    return sorted(path.name.removesuffix(_ENDING) for path in _folder().glob(f"*{_ENDING}"))


def _folder() -> Path:
    shipped = _PACKAGE / "schemas"
    return shipped if shipped.exists() else _PACKAGE.parents[1] / "schemas"


def schema_text(name: str) -> str:
    """Return a schema as it is written: `register`, `report`, `house-rules`, `config`."""
    return schema_path(name).read_text(encoding="utf-8")


@cache
def schema(name: str) -> dict[str, Any]:
    """Return a schema as data."""
    return dict(json.loads(schema_text(name)))
