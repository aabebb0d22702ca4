"""`privlint init`: a register to be filled in, with a comment on every section."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click

from privlint.cli import completing
from privlint.cli.grouped import Command, option
from privlint.cli.writing import CannotWriteError
from privlint.escaping import printable
from privlint.replacing import replace
from privlint.schema.shape import REGISTER, misshapen
from privlint.schema.store import schema, schema_path
from privlint.source.reader import read

_TEMPLATE = Path(__file__).with_name("register.yaml")
_FOLDER = "policies"
_ENDINGS = frozenset({".yaml", ".yml"})
_SCHEMA = "register.schema.json"
_STAND_IN = "NL  # a stand-in: write the country in which the business is established"
"""A register has to name a country; this one is listed under `todo`."""
_PLAIN = re.compile(r"[A-Za-z][\w-]*( [\w-]+)*", re.ASCII)
_MARK = re.compile(r"<(name|country|statement|todo)>")
_UNASKED = frozenset({"privlint", "shop", "todo"})
"""The keys of a register that are nothing to look up in the statement."""

_TOLD = """\
{register}
{schema}

Write down what the statement says, and take off the list `todo` what is done; then:
  privlint check {asked}"""

_EXAMPLES = (
    ("In policies/, named after this folder", "privlint init"),
    (
        "For one of several shops",
        "privlint init policies/toys.yaml --name Toys --country BE --language nl",
    ),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("path", required=False, metavar="[PATH]", shell_complete=completing.files)
@option("--name", group="Options", help="The name of the shop.  [default: that of the file]")
@option("--country", group="Options", metavar="XX", help="Where it is established: be, nl.")
@option("--language", group="Options", metavar="XX", help="The language of its statement: nl, fr.")
@option("--force", group="Options", is_flag=True, help="Replace a register that is there.")
def init(
    path: str | None, name: str | None, country: str | None, language: str | None, *, force: bool
) -> None:
    """Write a register that says nothing yet, with a comment on every section.

    Everything that a statement can tell of stands under `todo`, so that `privlint check` runs from
    the first day on, and judges a section when it is taken off that list. PATH is the file, or a
    folder for it; without one it is policies/ and the name of this folder. The schema is written
    beside it, for editors.
    """
    try:
        register = _register(path, name)
        content = _filled(register, name, country, language)
        if register.exists() and not force:
            raise click.UsageError(f"{_shown(register)} is there already (--force replaces it)")
        register.parent.mkdir(parents=True, exist_ok=True)
        told = _write_schema(register.with_name(_SCHEMA))
        replace(register, content.encode())
    except OSError as error:
        raise CannotWriteError(error.filename or path or _FOLDER, error) from None
    asked = shlex.quote(_shown(register))
    click.echo(_TOLD.format(register=_shown(register), schema=told, asked=asked))


def _register(path: str | None, name: str | None) -> Path:
    """Return the file that is meant. Raises `UsageError` for what is no name of a register."""
    meant = Path(_FOLDER if path is None else path)
    if path is None or path.endswith("/") or meant.is_dir():
        return meant / f"{_slug(name or Path.cwd().name)}.yaml"
    if meant.suffix not in _ENDINGS:
        advice = f"write {meant}.yaml, or {meant}/ for a folder"
        raise click.UsageError(printable(f"{meant} is no folder, and no .yaml file: {advice}"))
    return meant


def _slug(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-") or "shop"


def _text(value: str) -> str:
    """Write a text in YAML, with quotes where it needs them."""
    is_plain = _PLAIN.fullmatch(value) and value.lower() not in {"true", "false", "null"}
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def _filled(path: Path, name: str | None, country: str | None, language: str | None) -> str:
    """Return the register, with what is known. Raises `UsageError` for what cannot be said so."""
    called = path.stem if name is None else name
    if not called.isprintable():
        raise click.UsageError(f"`{printable(called)}` holds what cannot be printed: give a --name")
    todo = [key for key, given in (("shop.name", name), ("shop.country", country)) if not given]
    todo += [key for key in schema(REGISTER)["properties"] if key not in _UNASKED]
    values = {
        "name": _text(called),
        "country": _text(country.upper()) if country else _STAND_IN,
        "statement": f"language: {_text(language.lower())}" if language else "note: not read yet",
        "todo": "\n".join(f"  - {key}" for key in todo),
    }
    text = _MARK.sub(lambda mark: values[mark[1]], _TEMPLATE.read_text(encoding="utf-8"))
    for flag in misshapen(read(text.encode())):
        raise click.UsageError(printable(flag.message))
    return text


def _write_schema(path: Path) -> str:
    """Write the schema beside the register, and say so; one that is there is left as it is."""
    content = schema_path(REGISTER).read_bytes()
    if not path.exists():
        replace(path, content)
    elif path.read_bytes() != content:
        renew = f"`privlint schema register > {_shown(path)}` renews it"
        return f"{_shown(path)} is of another version and was left as it is; {renew}"
    return _shown(path)


def _shown(path: Path) -> str:
    return printable(str(path))
