"""`privlint export`: a register as others need it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from privlint.cli import completing
from privlint.cli.exit_codes import CLEAN
from privlint.cli.grouped import Command, option
from privlint.cli.options import Day
from privlint.cli.outputs import agree, chosen, one_output, put
from privlint.cli.refusing import refusing
from privlint.escaping import printable
from privlint.exporters import (
    TARGETS,
    Exported,
    MissingLibraryError,
    Subject,
    Wish,
    target,
)
from privlint.knowledge.facts import Knowledge
from privlint.running.reading import Read, read_register, reading_terms
from privlint.terms import today

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXAMPLES = (
    ("The record of processing, as a table", "privlint export policies/shop.yaml --to ropa"),
    (
        "In the columns of the Belgian authority, for a spreadsheet",
        "privlint export shop.yaml --to ropa --layout gba --output-format csv=r.csv",
    ),
    (
        "The statement itself, in French, as a page",
        "privlint export shop.yaml --to statement --lang fr --output-format html",
    ),
    ("As linked data", "privlint export policies/shop.yaml --to dpv"),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("register", metavar="REGISTER|-", shell_complete=completing.files)
@option(
    "--to",
    "name",
    group="Output",
    type=click.Choice(list(TARGETS)),
    required=True,
    help="What to write: " + "; ".join(f"{name}, {told}" for name, told in TARGETS.items()) + ".",
)
@option(
    "--output-format",
    "formats",
    group="Output",
    multiple=True,
    metavar="FORMAT[=PATH]",
    help="How to write it, and into which file; repeatable."
    "  [default: the usual one, to standard output]",
)
@option("--layout", group="Output", metavar="NAME", help="Whose form to follow.")
@option("--lang", group="Output", metavar="XX", help="The language of what people read.")
@option(
    "--as-of",
    group="Selection",
    type=Day(),
    help="By what is known on this day, or on that of the statement.  [default: today]",
)
def export(  # noqa: PLR0913 - one parameter an option
    *,
    register: str,
    name: str,
    formats: tuple[str, ...],
    layout: str | None,
    lang: str | None,
    as_of: date | str | None,
) -> int:
    """Write REGISTER, or standard input, for people who do not read YAML, or for other programs.

    Only what the register says is written. What it does not say is shown as a gap; what the target
    cannot hold is told on standard error.
    """
    module = target(name)
    outputs = [
        one_output(given, module.FORMATS, name, register, "register") for given in formats or ("",)
    ]
    agree(outputs, [register], "")
    layout = _one_of("--layout", layout, module.LAYOUTS, name)
    lang = _one_of("--lang", lang, module.LANGUAGES, name)
    terms = reading_terms(Knowledge.load(), as_of or today(), today())
    with refusing():
        found = read_register(register, terms)
    subject = Subject(found.register, found.facts, found.path)
    try:
        made = [module.export(subject, Wish(output.format, layout, lang)) for output in outputs]
    except MissingLibraryError as error:
        raise click.UsageError(str(error)) from None
    for output, one in zip(outputs, made, strict=True):
        put(output, one.content)
    _tell(made, found)
    return CLEAN


def _one_of(asked_by: str, given: str | None, known: Sequence[str], name: str) -> str | None:
    """Return what is asked for, or what is usual; `None` where there is no choice."""
    if given is None:
        return known[0] if known else None
    return chosen(asked_by, given, known, name)


def _tell(made: Sequence[Exported], found: Read) -> None:
    """Tell what was lost and what else there is to say, once for all formats."""
    told: dict[str, None] = {}
    for loss in (loss for one in made for loss in one.losses):
        span = found.document.locate(loss.where)
        told[f"{found.path}:{span.start_line}:{span.start_column}: {loss.message}"] = None
    told |= dict.fromkeys(note for one in made for note in one.notes)
    for line in told:
        click.echo(printable(line), err=True)
