"""The table of sources."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from privlint.importers.contract import Importer

SOURCES = {
    "tilt": "the Transparency Information Language, as JSON",
}
"""What `--from` knows, and what it is; each is the module of its name."""


def importer(name: str) -> Importer:
    """Return the module of a source; the others are not even imported."""
    return cast("Importer", import_module(f"privlint.importers.{name}"))
