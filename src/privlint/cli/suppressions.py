"""`privlint suppressions`: all that somebody answers for, with the reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from privlint.cli.exit_codes import CLEAN, NO_INPUTS, UNCHECKED
from privlint.cli.grouped import Command, option
from privlint.cli.means import means
from privlint.cli.options import Asking, asking
from privlint.cli.setting import usable
from privlint.cli.telling import unchecked
from privlint.escaping import printable
from privlint.running.run import judge_each
from privlint.running.suppressed import Suppressed, listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_EXAMPLES = (
    ("All of the project", "privlint suppressions"),
    ("For a program", "privlint suppressions --output-format json"),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@asking
@option(
    "--output-format",
    group="Output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the list.",
)
def suppressions(paths: tuple[str, ...], output_format: str, **asked: Any) -> int:
    """List every ignore and every accepted finding: reason, owner, last day, and if it is used.

    Those in comments, in the configuration and in the baseline. `not asked` is one whose rule was
    not asked of the registers, so that nobody knows whether it is needed.
    """
    said = Asking(**asked)
    with usable():
        found = said.setting()
        files = said.files(paths, found)
        if not files:
            click.echo("There is nothing to check: name a register or a folder.", err=True)
            return NO_INPUTS
        statement = said.statement or found.run.one("statement")
        judged = judge_each(
            files,
            found,
            stdin_name=said.stdin_filename,
            statement=statement,
            means=means(said, len(files)),
        )
    rows = listing(judged)
    if output_format == "json":
        click.echo(json.dumps([_data(row) for row in rows], indent=2))
    else:
        click.echo("\n".join(_lines(rows)))
    inputs = [one for each in judged for one in each.checked.inputs]
    unchecked(inputs)
    return CLEAN if all(one.is_checked for one in inputs) else UNCHECKED


def _data(row: Suppressed) -> dict[str, Any]:
    until = row.until.isoformat() if row.until is not None else None
    return {**row.as_dict(), "until": until}


def _lines(rows: Sequence[Suppressed]) -> Iterable[str]:
    for row in rows:
        used = f"{row.findings} found" if row.state == "used" else row.state
        until = f", until {row.until}" if row.until is not None else ""
        owner = f", {row.owner}" if row.owner else ""
        place = f"{row.path}:{row.line}" if row.line else row.path
        at = f" at {row.at}" if row.at else ""
        reason = row.reason or "no reason"
        yield printable(f"{place}: {row.code}{at} ({used}{until}{owner}): {reason}")
    yield f"{len(rows)} suppression{'' if len(rows) == 1 else 's'}."
