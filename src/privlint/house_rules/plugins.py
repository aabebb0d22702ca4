"""The rules of installed packages, offered under the entry point `privlint.rules`.

A package is loaded only where a configuration names it: to be installed is not enough.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from types import ModuleType
from typing import TYPE_CHECKING

from privlint.nearest import did_you_mean
from privlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint

GROUP = "privlint.rules"


class PluginError(ValueError):
    """A package whose rules cannot be had."""


def offered(name: str) -> tuple[Rule, ...]:
    """Return the rules that an installed package offers under a name. Raises `PluginError`."""
    known = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in known:
        told = did_you_mean(name, known) or f"; installed are {', '.join(sorted(known)) or 'none'}"
        raise PluginError(f"no installed package offers rules as `{name}`{told}")
    rules = tuple(_rules(_loaded(known[name])))
    if not rules:
        raise PluginError(f"`{known[name].value}`, which `{name}` stands for, holds no rule")
    return rules


def _loaded(entry: EntryPoint) -> object:
    try:
        return entry.load()
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        raise PluginError(f"the rules of `{entry.name}` cannot be loaded: {why}") from error


def _rules(offer: object) -> Iterable[Rule]:
    """Take the rules of a module, or of a list."""
    found = vars(offer).values() if isinstance(offer, ModuleType) else offer
    try:
        return [one for one in found if isinstance(one, Rule)]  # type: ignore[attr-defined]
    except TypeError:
        return []
