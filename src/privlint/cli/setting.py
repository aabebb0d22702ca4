"""What a command finds set for it: the configuration, and the rules of the house that it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from privlint import config
from privlint.catalogue import catalogue
from privlint.cli.exit_codes import USAGE
from privlint.record import Record
from privlint.reporters.layout import printable
from privlint.running.inputs import Refusal, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from privlint.config import Config
    from privlint.rule import Rule


class SettingError(click.ClickException):
    """A configuration, or rules that it names, that cannot be used."""

    exit_code = USAGE

    def __init__(self, *lines: str) -> None:
        """Hold a line for each thing that is wrong, as a terminal can show it."""
        super().__init__("\n".join(map(printable, lines)))


_LARGEST = 2_000_000
"""Bytes of the largest file of rules that is read: as many as a register may have."""


class Setting(Record):
    """The configuration of a run, and the rules that it adds to the catalogue."""

    config: Config
    own: tuple[Rule, ...]
    sources: dict[str, bytes]
    """The files of rules, by the path that errors call them."""


def configurable(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which configuration counts."""
    isolated = click.option("--isolated", is_flag=True, help="Ignore every configuration.")
    given = click.option(
        "--config",
        "config_file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The configuration.  [default: the closest privlint.toml, .privlint.toml or"
        " pyproject.toml with [tool.privlint], here or above]",
    )
    return given(isolated(command))


def setting(config_file: Path | None, *, isolated: bool) -> Setting:
    """Return what is set. Raises `SettingError`."""
    if isolated and config_file is not None:
        raise click.UsageError("--isolated and --config exclude each other")
    try:
        if isolated:
            found = config.Config()
        elif config_file is not None:
            found = config.load(config_file)
        else:
            found = config.find(Path.cwd())
    except config.ConfigError as error:
        raise SettingError(*error.lines) from None
    sources = sources_of(found.rules, str(found.path))
    return Setting(found, own_rules(sources, found.plugins), sources)


def sources_of(files: Iterable[Path], named_in: str) -> dict[str, bytes]:
    """Read files of rules, by the path that errors call them. Raises `SettingError`."""
    sources = {}
    for path in files:
        # Made absolute, a file that is called `-` is no standard input.
        source = load(str(path.absolute()), _LARGEST)
        if isinstance(source, Refusal):
            is_folder = source.name == "folder-without-registers"
            why = "it is a folder" if is_folder else source.message
            raise SettingError(f"the rules in {_shown(path)}, named in {named_in}: {why}")
        sources[_shown(path)] = source
    return sources


def own_rules(sources: dict[str, bytes], plugins: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return the rules of files and of installed packages. Raises `SettingError`."""
    if not sources and not plugins:
        return ()
    # Only a house with rules of its own pays for what reads them.
    from privlint.house_rules.collect import collect  # noqa: PLC0415
    from privlint.house_rules.load import HouseRulesError  # noqa: PLC0415

    try:
        return collect(sources, plugins)
    except HouseRulesError as error:
        raise SettingError(*error.lines) from None


def jurisdictions(named: tuple[str, ...], set_: Setting) -> frozenset[str]:
    """Return the countries whose rules are asked of every register, as ISO codes."""
    known = frozenset().union(*(rule.card.jurisdictions for rule in (*catalogue(), *set_.own)))
    listed = ", ".join(sorted(known)).lower()
    wanted = {code.strip().upper() for value in named for code in value.split(",")} - {""}
    if named and not wanted:
        raise SettingError(f"--jurisdiction names no country; there are rules of {listed}")
    source = "" if named else f"{set_.config.path}: "
    wanted = wanted or {code.upper() for code in set_.config.jurisdictions}
    for code in sorted(wanted - known):
        raise SettingError(f"{source}there are no rules of `{code.lower()}`; there are of {listed}")
    return frozenset(wanted)


def _shown(path: Path) -> str:
    """Name a file as seen from here, where it lies below."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):  # elsewhere; with a NUL; in a circle of links
        return str(path)
