"""Commands whose help has headings: the options in groups, and the examples at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar, get_args

import click

_F = TypeVar("_F", bound=Callable[..., Any])

Group = Literal["Selection", "Suppression", "Output", "Gate", "Running", "Options"]
"""A heading of a command's options; they stand in this order, and what has none comes last."""

_GROUPS: tuple[Group, ...] = get_args(Group)
_WIDEST = 26
"""Columns of the names of options: the help of a longer one starts on a line of its own."""
_DEBUGGING = f"{__name__}.debug"

Example = tuple[str, str]
"""What an example does, and the command that does it."""


class GroupedOption(click.Option):
    """An option that stands under a heading."""

    def __init__(self, *settings: Any, group: Group = "Options", **named: Any) -> None:
        """Take what click's option takes, and the heading."""
        told = named.pop("help", None)
        super().__init__(*settings, **named)
        self.group = group
        # Click would take indentation out of it, and load `inspect` for that at each start.
        self.help = told


class Helped(click.Command):
    """A command whose `--help` costs nothing until it is asked for."""

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Return the option, the same one each time."""
        if self._help_option is None:
            self._help_option = GroupedOption(
                [*self.get_help_option_names(ctx), "_help"],
                is_flag=True,
                expose_value=False,
                is_eager=True,
                help="Show this message and exit.",
                callback=_show_help,
            )
        return self._help_option


def _show_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


def option(*names: str, group: Group, **settings: Any) -> Callable[[_F], _F]:
    """Add an option to a command, as `click.option` does, under a heading of its help."""
    return click.option(*names, cls=GroupedOption, group=group, **settings)


class Command(Helped):
    """A command with grouped options, examples, and `--debug`."""

    def __init__(self, *settings: Any, examples: Iterable[Example] = (), **named: Any) -> None:
        """Take what click's command takes, and the examples that end its help."""
        super().__init__(*settings, **named)
        self.examples = tuple(examples)
        self.params.append(_debug())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; one that other linters have is told by its name here."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            # Only a mistake pays for what may have been meant.
            from privlint.cli.familiar import OPTIONS  # noqa: PLC0415

            if self.name != "check" or error.option_name not in OPTIONS:
                raise
            message = f"there is no option `{error.option_name}`: {OPTIONS[error.option_name]}"
            raise click.UsageError(message, ctx) from None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their headings, all in the same columns."""
        told = told_options(self, ctx)
        names = [name for records in told.values() for name, _ in records]
        width = max((len(name) for name in names if len(name) <= _WIDEST), default=0)
        for group, records in told.items():
            with formatter.section(group):
                rows = [(name.ljust(width), text) for name, text in records]
                formatter.write_dl(rows, col_max=width)

    def format_epilog(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        write_examples(self.examples, formatter)


def told_options(command: click.Command, ctx: click.Context) -> dict[Group, list[tuple[str, str]]]:
    """Return what the help tells of the options of a command, by their headings."""
    told: dict[Group, list[tuple[str, str]]] = {group: [] for group in _GROUPS}
    # Arguments are told of in the text of the command.
    for param in (one for one in command.get_params(ctx) if isinstance(one, click.Option)):
        record = param.get_help_record(ctx)
        if record is not None:
            told[param.group if isinstance(param, GroupedOption) else "Options"].append(record)
    return {group: records for group, records in told.items() if records}


def write_examples(examples: Iterable[Example], formatter: click.HelpFormatter) -> None:
    """Write what each example does, and below it the command, on a line that can be copied."""
    with formatter.section("Examples"):
        for number, (what, command) in enumerate(examples):
            if number:
                formatter.write_paragraph()
            formatter.write_text(what)
            formatter.write(f"{'':>{formatter.current_indent + 2}}{command}\n")


def is_debugging() -> bool:
    """Tell whether the command that runs was given `--debug`."""
    return bool(click.get_current_context().meta.get(_DEBUGGING))


def _debug() -> GroupedOption:
    """Return the option that every failure advises; it is no parameter of the command."""

    def remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001
        ctx.meta[_DEBUGGING] = value

    return GroupedOption(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        callback=remember,
        help="Where privlint itself fails, show the traceback.",
    )
