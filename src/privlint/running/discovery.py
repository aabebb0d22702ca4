"""Find the registers that a run is asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from privlint.record import Record
from privlint.running.patterns import compiled, matches, nearby

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pathspec import GitIgnoreSpec

    from privlint.config import Config

STANDARD_INPUT = "-"

USUAL = ("/policies/*.yaml", "/policies/*.yml", "*.privacy.yaml", "*.privacy.yml")
"""Where registers are looked for when nobody says where, as patterns of .gitignore."""
_ENDINGS = (".yaml", ".yml")
_NEVER = frozenset({"node_modules", "site-packages", "__pycache__"})
"""Folders of code that others wrote: no register of this project lies there."""
_ENVIRONMENT = "pyvenv.cfg"
_IGNORED = ".gitignore"


class Exclusion(Record):
    """What is not looked at: patterns, meant from a folder."""

    folder: Path = Path()
    patterns: tuple[str, ...] = ()

    def covers(self, path: str) -> bool:
        """Tell whether a file or folder is excluded."""
        return bool(self.patterns) and matches(path, self.folder, self.patterns)


def discover(
    paths: Iterable[str], exclusions: Sequence[Exclusion] = (), *, force: bool = False
) -> list[str]:
    """Return the files to check, each once, in a fixed order.

    A folder stands for the registers below it; what else is named is taken as it is, and so is a
    folder without registers, so that it can be reported. What is excluded is left out of folders,
    and with `force` of what is named by hand as well.
    """
    found: list[str] = []
    paths = list(paths)
    for path in paths:
        if force and path != STANDARD_INPUT and _is_excluded(path, exclusions):
            continue
        found += _below(path, exclusions) or [path]
    if len(paths) == 1:
        # Of one folder each file is found once, and there may be thousands.
        return found
    once = {os.path.normpath(file) if file != STANDARD_INPUT else file: file for file in found}
    return list(once.values())


def registers_below(
    folder: Path, config: Config, exclusions: Sequence[Exclusion] = ()
) -> list[str]:
    """Return the registers of a project: what fits the `files` of its configuration, from there.

    Without these: `policies/*.yaml` and `*.privacy.yaml` anywhere below `folder`. What the
    configuration excludes is left out.
    """
    patterns = config.listed("files")
    folder = config.folder if patterns else folder
    patterns = patterns or USUAL
    exclusions = (*exclusions, Exclusion(config.folder, config.listed("exclude")))
    found = _walk(nearby(folder), exclusions, every=True)
    return sorted(path for path in found if matches(path, folder, patterns))


def _below(path: str, exclusions: Sequence[Exclusion]) -> list[str]:
    # A name that is too long is no folder; pathlib would raise.
    if path == STANDARD_INPUT or not os.path.isdir(path):  # noqa: PTH112
        return []
    return sorted(_walk(path, exclusions))


def _walk(folder: str, exclusions: Sequence[Exclusion], *, every: bool = False) -> Iterator[str]:
    """Yield the YAML files below a folder, or every file; also folders that cannot be read.

    Hidden folders, links to folders, and what git ignores are not entered.
    """
    unreadable: list[str] = []
    ignored = {folder: _above(folder)}

    def note(error: OSError) -> None:
        unreadable.append(str(error.filename))

    for root, folders, files in os.walk(folder, onerror=note):
        rules = ignored.pop(root, [])
        if _IGNORED in files:
            rules = [*rules, *_read(root)]
        kept = []
        for name in sorted(folders):
            path = os.path.join(root, name)  # noqa: PTH118 - a project has thousands
            is_ours = not name.startswith(".") and name not in _NEVER
            if is_ours and not _is_left_out(f"{path}/", exclusions, rules):
                kept.append(name)
                ignored[path] = rules
        folders[:] = [] if _ENVIRONMENT in files else kept
        # Once for each folder: to make a path of each file costs more than to look at it.
        shown = Path(root).as_posix()
        before = "" if shown == "." else shown.rstrip("/") + "/"
        found = [
            before + name for name in files if name[0] != "." and (every or name.endswith(_ENDINGS))
        ]
        if exclusions or rules:
            found = [path for path in found if not _is_left_out(path, exclusions, rules)]
        yield from found
    yield from (Path(path).as_posix() for path in unreadable)


_Rules = list[tuple[str, "GitIgnoreSpec"]]
"""The files .gitignore that count in a folder, the outermost first, each with its folder."""


def _above(folder: str) -> _Rules:
    """Return what counts in a folder because of those above, up to the top of its repository."""
    found: _Rules = []
    above = [Path(folder).absolute(), *Path(folder).absolute().parents]
    top = next((number for number, one in enumerate(above) if (one / ".git").exists()), 0)
    for one in above[1 : top + 1]:
        found = [*_read(str(one)), *found]
    return found


def _read(folder: str) -> _Rules:
    path = Path(folder) / _IGNORED
    try:
        if not path.is_file():
            return []
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        return [(folder, compiled(tuple(lines)))]
    except (OSError, ValueError):
        # What cannot be read, or is no pattern, ignores nothing: rather one register too many.
        return []


def _is_left_out(path: str, exclusions: Sequence[Exclusion], rules: _Rules) -> bool:
    return _is_excluded(path, exclusions) or _is_ignored(path, rules)


def _is_excluded(path: str, exclusions: Sequence[Exclusion]) -> bool:
    return bool(exclusions) and any(exclusion.covers(path) for exclusion in exclusions)


def _is_ignored(path: str, rules: Sequence[tuple[str, GitIgnoreSpec]]) -> bool:
    """Tell whether git ignores a path; the closest .gitignore that speaks of it decides."""
    if not rules:
        return False
    for folder, spec in reversed(rules):
        end = "/" if path.endswith("/") else ""
        said = spec.check_file(os.path.relpath(path, folder) + end).include
        if said is not None:
            return said
    return False
