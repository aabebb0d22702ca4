"""What is told on standard error, beside what was asked for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from privlint.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privlint.report import Input, Report
    from privlint.running.setting import Setting


def unchecked(inputs: Iterable[Input]) -> None:
    """Tell which inputs could not be checked, where no report tells of them."""
    for asked in inputs:
        path = printable(asked.path)
        if not asked.is_checked:
            click.echo(f"{path} cannot be checked: `privlint check` tells why", err=True)
        for crash in asked.crashes:
            click.echo(f"{path}: rule {crash.card.code} failed", err=True)


def unjudged(report: Report) -> None:
    """Tell that no rule is left to judge: exit 0 alone would look as if all were well."""
    if not report.rules:
        told = "No rule is selected: only that the registers can be read was checked."
        click.echo(told, err=True)


def settings_used(found: Setting, files: Sequence[str]) -> None:
    """Tell, for `--verbose`, which configurations and baselines counted, and how often."""
    configs = Counter(str(found.config_for(file).path or "") for file in files)
    for name, count in sorted(configs.items()):
        what = f"configuration {name}" if name else "no configuration"
        _tell(f"{what}: {count} register{'' if count == 1 else 's'}")
    bases = {id(base): base for base in (found.terms(file).allowed.baseline for file in files)}
    for base in bases.values():
        if base is not None:
            _tell(f"baseline {base.shown}: {len(base.entries)} accepted")
    _tell(f"rules asked: {len(found.terms(files[0]).rules)}")


def _tell(line: str) -> None:
    click.echo(f"privlint: {printable(line)}", err=True)
