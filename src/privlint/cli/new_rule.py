"""`privlint new-rule`: a file for a new rule, in a checkout, to be filled in."""

from __future__ import annotations

import keyword
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from privlint import rules
from privlint.catalogue import FORMER, cards, catalogue
from privlint.cli.grouped import Command, option
from privlint.escaping import printable
from privlint.nearest import did_you_mean
from privlint.record import Record
from privlint.version import HOME

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_FAMILY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LETTERS = re.compile(r"[A-Z]{3}")
_LONGEST_NAME = 50
_OF_THE_LINE = frozenset({"INP", "KNO", "SUP", "TRC", "ALL"})
"""The letters of what privlint itself finds, which are no rules, and what selects all."""
_TAKEN = frozenset({"all", "house"})
"""What selects all rules, and the family of those of a house."""

_FILE = '''\
from collections.abc import Iterator

from privlint.knowledge.facts import Facts
from privlint.register import Register
from privlint.rule import Flag, Severity, flag, rule


@rule(
    "{code}",
    judges=Register,  # or the class of node that it is about: see src/privlint/register
    severity=Severity.WARNING,  # an error only where the register alone shows an explicit duty
    law=(),  # labels and points of knowledge/data/sources.yaml, the weightiest first
    remedy="",  # what meets it, in a sentence or two{jurisdictions}
    compliant="""
        # what is laid over tests/registers/plain.yaml, and no rule flags
    """,
    violating="""
        # the same with the fault; a comment with an arrow and the code marks each flagged line
    """,
)
def {function}(register: Register, _: Facts) -> Iterator[Flag]:
    """What it finds, in one line: then why, and last a paragraph that starts with Wrong when."""
    is_met = True
    if not is_met:
        yield flag(register, "")
'''

_PACKAGE = '"""{title}."""\n'

_TOLD = """\
{path}

1. Fill it in: card, examples, docstring, judgement. Its tests fail until then: pytest -k {code}
2. Renew what is generated, and read what changed: pytest --update-golden"""


class _Place(Record):
    """Where a rule goes."""

    folder: Path
    family: str
    letters: str

    @property
    def is_new(self) -> bool:
        return not self.folder.exists()


_EXAMPLES = (
    ("A rule of a family that is there", "privlint new-rule retention backups-kept-for-ever"),
    ("The first of a new family", "privlint new-rule loyalty points-expire --letters LOY"),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("family")
@click.argument("name")
@option(
    "--letters",
    group="Options",
    metavar="XXX",
    help="The three letters of a family that is new.",
)
def new_rule(family: str, name: str, letters: str | None) -> None:
    """Write a file for a new rule NAME of FAMILY, with the next free code, into a checkout.

    NAME says what the rule finds, and reads well in an ignore: `retention-missing`. The rule flags
    nothing and fails its tests until it is filled in.
    """
    folder = _checkout()
    place = _place(folder, family, letters)
    function = _function(name)
    path = place.folder / f"{function}.py"
    if path.exists():
        raise click.UsageError(f"{_shown(path)} is there already")
    code = _next_code(place.letters)
    text = _FILE.format(code=code, function=function, jurisdictions=_jurisdictions(place.family))
    _write(place, path, text)
    click.echo(_TOLD.format(path=_shown(path), code=code))


def _checkout() -> Path:
    """Return the folder of the rules, if it is one of a checkout."""
    folder = Path(rules.__path__[0]).resolve()
    root = folder.parents[2]
    if folder != root / "src" / "privlint" / "rules" or not (root / "pyproject.toml").exists():
        message = (
            f"privlint runs from {folder.parent}, which is no checkout: rules are written in a "
            f"clone of {HOME}, installed with `pip install --editable`"
        )
        raise click.UsageError(message)
    return folder


def _place(folder: Path, given: str, letters: str | None) -> _Place:
    """Return the family that is meant, or a new one."""
    known = {rule.card.family: rule.card.code[:3] for rule in catalogue()}
    by_letters = {code: family for family, code in known.items()}
    family = by_letters.get(given.upper(), given.lower().replace("-", "_"))
    if family not in known:
        return _Place(folder / family, family, _new_letters(given, family, letters, known))
    if letters is not None and letters.upper() != known[family]:
        raise click.UsageError(f"the letters of `{family}` are {known[family]}")
    return _Place(folder / family, family, known[family])


def _new_letters(given: str, family: str, letters: str | None, known: dict[str, str]) -> str:
    """Return the letters of a new family. Raises `UsageError` if it cannot be one."""
    if family in {card.family for card in cards()}:
        raise click.UsageError(f"`{given}` is what privlint itself finds, and no family of rules")
    if letters is None:
        meant = did_you_mean(given, (name.replace("_", "-") for name in known))
        new = "A new family is given its three letters by --letters."
        told = f"there is no family `{printable(given)}`{meant or '.'} {new}"
        raise click.UsageError(told)
    if not _FAMILY.fullmatch(family) or len(family) > _LONGEST_NAME:
        form = f"write words and dashes, at most {_LONGEST_NAME} characters"
        raise click.UsageError(f"`{printable(given)}` is no name of a family: {form}")
    if family in _TAKEN or keyword.iskeyword(family):
        raise click.UsageError(f"`{given}` means something else already: take another name")
    code = letters.upper()
    if not letters.isascii() or not _LETTERS.fullmatch(code):
        raise click.UsageError(f"`{printable(letters)}` are not three letters")
    taken = next((name for name, of_family in known.items() if of_family == code), None)
    if taken or code in _OF_THE_LINE:
        raise click.UsageError(f"{code} are the letters of `{taken or 'privlint itself'}`")
    return code


def _function(name: str) -> str:
    """Return the function of a rule, called like its file. Raises `UsageError`."""
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        form = f"words and dashes, such as retention-missing, at most {_LONGEST_NAME} characters"
        raise click.UsageError(f"`{printable(name)}` is no name of a rule: write {form}")
    taken = {card.name: card.code for card in cards()}
    if name in taken:
        raise click.UsageError(f"`{name}` is the name of {taken[name]}")
    if name in FORMER:
        raise click.UsageError(f"`{name}` was a name of what {FORMER[name]} finds: take another")
    function = name.replace("-", "_")
    if function in {card.family for card in cards()}:
        raise click.UsageError(f"`{name}` is the name of a family")
    return function


def _next_code(letters: str) -> str:
    """Return the code after the last that any rule of these letters has or had."""
    codes: Iterable[str] = (*(card.code for card in cards()), *FORMER)
    numbers = [int(code[3:]) for code in codes if re.fullmatch(rf"{letters}\d{{3}}", code)]
    return f"{letters}{max(numbers, default=0) + 1:03}"


def _jurisdictions(family: str) -> str:
    """Write down the countries that all rules of a family belong to."""
    of_each = {rule.card.jurisdictions for rule in catalogue() if rule.card.family == family}
    shared = of_each.pop() if len(of_each) == 1 else frozenset[str]()
    named = ", ".join(f'"{country}"' for country in sorted(shared))
    return f"\n    jurisdictions=({named}{',' if len(shared) == 1 else ''})," if shared else ""


def _write(place: _Place, path: Path, text: str) -> None:
    """Write the file, and the folder of a new family; all of it, or nothing."""
    draft = place.folder.parent / f".{place.family}.draft"
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir()
        (draft / path.name).write_text(text, encoding="utf-8")
        if place.is_new:
            title = place.family.replace("_", " ").capitalize()
            (draft / "__init__.py").write_text(_PACKAGE.format(title=title), encoding="utf-8")
            draft.rename(place.folder)
        else:
            (draft / path.name).rename(path)
    except OSError as error:
        message = f"{_shown(path)} cannot be written: {(error.strerror or str(error)).lower()}"
        raise click.UsageError(message) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _shown(path: Path) -> str:
    """Name a file as seen from here, where it lies below."""
    here = Path.cwd().resolve()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
