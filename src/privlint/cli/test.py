"""`privlint test`: whether the rules of a house do what their examples show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from privlint.cli.exit_codes import CLEAN, FOUND, NO_INPUTS
from privlint.cli.grouped import Command
from privlint.cli.setting import configurable, setting, usable
from privlint.escaping import printable
from privlint.examples import faults
from privlint.knowledge.facts import Knowledge
from privlint.running.setting import own_rules, sources_of
from privlint.terms import today

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from privlint.knowledge.facts import Facts
    from privlint.rule import Rule


_EXAMPLES = (
    ("All rules that the configuration names", "privlint test"),
    ("Those of a file, whatever is configured", "privlint test house-rules.yaml"),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@configurable
def test(files: tuple[Path, ...], config_file: Path | None, *, isolated: bool) -> int:
    """Test the rules of your own: those in FILEs, or all that the configuration names.

    Each rule has two examples. It has to find nothing in the compliant one, and to flag exactly
    the marked lines of the violating one.
    """
    with usable():
        if files:
            # Whoever names files asks for these, whatever else is configured and may be broken.
            sources = sources_of(files, "the command line")
            own = own_rules(sources, ())
        else:
            found = setting(config_file, isolated=isolated)
            named = map(Path, found.run.listed("rules"))
            sources = sources_of(named, str(found.run.path))
            own = found.own(found.run)
    if not own:
        click.echo("There are no rules of your own: name a file, or set `rules`.", err=True)
        return NO_INPUTS
    told = list(_faults(own, sources, Knowledge.load().as_of(today())))
    for line in told:
        click.echo(printable(line))
    rules = f"{len(own)} rule{'' if len(own) == 1 else 's'} tested"
    click.echo(f"{rules}, {len(told)} fault{'' if len(told) == 1 else 's'}.")
    return FOUND if told else CLEAN


def _faults(own: tuple[Rule, ...], sources: Mapping[str, bytes], facts: Facts) -> Iterator[str]:
    for rule in own:
        for example, line, message in faults(rule, own, facts):
            place = _place(sources, rule.card.code, example, line)
            yield f"{place}: {example} example: {message}"


def _place(sources: Mapping[str, bytes], code: str, example: str, line: int) -> str:
    # Only rules that fail need to be found again.
    from privlint.house_rules.load import line_of  # noqa: PLC0415

    for path, source in sources.items():
        first = line_of(source, code, example)
        if first is not None:
            return f"{path}:{first + line - 1}: {code}"
    return f"{code}, line {line}"
