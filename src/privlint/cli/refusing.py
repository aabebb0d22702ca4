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
    from collections.abc import Iterator, Sequence


@contextmanager
def refusing() -> Iterator[None]:
    """Tell on standard error why something is no register, and exit with 4."""
    try:
        yield
    except RefusedError as error:
        tell_refusals([error])
        raise click.exceptions.Exit(UNCHECKED) from None


def tell_refusals(errors: Sequence[RefusedError]) -> None:
    """Tell on standard error why some inputs are no registers."""
    if errors:
        found = report([error.checked for error in errors], errors[0].terms)
        click.echo(render("full", found, layout("auto")), err=True, nl=False)
