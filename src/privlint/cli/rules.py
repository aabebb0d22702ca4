"""`privlint rules`: the list of them."""

from __future__ import annotations

import click

from privlint.catalogue import cards
from privlint.cli.options import COLOR, chosen_cards
from privlint.cli.terminal import layout
from privlint.reporters.cards import LISTS
from privlint.rule import Severity


@click.command(short_help="List the rules.")
@click.argument("selectors", nargs=-1, metavar="[RULE]...")
@click.option("--severity", type=click.Choice([s.word for s in Severity]), help="Only these.")
@click.option(
    "--output-format",
    type=click.Choice(list(LISTS)),
    default="table",
    show_default=True,
    help="How to print the list.",
)
@COLOR
def rules(selectors: tuple[str, ...], severity: str | None, output_format: str, color: str) -> None:
    """List the rules, or those that codes, prefixes, names or families name."""
    found = chosen_cards(selectors) if selectors else cards()
    found = tuple(card for card in found if severity in {None, card.severity.word})
    click.echo(LISTS[output_format](found, layout(color)), nl=False, color=True)
