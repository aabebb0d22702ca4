"""`privlint trace`: the thread between a register and the text of its statement."""

from __future__ import annotations

import click

from privlint.catalogue import ALL, select
from privlint.cli import completing
from privlint.cli.exit_codes import CLEAN, FOUND, UNCHECKED
from privlint.cli.grouped import Command, option
from privlint.cli.options import COLOR
from privlint.cli.terminal import layout
from privlint.cli.writing import print_text
from privlint.knowledge.facts import Knowledge
from privlint.reporters import TRACERS, render, render_trace
from privlint.reporters.traced import Traced
from privlint.running.checking import check
from privlint.running.run import report
from privlint.terms import Terms, today

_EXAMPLES = (
    (
        "What nobody cites, in the terminal",
        "privlint trace policies/shop.yaml --statement shop.txt",
    ),
    (
        "Both side by side, as a page",
        "privlint trace policies/shop.yaml --output-format html > trace.html",
    ),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("register", metavar="REGISTER", shell_complete=completing.files)
@option(
    "--statement",
    group="Selection",
    type=click.Path(exists=True),
    help="The statement's text, or a folder with one for each register.",
)
@option(
    "--output-format",
    group="Output",
    type=click.Choice(TRACERS),
    default="text",
    show_default=True,
    help="How to print the trace.",
)
@COLOR
def trace(register: str, statement: str | None, output_format: str, color: str) -> int:
    """Show which entries of REGISTER cite which passages of its statement, and which nobody cites.

    Exits with 1 where a cite does not hold or a passage is cited by nothing.
    """
    terms = Terms(
        rules=(),
        beside=select([ALL]).beside,
        knowledge=Knowledge.load(),
        as_of=today(),
        today=today(),
    )
    checked = check(register, terms, statement=statement)
    if checked.document is None or checked.trace is None:
        if checked.document is not None and not checked.findings:
            message = "There is no text to trace to: name it with --statement, or in the register."
            raise click.UsageError(message)
        click.echo(render("full", report([checked], terms), layout(color)), err=True, nl=False)
        return UNCHECKED
    traced = Traced(checked.inputs[0].path, checked.document, checked.trace)
    print_text(render_trace(output_format, traced, layout(color)))
    if checked.findings:
        click.echo(render("full", report([checked], terms), layout(color)), err=True, nl=False)
    return FOUND if checked.findings else CLEAN
