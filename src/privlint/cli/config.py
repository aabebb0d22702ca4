"""`privlint config show`: what is set for a register, and where that is written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from privlint.cli.grouped import Command, option
from privlint.cli.setting import configurable, setting, usable
from privlint.config import DEFAULT, effective
from privlint.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.config import Set


@click.group(short_help="Show what is set, and where that is written.")
def config() -> None:
    """Show what is set, and where that is written."""


_EXAMPLES = (
    ("What counts here", "privlint config show"),
    ("What counts for a register", "privlint config show policies/shop.yaml"),
)


@config.command(cls=Command, examples=_EXAMPLES)
@click.argument("path", default=".", metavar="[PATH]")
@configurable
@option(
    "--output-format",
    group="Output",
    type=click.Choice(["toml", "json"]),
    default="toml",
    show_default=True,
    help="How to print the values.",
)
def show(path: str, config_file: Path | None, output_format: str, *, isolated: bool) -> None:
    """Show every value that counts for PATH, a register or a folder, with its origin.

    What is printed is a configuration itself; a command's options win over it.
    """
    with usable():
        found = setting(config_file, isolated=isolated)
        register = f"{path}/a.yaml" if os.path.isdir(path) else path  # noqa: PTH112 - of any length
        set_ = found.config_for(register)
        # A configuration that could not be used is told, as `check` would tell it.
        found.terms(register)
    values = effective(set_)
    if output_format == "json":
        told = {key: [one.as_dict() for one in sets] for key, sets in values.items()}
        click.echo(json.dumps({"path": str(set_.path or "") or None, "values": told}, indent=2))
        return
    where = f"set in {set_.path}" if set_.path else "no configuration was found"
    click.echo(printable(f"# {where}"))
    click.echo("\n".join(map(printable, _toml(values))))


def _toml(values: dict[str, tuple[Set, ...]]) -> Iterable[str]:
    """Write each value in TOML, under a comment that tells where it comes from."""
    tables = []
    for key, sets in values.items():
        if isinstance(sets[0].value, dict):
            tables.append((key, sets))
            continue
        yield f"{key} = {_value(_together(sets))}  # {', '.join(one.origin for one in sets)}"
    for key, sets in tables:
        if all(one.origin == DEFAULT for one in sets):
            yield f"# {key}: {DEFAULT}, empty"
            continue
        yield ""
        yield f"[{key}]  # {', '.join(one.origin for one in sets)}"
        merged: dict[str, Any] = {}
        for one in reversed(sets):
            for name, value in one.value.items():
                merged[name] = [*value, *merged.get(name, [])] if isinstance(value, list) else value
        yield from (f"{json.dumps(name)} = {_value(value)}" for name, value in merged.items())


def _together(sets: tuple[Set, ...]) -> Any:
    if isinstance(sets[0].value, list):
        return [item for one in sets for item in one.value]
    return sets[0].value


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    # Text, whole numbers and booleans are written in TOML as in JSON.
    return json.dumps(value, ensure_ascii=False)
