"""`privlint completions`: what makes a shell complete the command."""

from __future__ import annotations

import click

from privlint.cli.grouped import Command
from privlint.cli.main import COMPLETING, privlint
from privlint.cli.shells import SHELLS, script

_EXAMPLES = (
    ("bash: add this line to ~/.bashrc", 'eval "$(privlint completions bash)"'),
    ("zsh: add this line to ~/.zshrc, below compinit", 'eval "$(privlint completions zsh)"'),
    (
        "fish: run this once",
        "privlint completions fish > ~/.config/fish/completions/privlint.fish",
    ),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("shell", type=click.Choice(list(SHELLS)))
def completions(shell: str) -> None:
    """Print the script that makes SHELL complete commands, options, rules and files.

    SHELL is bash (4.4 or later), zsh or fish.
    """
    click.echo(script(shell, privlint, COMPLETING), nl=False)
