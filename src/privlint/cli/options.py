"""Options that several commands share, and the values they turn into."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from privlint.catalogue import ALL, Selection, UnknownSelectorError, select
from privlint.rule import GDPR_APPLIES, Rule, Severity
from privlint.terms import STATEMENT

NEVER = "never"

COLOR = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the output.",
)
"""Every command that prints for people has it."""


class Day(click.ParamType[date | str]):
    """A day on or after the first of the GDPR, or `statement`."""

    name = "DATE|statement"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Turn an option's text into a day."""
        if isinstance(value, date) or value == STATEMENT:
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day: write YYYY-MM-DD, or `{STATEMENT}`.", param, ctx)
        if day.isoformat() != value:
            self.fail(f"write {value} as {day}.", param, ctx)
        if value < GDPR_APPLIES:
            message = f"{value} lies before {GDPR_APPLIES}, the day from which the GDPR applies."
            self.fail(message, param, ctx)
        return day


def selection(
    wanted: tuple[str, ...], unwanted: tuple[str, ...], own: tuple[Rule, ...]
) -> Selection:
    """Return the rules that `--select` and `--ignore` leave, `own` being those of a house."""
    try:
        return select(_listed(wanted) or [ALL], _listed(unwanted), own)
    except UnknownSelectorError as error:
        raise click.UsageError(f"{error} (`privlint rules` lists them)") from None


def gate(fail_on: str) -> Severity | None:
    """Return the severity from which findings fail the run; `None` for never."""
    return None if fail_on == NEVER else Severity[fail_on.upper()]


def _listed(values: tuple[str, ...]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]
