"""What shells complete: files, and the codes, names and families of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from privlint import form
from privlint.catalogue import ALL, about, cards
from privlint.cli.setting import own_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from click.shell_completion import CompletionItem

    from privlint.rule import Card


def files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Leave it to the shell, which knows how to complete the path of a file."""
    return _items([(incomplete, "")], kind="file")


def rules(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete the code, name or family of a rule.

    Capitals begin a code. Of nothing the families are told: a list of all rules would be longer
    than the screen.
    """
    return _items(_named(_cards(ctx), incomplete))


def listed_rules(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Complete the last of a list with commas, of what can be selected."""
    before, comma, last = incomplete.rpartition(",")
    unselectable = {card.code for card in form.INPUTS.values()}
    told = [card for card in _cards(ctx) if card.code not in unselectable]
    return _items((f"{before}{comma}{name}", what) for name, what in _named(told, last))


def _named(told: Sequence[Card], start: str) -> Iterator[tuple[str, str]]:
    """Yield what names cards and starts so, each with what it means."""
    if ALL.startswith(start):
        yield ALL, "every rule"
    if start.isupper():
        yield from ((card.code, card.title) for card in told if card.code.startswith(start))
        return
    families = {card.family: about(card.family) for card in told}
    named = [(family.replace("_", "-"), what) for family, what in sorted(families.items())]
    named += sorted((card.name, card.title) for card in told) if start else []
    yield from ((name, what) for name, what in named if name.startswith(start))


def _cards(ctx: click.Context) -> tuple[Card, ...]:
    """Return every card, with those of the house where its configuration can be read."""
    try:
        isolated = bool(ctx.params.get("isolated"))
        return cards(own_rules(ctx.params.get("config_file"), isolated=isolated))
    except click.ClickException:
        return cards()


def _items(pairs: Iterable[tuple[str, str]], kind: str = "plain") -> list[CompletionItem[str]]:
    # Only a shell that asks for completions pays for this.
    from click.shell_completion import CompletionItem  # noqa: PLC0415

    return [CompletionItem(value, type=kind, help=told or None) for value, told in pairs]
