"""Where output goes: to standard output, into files, and into the summary of a step on GitHub."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from privlint.cli.completing import files
from privlint.cli.telling import unjudged
from privlint.cli.terminal import layout
from privlint.cli.writing import CannotWriteError, print_bytes, print_pieces
from privlint.escaping import printable
from privlint.record import Record
from privlint.replacing import replace
from privlint.reporters import REPORTERS, pieces
from privlint.reporters.layout import Layout
from privlint.running.discovery import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from click.shell_completion import CompletionItem

    from privlint.cli.language import Language
    from privlint.report import Report

_STEP_SUMMARY = "GITHUB_STEP_SUMMARY"


class Output(Record):
    """A format, and the file that it goes to; `None` is standard output."""

    format: str
    path: str | None = None


def one_output(
    given: str | None, known: Sequence[str], name: str, source: str, what: str
) -> Output:
    """Return the one output of a command, `FORMAT[=PATH]`; the first format is the usual one.

    Raises a `UsageError` where no file is named, or where the `source`, which is `what` is read,
    would be written over.
    """
    form, separator, path = (given or "").partition("=")
    if separator and not path:
        raise click.UsageError("--output-format names no file behind the =.")
    if path and _real(path) == _real(source):
        raise click.UsageError(f"{printable(path)} is the {what} itself.")
    return Output(chosen("--output-format", form or known[0], known, name), path or None)


def chosen(option: str, given: str, known: Sequence[str], name: str) -> str:
    """Return what is given, if it is known. Raises a `UsageError`."""
    if given in known:
        return given
    these = ", ".join(known) if known else "it has none"
    raise click.UsageError(f"{option} of {name} cannot be {printable(given)!r}: {these}.")


def put(output: Output, content: bytes) -> None:
    """Write what came of a command. Raises `CannotWriteError`."""
    if output.path is not None:
        try:
            replace(Path(output.path).resolve(), content)
        except OSError as error:
            raise CannotWriteError(output.path, error) from None
    elif b"\0" in content and sys.stdout.isatty():
        message = "This is no text for a terminal: give --output-format FORMAT=PATH."
        raise click.UsageError(message)
    else:
        print_bytes(content)


class OutputType(click.ParamType[Output]):
    """`FORMAT`, or `FORMAT=PATH`."""

    name = "FORMAT[=PATH]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Turn an option's text into an output."""
        if isinstance(value, Output):
            return value
        name, separator, path = value.partition("=")
        known = click.Choice(REPORTERS).convert(name, param, ctx)
        if separator and not path:
            self.fail(f"{value!r} names no file.", param, ctx)
        return Output(known, path or None)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """Complete the format, and behind `=` the file."""
        if "=" in incomplete:
            return files(ctx, param, incomplete)
        return click.Choice(REPORTERS).shell_complete(ctx, param, incomplete)


def agree(outputs: Sequence[Output], inputs: Sequence[str], stdin_name: str) -> None:
    """Raise a `UsageError` where two outputs would go to one place, or one over an input.

    So it does where standard input is called as a file is that is checked: a report could not tell
    their lines apart.
    """
    if STANDARD_INPUT in inputs and os.path.normpath(stdin_name) in map(os.path.normpath, inputs):
        message = f"standard input is called {printable(stdin_name)}, and that is a file as well"
        raise click.UsageError(message)
    if sum(output.path is None for output in outputs) > 1:
        message = "only one --output-format can go to standard output: give the others =PATH."
        raise click.UsageError(message)
    taken = {_real(path) for path in inputs}
    for output in outputs:
        if output.path is None:
            continue
        if _real(output.path) in taken:
            raise click.UsageError(f"{output.path} is an input, or another output.")
        taken.add(_real(output.path))


def write(
    report: Report,
    outputs: Sequence[Output],
    color: str,
    told: Mapping[str, Any],
    spoken: Language | None = None,
) -> None:
    """Write the report in each format, in a language; `told` are fields of `Layout`.

    Raises `CannotWriteError` when all else is written.
    """
    unjudged(report)
    if spoken is not None:
        report, told = spoken.report(report), {**told, "words": spoken.words}
    errors = []
    for output in (*outputs, *_step_summary(outputs)):
        try:
            _write(report, output, color, told)
        except CannotWriteError as error:
            errors.append(error)
    if errors:
        raise errors[0]


def _step_summary(outputs: Sequence[Output]) -> tuple[Output, ...]:
    """Return the summary of the step, where annotations are asked for and GitHub asks for one."""
    path = os.environ.get(_STEP_SUMMARY)
    wanted = path and any(output.format == "github" for output in outputs)
    return (_Appended("markdown", path),) if wanted else ()


class _Appended(Output):
    """An output that goes behind what a file already holds."""

    format: str
    path: str | None = None


def _write(report: Report, output: Output, color: str, told: Mapping[str, Any]) -> None:
    is_file = output.path is not None
    told_ = (Layout() if is_file else layout(color)).replace(**told)
    text = pieces(output.format, report, told_)
    if output.path is None:
        print_pieces(text)
        return
    try:
        if isinstance(output, _Appended):
            with Path(output.path).open("ab") as file:
                file.writelines(map(_bytes, text))
        else:
            replace(Path(output.path).resolve(), map(_bytes, text))
    except OSError as error:
        raise CannotWriteError(output.path, error) from None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _real(path: str) -> str:
    return os.path.realpath(path)
