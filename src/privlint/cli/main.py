"""The command `privlint`: its subcommands, and what becomes of what goes wrong."""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword
from typing import TYPE_CHECKING, NoReturn

import click

from privlint.cli.exit_codes import FAILED, INTERRUPTED, TERMINATED, TerminatedError
from privlint.cli.grouped import GroupedOption, Helped, write_examples
from privlint.cli.writing import full_output, give_up_output
from privlint.escaping import printable
from privlint.postponing import postponed
from privlint.version import HOME, VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

COMPLETING = "_PRIVLINT_COMPLETE"
"""Set by the scripts of `privlint completions`; click has the name from that of the command."""

COMMANDS = {
    "Check": {
        "check": "Check registers and report what is missing or wrong.",
        "trace": "Show a register beside the text of its statement.",
        "test": "Test the rules of your own against their examples.",
    },
    "Read": {
        "explain": "Explain a rule: what it asks, why, and by which law.",
        "rules": "List the rules.",
        "diff": "Tell what changed between two registers, and who has to know.",
        "export": "Write a register for people and programs that do not read YAML.",
        "suppressions": "List what is ignored or accepted, and why.",
        "schema": "Print the JSON Schema of registers, or another one.",
    },
    "Write": {
        "baseline": "Accept what is found today, so that only what is new counts.",
        "init": "Write a commented register, to be filled in.",
        "import": "Write a register from what others know of a statement.",
        "new-rule": "Write the file of a new rule, in a checkout.",
    },
    "Set up": {
        "config": "Show what is set, and where that is written.",
        "lsp": "Serve an editor: findings while one types, and more.",
        "completions": "Print what makes bash, zsh or fish complete words.",
    },
}
"""The commands under their headings, with what they are for."""

_TOLD = {name: told for commands in COMMANDS.values() for name, told in commands.items()}

EXAMPLES = (
    ("Begin a register, in policies/", "privlint init"),
    ("Check the registers in policies/", "privlint check"),
    ("Read what a rule asks, and why", "privlint explain RET001"),
)


class _Commands(Helped, click.Group):
    """Imports a subcommand when it is used, so that the others cost nothing at start."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(_TOLD)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        if name not in _TOLD:
            return None
        function = name.replace("-", "_")
        # No module of Python's can be imported that is called `import`.
        function += "_" * iskeyword(function)
        with postponed():
            found = getattr(import_module(f"privlint.cli.{function}"), function)
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in _TOLD and not name.startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(f"there is no command `{printable(name)}`{_meant(name)}", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, _TOLD))
        for heading, commands in COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), told) for name, told in commands.items()])
        click.Command.format_options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_examples(EXAMPLES, formatter)
        super().format_epilog(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        # Only a shell that asks for completions pays for this.
        from click.shell_completion import CompletionItem  # noqa: PLC0415

        commands = [
            CompletionItem(name, help=told)
            for name, told in _TOLD.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]


def _meant(name: str) -> str:
    """Return what is said of a command that is not there."""
    # Only a mistake pays for what may have been meant.
    from privlint.cli.familiar import COMMANDS as FAMILIAR  # noqa: PLC0415
    from privlint.nearest import did_you_mean  # noqa: PLC0415

    if name in FAMILIAR:
        return f": {FAMILIAR[name]}"
    if os.path.lexists(name):
        return ": `privlint check PATH` checks a file or a folder"
    return did_you_mean(name, _TOLD)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"Exit codes, formats and the register's format: {HOME}#readme",
)
@click.version_option(VERSION, "-V", "--version", prog_name="privlint", cls=GroupedOption)
def privlint() -> None:
    """Policy-as-code for privacy statements.

    A privacy statement is written down as a YAML register; privlint holds it against the law as it
    stood on a day, and says on which line which duty is not met.
    """


def every_command() -> dict[str, click.Command]:
    """Return the commands by their whole names: `check`, `baseline create`."""
    ctx = click.Context(privlint)
    found: dict[str, click.Command] = {}
    for name in _TOLD:
        command = privlint.get_command(ctx, name)
        if isinstance(command, click.Group):
            found |= {f"{name} {part}": one for part, one in command.commands.items()}
        elif command is not None:
            found[name] = command
    return found


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command, and exit with one of the codes of `exit_codes`."""
    # What is imported stays: looking through it for garbage is a twentieth of a short run.
    gc.disable()
    # Like SIGINT it ends what was begun as an error would: nothing is left half-written.
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The same input gives the same bytes, whatever the locale.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if COMPLETING in os.environ:
        # A shell asks what could stand here: only then are the shells known.
        import_module("privlint.cli.shells")
    try:
        code = privlint.main(arguments, prog_name="privlint", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except TerminatedError:
        sys.exit(TERMINATED)
    except BrokenPipeError:
        # Whoever read us has gone away: nothing more can be said, and Python must not try.
        give_up_output()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - a traceback is for us, not for a user
        _confess(error, arguments if arguments is not None else sys.argv[1:])
    sys.exit(code if isinstance(code, int) else 0)


def _terminate(*_: object) -> NoReturn:
    raise TerminatedError


def _confess(error: Exception, arguments: Sequence[str]) -> NoReturn:
    if "--debug" in arguments:
        sys.excepthook(type(error), error, error.__traceback__)
        sys.exit(FAILED)
    if told := full_output(error):
        told.show()
        sys.exit(told.exit_code)
    click.echo(
        f"privlint failed, and this is its own fault: "
        f"{printable(f'{type(error).__name__}: {error}')}\n"
        f"Run it again with --debug, and report what it prints: {HOME}/issues",
        err=True,
    )
    sys.exit(FAILED)
