"""The rules of installed packages, offered under the entry point `privlint.rules`.

A package is loaded only where a configuration names it: to be installed is not enough.
"""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from privlint.house_rules.sound import unsound
from privlint.nearest import did_you_mean
from privlint.rule import Flag, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.metadata import EntryPoint

    from privlint.knowledge.facts import Facts

GROUP = "privlint.rules"


class PluginError(ValueError):
    """A package whose rules cannot be had."""


def offered(name: str) -> tuple[Rule, ...]:
    """Return the rules that an installed package offers under a name. Raises `PluginError`."""
    known: dict[str, EntryPoint] = {}
    for entry in entry_points(group=GROUP):
        other = known.setdefault(entry.name, entry)
        if entry.name == name and entry.value != other.value:
            both = f"`{other.value}` and `{entry.value}`"
            raise PluginError(f"two packages offer rules as `{name}`: {both}; uninstall one")
    if name not in known:
        told = did_you_mean(name, known) or f"; installed are {', '.join(sorted(known)) or 'none'}"
        raise PluginError(f"no installed package offers rules as `{name}`{told}")
    rules = tuple(_rules(_loaded(known[name])))
    if not rules:
        told = f"`{known[name].value}`, which `{name}` stands for, holds no rule"
        raise PluginError(f"{told}: it has to be a module, or a list of rules")
    for rule in rules:
        if why := unsound(rule):
            raise PluginError(f"plugin `{name}`: the rule `{rule.card.code}` {why}")
    return tuple(rule.replace(check=_guarded(rule)) for rule in rules)


def places(names: Iterable[str]) -> Iterator[Path]:
    """Yield where the code of installed packages lies, by their names: a folder or a file."""
    wanted = set(names)
    for entry in entry_points(group=GROUP):
        if entry.name in wanted:
            top = sys.modules.get(entry.module.partition(".")[0])
            if top is not None and top.__file__ is not None:
                file = Path(top.__file__)
                yield file.parent if hasattr(top, "__path__") else file


def _loaded(entry: EntryPoint) -> object:
    try:
        # What a package prints is no part of a report.
        with redirect_stdout(sys.stderr):
            return entry.load()
    except (Exception, SystemExit) as error:
        why = f"{type(error).__name__}: {error}"
        raise PluginError(f"the rules of `{entry.name}` cannot be loaded: {why}") from error


def _rules(offer: object) -> list[Rule]:
    """Take the rules of a module, or of a list; one that has two names there is one rule."""
    found = vars(offer).values() if isinstance(offer, ModuleType) else offer
    if not isinstance(found, list | tuple | type({}.values())):
        return []
    return list({id(one): one for one in found if isinstance(one, Rule)}.values())


def _guarded(rule: Rule) -> Any:
    """Return the judgement of a rule; it fails, and the run does not, where it does odd things."""

    def judgement(part: Any, facts: Facts) -> Iterator[Flag]:
        try:
            for one in rule.check(part, facts):
                if not isinstance(one, Flag) or not isinstance(one.message, str):
                    raise TypeError(f"a judgement yields flags, and not {one!r}")
                yield one
        except SystemExit as error:
            raise RuntimeError("it would end the program") from error

    return judgement
