"""`privlint schema`: the JSON Schemas, as they are shipped."""

from __future__ import annotations

import click

from privlint.cli.grouped import Command
from privlint.schema.store import names, schema_path

_EXAMPLES = (
    ("The format of registers, for an editor", "privlint schema register > register.schema.json"),
    ("What --output-format json prints, as jq shows it", "privlint schema report | jq .properties"),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("name", type=click.Choice(names()), metavar="NAME")
def schema(name: str) -> None:
    """Print a JSON Schema, byte for byte as it is shipped.

    \b
    register      the format of registers
    config        the keys of privlint.toml and of [tool.privlint]
    house-rules   the format of rules of your own
    baseline      the format of accepted findings
    report        what `privlint check --output-format json` prints
    """  # noqa: D301 - click's sign for lines that stay as they are
    click.echo(schema_path(name).read_bytes(), nl=False)
