"""`privlint rules`: the list of them."""

from __future__ import annotations

from pathlib import Path

import click

from privlint.catalogue import cards
from privlint.cli.asked import asked_for
from privlint.cli.options import COLOR
from privlint.cli.setting import configurable, own_rules
from privlint.cli.terminal import layout
from privlint.reporters.cards import LISTS
from privlint.rule import Severity


@click.command(short_help="List the rules.")
@click.argument("selectors", nargs=-1, metavar="[RULE|ARTICLE]...")
@click.option("--severity", type=click.Choice([s.word for s in Severity]), help="Only these.")
@click.option(
    "--output-format",
    type=click.Choice(list(LISTS)),
    default="table",
    show_default=True,
    help="How to print the list.",
)
@configurable
@COLOR
def rules(  # noqa: PLR0913 - one parameter an option
    *,
    selectors: tuple[str, ...],
    severity: str | None,
    output_format: str,
    config_file: Path | None,
    isolated: bool,
    color: str,
) -> None:
    """List the rules, or those that codes, prefixes, names, families or articles ask for."""
    own = own_rules(config_file, isolated=isolated)
    found = asked_for(selectors, own).cards if selectors else cards(own)
    found = tuple(card for card in found if severity in {None, card.severity.word})
    click.echo(LISTS[output_format](found, layout(color)), nl=False, color=True)
