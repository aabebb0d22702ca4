"""`privlint rules`: the list of them."""

from __future__ import annotations

from pathlib import Path

import click

from privlint.catalogue import cards
from privlint.cli import completing
from privlint.cli.asked import asked_for
from privlint.cli.grouped import Command, option
from privlint.cli.options import COLOR
from privlint.cli.setting import LANG, configurable, own_rules, set_language
from privlint.cli.terminal import layout
from privlint.reporters.cards import LISTS
from privlint.rule import Severity

_EXAMPLES = (
    ("All rules", "privlint rules"),
    ("The errors of a family", "privlint rules retention --severity error"),
    ("The rules that cite an article", "privlint rules GDPR 13"),
    ("All of them for a program", "privlint rules --output-format json"),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("selectors", nargs=-1, metavar="[RULE|ARTICLE]...", shell_complete=completing.rules)
@option(
    "--severity",
    group="Selection",
    type=click.Choice([s.word for s in Severity]),
    help="Only rules of this severity.",
)
@option(
    "--output-format",
    group="Output",
    type=click.Choice(list(LISTS)),
    default="table",
    show_default=True,
    help="How to print the list.",
)
@configurable
@LANG
@COLOR
def rules(  # noqa: PLR0913 - one parameter an option
    *,
    selectors: tuple[str, ...],
    severity: str | None,
    output_format: str,
    config_file: Path | None,
    isolated: bool,
    lang: str | None,
    color: str,
) -> None:
    """List the rules, or those that codes, prefixes, names, families or articles ask for."""
    own = own_rules(config_file, isolated=isolated)
    found = asked_for(selectors, own).cards if selectors else cards(own)
    found = tuple(card for card in found if severity in {None, card.severity.word})
    shown = layout(color)
    spoken = set_language(lang, config_file, "rules", isolated=isolated)
    if spoken is not None:
        found, shown = spoken.cards(found), shown.replace(words=spoken.words)
    click.echo(LISTS[output_format](found, shown), nl=False, color=True)
