"""`privlint explain`: what a rule asks, and why."""

from __future__ import annotations

import click

from privlint.cli.options import COLOR, chosen_cards
from privlint.cli.terminal import layout
from privlint.reporters.cards import FORMATS


@click.command(short_help="Explain a rule.")
@click.argument("rules", nargs=-1, required=True, metavar="RULE...")
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to print the card.",
)
@COLOR
def explain(rules: tuple[str, ...], output_format: str, color: str) -> None:
    """Explain rules: by code (RET001), name (retention-missing), prefix (RET) or family."""
    click.echo(FORMATS[output_format](chosen_cards(rules), layout(color)), nl=False, color=True)
