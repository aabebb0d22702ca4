"""The command `privlint`: its subcommands, and what becomes of what goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

import click

from privlint.cli.exit_codes import FAILED, INTERRUPTED
from privlint.version import HOME, VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMANDS = {
    "baseline": "Accept what is found today, so that only what is new counts.",
    "check": "Check registers and report what is missing or wrong.",
    "config": "Show what is set, and where that is written.",
    "explain": "Explain a rule: what it asks, why, by which law, and what would meet it.",
    "new-rule": "Write the file of a new rule, in a checkout.",
    "rules": "List the rules.",
    "suppressions": "List what is ignored or accepted, and why.",
    "test": "Test the rules of your own against their examples.",
    "trace": "Show the text of a statement beside its register: what cites what.",
}


class _Commands(click.Group):
    """Imports a subcommand when it is used, so that the others cost nothing at start."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        function = name.replace("-", "_")
        found = getattr(import_module(f"privlint.cli.{function}"), function)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"Exit codes, formats and the register's format: {HOME}#readme",
)
@click.version_option(VERSION, "-V", "--version", prog_name="privlint")
def privlint() -> None:
    """Policy-as-code for privacy statements.

    A privacy statement is written down as a YAML register; privlint holds it against the law as it
    stood on a day, and says on which line which duty is not met.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command, and exit with one of the codes of `exit_codes`."""
    # What is imported stays: looking through it for garbage is a twentieth of a short run.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The same input gives the same bytes, whatever the locale.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = privlint.main(arguments, prog_name="privlint", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read us has gone away: nothing more can be said, and Python must not try.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - a traceback is for us, not for a user
        _confess(error, arguments if arguments is not None else sys.argv[1:])
    sys.exit(code if isinstance(code, int) else 0)


def _confess(error: Exception, arguments: Sequence[str]) -> NoReturn:
    if "--debug" in arguments:
        sys.excepthook(type(error), error, error.__traceback__)
        sys.exit(FAILED)
    click.echo(
        f"privlint failed, and this is its own fault: {type(error).__name__}: {error}\n"
        f"Run it again with --debug, and report what it prints: {HOME}/issues",
        err=True,
    )
    sys.exit(FAILED)
