"""`privlint explain`: what a rule asks, and why; or what rules there are to a provision of law."""

from __future__ import annotations

from pathlib import Path

import click

from privlint.cli import completing
from privlint.cli.asked import Asked, asked_for
from privlint.cli.grouped import Command, option
from privlint.cli.options import COLOR
from privlint.cli.setting import LANG, configurable, own_rules, set_language
from privlint.cli.terminal import layout
from privlint.knowledge.facts import Knowledge
from privlint.reporters.cards import FORMATS, as_list
from privlint.terms import today

_FEW = 3
"""So many cards are read one after another; of more, a list says more."""


_EXAMPLES = (
    ("One rule, by its code or its name", "privlint explain RET001"),
    ("What asks for a provision of law", 'privlint explain "GDPR 13(2)(a)"'),
    ("A family, for a document", "privlint explain transfers --output-format markdown"),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument(
    "rules",
    nargs=-1,
    required=True,
    metavar="RULE|ARTICLE...",
    shell_complete=completing.rules,
)
@option(
    "--output-format",
    group="Output",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to print the card.",
)
@configurable
@LANG
@COLOR
def explain(  # noqa: PLR0913 - one parameter an option
    *,
    rules: tuple[str, ...],
    output_format: str,
    config_file: Path | None,
    isolated: bool,
    lang: str | None,
    color: str,
) -> None:
    """Explain rules: by code (RET001), name (retention-missing), prefix (RET) or family.

    An ARTICLE finds the rules that cite it: "GDPR 13(2)(a)", 13 (the GDPR is meant),
    "GDPR recital 26", "NL Tw 11.7a", "EDPB 05/2020". Of many rules the terminal gets a list; the
    other formats have each in full.
    """
    spoken = set_language(lang, config_file, "explain", isolated=isolated)
    shown = layout(color)
    if spoken is not None:
        shown = shown.replace(words=spoken.words)
    asked = asked_for(rules, own_rules(config_file, isolated=isolated), shown.words)
    if spoken is not None:
        asked = asked.replace(cards=spoken.cards(asked.cards))
    say = shown.words.say
    if output_format == "text" and len(asked.cards) > max(_FEW, len(rules)):
        told = as_list(asked.cards, shown)
        told += f"\n{say('`privlint explain CODE` tells one of them in full.')}\n"
    else:
        sources = Knowledge.load().as_of(today()).source
        told = FORMATS[output_format](asked.cards, shown, sources)
    click.echo(_said(asked, output_format) + told, nl=False, color=True)


def _said(asked: Asked, output_format: str) -> str:
    """Return the lines that come first where people read."""
    end = {"text": "\n", "markdown": ".\n\n"}.get(output_format)
    lines = "".join(f"{line}{end}" for line in asked.said) if end else ""
    return f"{lines}\n" if lines and output_format == "text" else lines
