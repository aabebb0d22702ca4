"""`privlint check`: the main job."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from privlint.cli.exit_codes import NO_INPUTS, exit_code
from privlint.cli.options import COLOR, NEVER, Day, gate, selection
from privlint.cli.outputs import Output, OutputType, agree, write
from privlint.cli.setting import configurable, jurisdictions, setting
from privlint.knowledge.facts import Knowledge
from privlint.reporters import REPORTERS
from privlint.rule import Severity
from privlint.running.discovery import discover, usual_places
from privlint.running.run import run
from privlint.source.reader import Limits
from privlint.terms import Terms, today

_DEFAULTS = Limits()


@click.command(short_help="Check registers.")
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@click.option(
    "--select",
    "wanted",
    multiple=True,
    metavar="RULES",
    help="Ask only these rules: codes, prefixes, names, families, or ALL; comma-separated.",
)
@click.option(
    "--ignore", "unwanted", multiple=True, metavar="RULES", help="Do not ask these rules."
)
@click.option(
    "--as-of",
    type=Day(),
    help="Judge by the law of this day, or of the statement's own date.  [default: today]",
)
@click.option(
    "--jurisdiction",
    "countries",
    multiple=True,
    metavar="COUNTRIES",
    help="Ask the rules of these countries of every register, besides that of its own: be, nl.",
)
@click.option(
    "--output-format",
    "outputs",
    type=OutputType(),
    multiple=True,
    default=["full"],
    metavar="FORMAT[=PATH]",
    help=f"How to report, and into which file: {', '.join(REPORTERS)}; repeatable."
    "  [default: full, to standard output]",
)
@click.option(
    "--fail-on",
    type=click.Choice([*(s.word for s in reversed(Severity)), NEVER]),
    default=Severity.ERROR.word,
    show_default=True,
    help="Exit with 1 on findings of this severity or graver.",
)
@COLOR
@click.option(
    "--statement",
    type=click.Path(exists=True),
    help="The statement's text, or a folder with one for each register; cites are checked in it.",
)
@configurable
@click.option("--stdin-filename", default="<stdin>", help="What to call standard input.")
@click.option("--max-file-size", type=click.IntRange(1), default=_DEFAULTS.size, hidden=True)
@click.option("--max-nodes", type=click.IntRange(1), default=_DEFAULTS.nodes, hidden=True)
@click.option("--max-depth", type=click.IntRange(1, 500), default=_DEFAULTS.depth, hidden=True)
@click.option("--debug", is_flag=True, hidden=True)
def check(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[str, ...],
    wanted: tuple[str, ...],
    unwanted: tuple[str, ...],
    as_of: date | str | None,
    countries: tuple[str, ...],
    outputs: tuple[Output, ...],
    fail_on: str,
    color: str,
    statement: str | None,
    config_file: Path | None,
    isolated: bool,
    stdin_filename: str,
    max_file_size: int,
    max_nodes: int,
    max_depth: int,
    debug: bool,
) -> int:
    """Check registers, and report on which line which duty is not met.

    A PATH is a register, a folder of registers, or - for standard input. Without a PATH, the
    registers in policies/ and every *.privacy.yaml below this folder are checked.
    """
    files = discover(paths) if paths else usual_places()
    if not files:
        click.echo("There is nothing to check: name a register or a folder of registers.", err=True)
        return NO_INPUTS
    agree(outputs, files)
    found = setting(config_file, isolated=isolated)
    chosen = selection(wanted, unwanted, found.own)
    terms = Terms(
        rules=chosen.rules,
        beside=chosen.beside,
        knowledge=Knowledge.load(),
        as_of=as_of or today(),
        today=today(),
        jurisdictions=jurisdictions(countries, found),
        limits=Limits(max_file_size, max_nodes, max_depth),
        wants_digests=any(output.format == "json" for output in outputs),
    )
    report = run(files, terms, stdin_name=stdin_filename, statement=statement)
    if debug and report.crashes:
        raise report.crashes[0][1].error
    write(report, outputs, color)
    return exit_code(report, gate(fail_on))
