"""Which configuration counts, as an option says, and how one that cannot be used is told."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from privlint.cli.exit_codes import USAGE
from privlint.cli.grouped import option
from privlint.config import ConfigError
from privlint.escaping import printable
from privlint.running.setting import OptionError, Options, Setting
from privlint.suppression.baseline import BaselineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from privlint.cli.language import Language
    from privlint.config import Config
    from privlint.rule import Rule


class SettingError(click.ClickException):
    """A configuration, a baseline, or rules of a house, that cannot be used."""

    exit_code = USAGE

    def __init__(self, *lines: str) -> None:
        """Hold a line for each thing that is wrong, as a terminal can show it."""
        super().__init__("\n".join(map(printable, lines)))


def configurable(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which configuration counts."""
    isolated = option(
        "--isolated", group="Running", is_flag=True, help="Ignore every configuration."
    )
    given = option(
        "--config",
        "config_file",
        group="Running",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The configuration.  [default: the closest privlint.toml, .privlint.toml or"
        " pyproject.toml with [tool.privlint], above each register]",
    )
    return given(isolated(command))


LANG = option(
    "--lang",
    group="Output",
    metavar="XX",
    help="The language of what people read: nl.  [default: lang of the configuration, else en]",
)


def language(given: str | None, config: Config, command: str) -> Language | None:
    """Return the language that is asked for, else that of the configuration; `None`: English."""
    lang = given or config.one("lang")
    if lang is None or lang == "en":
        return None
    # Who reads English does not pay for what translates.
    from privlint.cli.language import language as of_name  # noqa: PLC0415

    return of_name(lang, command)


def setting(config_file: Path | None = None, *, isolated: bool = False, **options: Any) -> Setting:
    """Return what is set; `options` are those of `Options`. Raises click's `UsageError`."""
    if isolated and config_file is not None:
        raise click.UsageError("--isolated and --config exclude each other")
    return Setting(Options(config_file=config_file, is_isolated=isolated, **options))


def own_rules(config_file: Path | None, *, isolated: bool) -> tuple[Rule, ...]:
    """Return the rules of a house that the configuration names. Raises `SettingError`."""
    with usable():
        found = setting(config_file, isolated=isolated)
        return found.own(found.run)


def set_language(
    given: str | None, config_file: Path | None, command: str, *, isolated: bool
) -> Language | None:
    """Return the language of a command that checks nothing. Raises `SettingError`."""
    with usable():
        return language(given, setting(config_file, isolated=isolated).run, command)


@contextmanager
def usable() -> Iterator[None]:
    """Turn what is wrong with the setting into what a user is told."""
    try:
        yield
    except (ConfigError, BaselineError) as error:
        raise SettingError(*error.lines) from None
    except OptionError as error:
        raise click.UsageError(printable(str(error))) from None
