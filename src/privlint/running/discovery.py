"""Find the registers that a run is asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STANDARD_INPUT = "-"

_ENDINGS = (".yaml", ".yml")
_USUAL_FOLDER = "policies"
_USUAL_ENDINGS = (".privacy.yaml", ".privacy.yml")


def discover(paths: Iterable[str]) -> list[str]:
    """Return the files to check, each once, in a fixed order.

    A folder stands for the registers below it; what else is named is taken as it is, and so is a
    folder without registers, so that it can be reported.
    """
    found = (file for path in paths for file in (_below(path) or [path]))
    once = {os.path.normpath(file) if file != STANDARD_INPUT else file: file for file in found}
    return list(once.values())


def usual_places(folder: str = ".") -> list[str]:
    """Return the registers of a project: `policies/*.yaml` and `*.privacy.yaml` anywhere below."""
    below = list(_walk(folder))
    usual = Path(folder) / _USUAL_FOLDER
    found = [p for p in below if p.name.endswith(_USUAL_ENDINGS) or p.parent == usual]
    return sorted(path.as_posix() for path in found)


def _below(path: str) -> list[str]:
    if path == STANDARD_INPUT or not Path(path).is_dir():
        return []
    return sorted(file.as_posix() for file in _walk(path))


def _walk(folder: str) -> Iterator[Path]:
    """Yield the YAML files below a folder; hidden folders and links to folders are not entered."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            if name.endswith(_ENDINGS) and not name.startswith("."):
                yield Path(root) / name
