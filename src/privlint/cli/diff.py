"""`privlint diff`: what changed between two registers, and who has to know."""

from __future__ import annotations

from pathlib import Path

import click

from privlint.cli import completing
from privlint.cli.exit_codes import CLEAN, FOUND, UNCHECKED
from privlint.cli.grouped import Command, option
from privlint.cli.options import COLOR
from privlint.cli.refusing import tell_refusals
from privlint.cli.setting import configurable, setting, usable
from privlint.cli.terminal import layout
from privlint.cli.writing import print_text
from privlint.knowledge.facts import Knowledge
from privlint.reporters import DIFFERS, render_diff
from privlint.running.pairing import PairingError, compare_sides
from privlint.running.reading import reading_terms
from privlint.running.revisions import GitError
from privlint.terms import today

_EXAMPLES = (
    ("Two files", "privlint diff old.yaml policies/shop.yaml"),
    ("What this branch changes, for a pull request",
     "privlint diff main HEAD --output-format markdown"),
    ("One register since a release", "privlint diff v1.0:policies/shop.yaml policies/shop.yaml"),
)  # fmt: skip


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("old", metavar="OLD", shell_complete=completing.files)
@click.argument("new", metavar="NEW", shell_complete=completing.files)
@option(
    "--output-format",
    group="Output",
    type=click.Choice(DIFFERS),
    default="text",
    show_default=True,
    help="How to print the changes.",
)
@option("--exit-code", group="Gate", is_flag=True, help="Exit with 1 when something changed.")
@configurable
@COLOR
def diff(  # noqa: PLR0913 - one parameter an option
    *,
    old: str,
    new: str,
    output_format: str,
    exit_code: bool,
    config_file: Path | None,
    isolated: bool,
    color: str,
) -> int:
    """Tell what changed from OLD to NEW by meaning, and whether people have to be told, and why.

    Each is a register, a folder of registers, a register in a revision of git (REVISION:PATH), or
    a revision, of which all registers are compared. How a register is laid out changes nothing.
    """
    with usable():
        config = setting(config_file, isolated=isolated).run
    terms = reading_terms(Knowledge.load(), today(), today())
    try:
        found = compare_sides(old, new, config, terms)
    except (PairingError, GitError) as error:
        raise click.UsageError(str(error)) from None
    tell_refusals(found.refused)
    if found.compared or not found.refused:
        print_text(render_diff(output_format, found.compared, layout(color)))
    if found.refused:
        return UNCHECKED
    has_changed = any(one.changes or one.state for one in found.compared)
    return FOUND if exit_code and has_changed else CLEAN
