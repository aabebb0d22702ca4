"""`privlint check`: the main job."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import click

from privlint.cli import completing
from privlint.cli.exit_codes import CLEAN, NO_INPUTS, Gate, exit_code
from privlint.cli.grouped import Command, is_debugging, option
from privlint.cli.means import means
from privlint.cli.options import COLOR, NEVER, Asking, asking, gate
from privlint.cli.outputs import Output, OutputType, agree, write
from privlint.cli.setting import LANG, language, usable
from privlint.cli.telling import settings_used
from privlint.reporters import REPORTERS
from privlint.rule import Severity
from privlint.running.run import reported, run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from privlint.cli.mending import Mended
    from privlint.config import Config
    from privlint.running.setting import Setting


_EXAMPLES = (
    ("Check the registers in policies/", "privlint check"),
    (
        "Ask one family and one rule, by the law of another day",
        "privlint check shop.yaml --select transfers,RET001 --as-of 2023-01-01",
    ),
    ("Fail on warnings too", "privlint check --fail-on warning"),
    (
        "Report to the terminal, and to code scanning",
        "privlint check --output-format full --output-format sarif=privlint.sarif",
    ),
    (
        "Count only what a baseline does not accept",
        "privlint check --baseline privlint-baseline.json",
    ),
    ("See what can be mended, and mend it", "privlint check --diff; privlint check --fix"),
    (
        "Follow the cites to the text of the statement",
        "privlint check shop.yaml --statement shop.txt",
    ),
)


@click.command(cls=Command, examples=_EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH|-]...", shell_complete=completing.files)
@asking
@option(
    "--output-format",
    "outputs",
    group="Output",
    type=OutputType(),
    multiple=True,
    metavar="FORMAT[=PATH]",
    help=f"How to report, and into which file: {', '.join(REPORTERS)}; repeatable."
    "  [default: full, to standard output; github in a log of GitHub Actions]",
)
@option(
    "--fix",
    group="Output",
    is_flag=True,
    help="Mend what can be mended without a new fact, such as misspelt keys, and report the rest.",
)
@option(
    "--diff",
    group="Output",
    is_flag=True,
    help="Show what --fix would change, and write and report nothing.",
)
@option(
    "--fail-on",
    group="Gate",
    type=click.Choice([*(s.word for s in reversed(Severity)), NEVER]),
    help="Exit with 1 on findings of this severity or graver.  [default: error]",
)
@option(
    "--max-warnings",
    group="Gate",
    type=click.IntRange(0),
    help="Exit with 1 when there are more warnings than this.",
)
@option("--exit-zero", group="Gate", is_flag=True, help="Exit with 0 even when something is found.")
@option(
    "--statistics", group="Output", is_flag=True, help="Tell how often each rule found something."
)
@option(
    "--show-suppressed", group="Output", is_flag=True, help="Tell also what is ignored or accepted."
)
@option("-q", "--quiet", group="Output", is_flag=True, help="Tell the findings, and nothing else.")
@option(
    "-v",
    "--verbose",
    group="Output",
    is_flag=True,
    help="Tell on standard error what is set, and where.",
)
@LANG
@COLOR
def check(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[str, ...],
    outputs: tuple[Output, ...],
    fix: bool,
    diff: bool,
    fail_on: str | None,
    max_warnings: int | None,
    exit_zero: bool,
    statistics: bool,
    show_suppressed: bool,
    quiet: bool,
    verbose: bool,
    lang: str | None,
    color: str,
    **asked: Any,
) -> int:
    """Check registers, and report on which line which duty is not met.

    A PATH is a register, a folder of registers, or - for standard input. Without a PATH, the
    registers in policies/ and every *.privacy.yaml below this folder are checked, or what `files`
    of the configuration names.
    """
    _agree(quiet=quiet, verbose=verbose, diff=diff, has_outputs=bool(outputs))
    asking_ = Asking(**asked)
    with usable():
        found = asking_.setting()
        set_ = found.run
        spoken = language(lang, set_, "check")
        outputs = outputs or (_default(set_),)
        _have_ready(found, {output.format for output in outputs})
        files = asking_.files(paths, found)
        if not files:
            return _nothing(paths)
        agree(outputs, files, asking_.stdin_filename)
        statement = asking_.statement or set_.one("statement")
        if verbose:
            settings_used(found, files)
        named: dict[str, Any] = {"stdin_name": asking_.stdin_filename, "statement": statement}
        work = _mending(files, found, asking_.max_seconds, named) if fix or diff else None
        if work is not None and diff:
            return work.show_diff(quiet=quiet, exit_zero=exit_zero)
        by = means(asking_, len(files), is_quiet=quiet)
        judged = None if work is None else work.write(quiet=quiet)
        report = run(files, found, **named, means=by) if judged is None else reported(judged, found)
    if is_debugging() and report.crashes:
        raise report.crashes[0][1].error
    told = {"shows_suppressed": show_suppressed, "shows_statistics": statistics, "is_quiet": quiet}
    with nullcontext() if work is None else work.beside_its_output():
        write(report, outputs, color, told, spoken)
    if work is not None:
        work.raise_errors()
    least = gate(fail_on or set_.one("fail-on") or Severity.ERROR.word)
    most = max_warnings if max_warnings is not None else set_.one("max-warnings")
    return exit_code(report, Gate(least, most, is_open=exit_zero))


def _agree(*, quiet: bool, verbose: bool, diff: bool, has_outputs: bool) -> None:
    """Raise a `UsageError` for options that exclude each other."""
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    if diff and has_outputs:
        raise click.UsageError("--diff shows no report: leave --output-format out")


def _have_ready(found: Setting, formats: set[str]) -> None:
    """Have what only some formats show found as well."""
    found.options = found.options.replace(
        wants_digests="json" in formats, wants_data_maps="html" in formats
    )


def _mending(files: list[str], found: Setting, seconds: float, named: Mapping[str, Any]) -> Mended:
    # Most runs mend nothing, and do not pay for what does.
    from privlint.cli.mending import Mended  # noqa: PLC0415
    from privlint.running.mending import mend_each  # noqa: PLC0415

    return Mended(mend_each(files, found, seconds, **named))


def _default(set_: Config) -> Output:
    """Return where to report when nobody says: a log of GitHub shows annotations."""
    is_log = os.environ.get("GITHUB_ACTIONS") == "true" and not sys.stdout.isatty()
    return Output(set_.one("output-format") or ("github" if is_log else "full"))


def _nothing(paths: tuple[str, ...]) -> int:
    """Say that there is nothing to check; where all that was named is excluded, that is fine."""
    if paths:
        click.echo("All that was named is excluded.", err=True)
        return CLEAN
    click.echo("There is nothing to check: name a register or a folder of registers.", err=True)
    return NO_INPUTS
