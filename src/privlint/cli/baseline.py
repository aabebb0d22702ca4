"""`privlint baseline`: accept what is found today, so that only what is new counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from privlint.cli.exit_codes import CLEAN, FAILED, NO_INPUTS, UNCHECKED
from privlint.cli.grouped import Command, option
from privlint.cli.means import means
from privlint.cli.options import Asking, asking
from privlint.cli.setting import usable
from privlint.cli.telling import unchecked
from privlint.cli.writing import CannotWriteError
from privlint.escaping import printable
from privlint.replacing import replace
from privlint.running.accepting import Acceptance, pruned, updated
from privlint.running.run import judge_each
from privlint.suppression.baseline import Baseline, load, written
from privlint.terms import today

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from privlint.running.accounts import Judged
    from privlint.suppression.baseline import Entry

_WHY = (
    option(
        "--reason",
        group="Suppression",
        help="Why.  [default: it was there when the baseline was made]",
    ),
    option("--owner", group="Suppression", help="Who answers for it."),
    option(
        "--until", group="Suppression", metavar="DATE", help="The last day on which it is accepted."
    ),
)
_PATHS = click.argument("paths", nargs=-1, metavar="[PATH]...")


@click.group(short_help="Accept what is found today.")
def baseline() -> None:
    """Accept what is found today, so that only what is new counts.

    The baseline is a file, privlint-baseline.json: one entry for each rule and place. A place is
    told by ids and not by lines, so it lasts when a register is edited. What is no longer found is
    a finding (SUP006) until it is pruned.
    """


def _with_reason(command: Callable[..., Any]) -> Callable[..., Any]:
    for add in reversed(_WHY):
        command = add(command)
    return command


@baseline.command(cls=Command, examples=(("Of all registers here", "privlint baseline create"),))
@_PATHS
@asking
@_with_reason
def create(paths: tuple[str, ...], reason: str, owner: str, until: str, **asked: Any) -> int:
    """Write a new baseline of all that is found in the registers."""
    why = _acceptance(reason, owner, until)
    return _rewrite(paths, asked, lambda base, judged: updated(base, judged, why), is_new=True)


@baseline.command(
    cls=Command,
    examples=(("With why", "privlint baseline update --reason 'new shop' --until 2027-06-30"),),
)
@_PATHS
@asking
@_with_reason
def update(paths: tuple[str, ...], reason: str, owner: str, until: str, **asked: Any) -> int:
    """Accept also what is new, and take out what is gone; the rest keeps its reasons."""
    why = _acceptance(reason, owner, until)
    return _rewrite(paths, asked, lambda base, judged: updated(base, judged, why))


@baseline.command(cls=Command, examples=(("Of all registers here", "privlint baseline prune"),))
@_PATHS
@asking
def prune(paths: tuple[str, ...], **asked: Any) -> int:
    """Take out what is no longer found, and accept nothing new."""
    return _rewrite(paths, asked, pruned)


def _acceptance(reason: str | None, owner: str | None, until: str | None) -> Acceptance:
    last = None
    if until is not None:
        try:
            last = date.fromisoformat(until)
        except ValueError:
            raise click.UsageError(f"--until: `{until}` is no day: write YYYY-MM-DD") from None
    if reason is not None and not reason.strip():
        raise click.UsageError("--reason says nothing")
    stood = f"it was there on {today()}, when the baseline was made"
    return Acceptance(reason or stood, owner, last)


def _rewrite(
    paths: tuple[str, ...],
    asked: dict[str, Any],
    entries: Callable[[Baseline, Sequence[Judged]], list[Entry]],
    *,
    is_new: bool = False,
) -> int:
    """Check the registers, and write the baseline of each configuration that counts for some."""
    said = Asking(**asked)
    with usable():
        found = said.setting(without_baseline=is_new)
        files = said.files(paths, found)
        if not files:
            click.echo("There is nothing to check: name a register or a folder.", err=True)
            return NO_INPUTS
        targets = {found.baseline_path(found.config_for(file)) for file in files}
        for path in sorted(targets):
            _refuse(path, is_new=is_new)
        statement = said.statement or found.run.one("statement")
        named = {"stdin_name": said.stdin_filename, "statement": statement}
        judged = judge_each(files, found, **named, means=means(said, len(files)))
        for path in sorted(targets):
            base = Baseline(path, ()) if is_new else load(path)
            same = [one for one in judged if found.baseline_path(one.config) == path]
            _write(base, entries(base, same))
    inputs = [asked_ for one in judged for asked_ in one.checked.inputs]
    unchecked(inputs)
    if any(one.crashes for one in inputs):
        return FAILED
    return CLEAN if all(one.is_checked for one in inputs) else UNCHECKED


def _refuse(path: Path, *, is_new: bool) -> None:
    if is_new and path.exists():
        raise click.UsageError(f"{path} is there already: `privlint baseline update` goes on")
    if not is_new and not path.exists():
        raise click.UsageError(f"there is no {path}: `privlint baseline create` makes one")


def _write(base: Baseline, entries: list[Entry]) -> None:
    try:
        replace(base.path.resolve(), written(entries).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise CannotWriteError(str(base.path), error) from None
    before = sum(entry.count for entry in base.entries)
    after = sum(entry.count for entry in entries)
    known = {entry.key: entry.count for entry in base.entries}
    new = sum(max(0, entry.count - known.get(entry.key, 0)) for entry in entries)
    told = f"{after} accepted, {new} of them new, {before + new - after} taken out"
    click.echo(printable(f"{base.shown}: {told}"))
