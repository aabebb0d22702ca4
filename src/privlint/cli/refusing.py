"""What cannot be read as a register is told as `check` tells it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from privlint.cli.exit_codes import UNCHECKED
from privlint.cli.terminal import layout
from privlint.reporters import render
from privlint.running.reading import RefusedError
from privlint.running.run import report

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def refusing() -> Iterator[None]:
    """Tell on standard error why something is no register, and exit with 4."""
    try:
        yield
    except RefusedError as error:
        told = render("full", report([error.checked], error.terms), layout("auto"))
        click.echo(told, err=True, nl=False)
        raise click.exceptions.Exit(UNCHECKED) from None
