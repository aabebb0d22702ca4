"""`privlint import`: a register from what others know of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

from privlint.cli import completing
from privlint.cli.exit_codes import CLEAN, UNCHECKED
from privlint.cli.grouped import Command, option
from privlint.cli.outputs import one_output, put
from privlint.escaping import printable
from privlint.importers import SOURCES, RefusedError, importer
from privlint.importers.writing import written
from privlint.knowledge.facts import Knowledge
from privlint.running.discovery import STANDARD_INPUT
from privlint.running.inputs import Refusal, load
from privlint.source.reader import DEFAULT_LIMITS
from privlint.terms import today

if TYPE_CHECKING:
    from privlint.importers import Imported
    from privlint.source.document import Span

_FORMAT = "yaml"
_CALLED = {"tilt": "a TILT document"}
_EXAMPLES = (
    ("A register from a TILT document", "privlint import shop.json --from tilt"),
    (
        "Into a file",
        "privlint import shop.json --from tilt --output-format yaml=shop.yaml",
    ),
)


@click.command("import", cls=Command, examples=_EXAMPLES)
@click.argument("file", metavar="FILE|-", shell_complete=completing.files)
@option(
    "--from",
    "name",
    group="Options",
    type=click.Choice(list(SOURCES)),
    required=True,
    help="What FILE is: " + "; ".join(f"{name}, {told}" for name, told in SOURCES.items()) + ".",
)
@option(
    "--output-format",
    group="Output",
    metavar="FORMAT[=PATH]",
    help="yaml, and into which file.  [default: to standard output]",
)
def import_(*, file: str, name: str, output_format: str | None) -> int:
    """Write a register from FILE, or standard input.

    What FILE says and a register can hold is kept. What it cannot hold is told on standard error;
    what such a file never tells of stands under `todo`, so that it is not judged as if the
    statement were silent.
    """
    output = one_output(output_format, (_FORMAT,), name, file, "file")
    source = load(file, DEFAULT_LIMITS.size)
    called = "<stdin>" if file == STANDARD_INPUT else file
    if isinstance(source, Refusal):
        _refuse(f"{called}: {source.message}")
    try:
        made = importer(name).read(source, Knowledge.load().as_of(today()))
    except RefusedError as error:
        _refuse(f"{_place(called, error.span)}: {error.message}")
    put(output, written(made, _CALLED[name]).encode())
    _tell(made, called)
    return CLEAN


def _refuse(message: str) -> NoReturn:
    click.echo(printable(message), err=True)
    raise click.exceptions.Exit(UNCHECKED)


def _place(called: str, span: Span) -> str:
    return f"{called}:{span.start_line}:{span.start_column}"


def _tell(made: Imported, called: str) -> None:
    for one in made.left:
        place = _place(called, made.document.locate(one.where))
        click.echo(printable(f"{place}: {one.message}"), err=True)
