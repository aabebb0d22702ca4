"""Options that several commands share, and the values they turn into."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from privlint.cli import completing
from privlint.cli.grouped import option
from privlint.cli.means import MEANS
from privlint.cli.setting import configurable, setting
from privlint.record import Record
from privlint.rule import GDPR_APPLIES, Severity
from privlint.running.discovery import Exclusion, discover, registers_below
from privlint.source.reader import Limits
from privlint.terms import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from click.shell_completion import CompletionItem

    from privlint.running.setting import Setting

NEVER = "never"
_LIMITS = Limits()

COLOR = option(
    "--color",
    group="Output",
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

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """Complete the word that can stand for a day."""
        return click.Choice([STATEMENT]).shell_complete(ctx, param, incomplete)


class Selectors(click.ParamType[tuple[str, ...]]):
    """Codes, prefixes, names and families of rules, separated by commas."""

    name = "RULES"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Divide an option's text."""
        if isinstance(value, tuple):
            return value
        found = listed(value)
        if not found:
            self.fail("names no rule.", param, ctx)
        return found


class FileIgnores(click.ParamType[tuple[str, tuple[str, ...]]]):
    """A pattern of files, a colon, and the rules that are not asked of them."""

    name = "PATTERN:RULES"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Divide an option's text at its last colon."""
        if isinstance(value, tuple):
            return value
        pattern, _, rules = value.rpartition(":")
        if not pattern or not listed(rules):
            self.fail(f"{value!r} is no PATTERN:RULES.", param, ctx)
        return pattern, listed(rules)


_SEVERITIES = [severity.word for severity in reversed(Severity)]
_ASKING = (
    option(
        "--select",
        group="Selection",
        type=Selectors(),
        shell_complete=completing.listed_rules,
        multiple=True,
        help="Ask only these rules: codes, prefixes, names, families, or ALL; comma-separated.",
    ),
    option(
        "--extend-select",
        group="Selection",
        type=Selectors(),
        shell_complete=completing.listed_rules,
        multiple=True,
        help="Ask these rules besides those that are selected.",
    ),
    option(
        "--ignore",
        group="Selection",
        type=Selectors(),
        shell_complete=completing.listed_rules,
        multiple=True,
        help="Do not ask these rules.",
    ),
    option(
        "--per-file-ignores",
        group="Selection",
        type=FileIgnores(),
        multiple=True,
        help="Do not ask these rules of the files that fit a pattern, as in .gitignore.",
    ),
    option(
        "--mandatory",
        group="Selection",
        type=Selectors(),
        shell_complete=completing.listed_rules,
        multiple=True,
        help="Always ask these rules, and let nothing ignore them.",
    ),
    option(
        "--min-severity",
        group="Selection",
        type=click.Choice(_SEVERITIES),
        help="Tell only findings of this severity or graver.",
    ),
    option(
        "--jurisdiction",
        "jurisdictions",
        group="Selection",
        multiple=True,
        metavar="COUNTRIES",
        help="Ask the rules of these countries of every register, besides that of its own: be, nl.",
    ),
    option(
        "--as-of",
        group="Selection",
        type=Day(),
        metavar=f"DATE|{STATEMENT}",
        help="Judge by the law of this day, or of the statement's own date.  [default: today]",
    ),
    option(
        "--statement",
        group="Selection",
        type=click.Path(exists=True),
        help="The statement's text, or a folder with one for each register; cites are checked.",
    ),
    option(
        "--exclude",
        group="Selection",
        multiple=True,
        metavar="PATTERN",
        help="Leave files and folders that fit a pattern, as in .gitignore, out of folders.",
    ),
    option(
        "--force-exclude",
        group="Selection",
        is_flag=True,
        help="Leave them out when named by hand, too.",
    ),
    option(
        "--baseline",
        group="Suppression",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The file of accepted findings.  [default: privlint-baseline.json beside the"
        " configuration, or here]",
    ),
    option(
        "--stdin-filename", group="Running", default="<stdin>", help="What to call standard input."
    ),
    *MEANS,
    option(
        "--max-file-size",
        group="Running",
        type=click.IntRange(1),
        default=_LIMITS.size,
        show_default=True,
        metavar="BYTES",
        help="Refuse what is larger, before it is read.",
    ),
    option(
        "--max-nodes",
        group="Running",
        type=click.IntRange(1),
        default=_LIMITS.nodes,
        show_default=True,
        metavar="N",
        help="Refuse what has more entries; aliases are counted each time.",
    ),
    option(
        "--max-depth",
        group="Running",
        type=click.IntRange(1, 500),
        default=_LIMITS.depth,
        show_default=True,
        metavar="N",
        help="Refuse what is nested deeper.",
    ),
)
"""What is checked, by which rules, on what terms."""


def asking(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that checks registers; `Asking` takes their values."""
    for add in reversed(_ASKING):
        command = add(command)
    return configurable(command)


class Asking(Record):
    """The values of the options of `asking`."""

    select: tuple[tuple[str, ...], ...]
    extend_select: tuple[tuple[str, ...], ...]
    ignore: tuple[tuple[str, ...], ...]
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...]
    mandatory: tuple[tuple[str, ...], ...]
    min_severity: str | None
    jurisdictions: tuple[str, ...]
    as_of: date | str | None
    statement: str | None
    exclude: tuple[str, ...]
    force_exclude: bool
    baseline: Path | None
    stdin_filename: str
    jobs: int | None
    cache_dir: Path | None
    no_cache: bool
    cache_by_content: bool
    max_seconds: float
    max_file_size: int
    max_nodes: int
    max_depth: int
    config_file: Path | None
    isolated: bool

    def setting(self, **options: Any) -> Setting:
        """Return what is set by them, and by the `options` of one command."""
        countries = tuple(code for value in self.jurisdictions for code in listed(value))
        if self.jurisdictions and not countries:
            raise click.UsageError("--jurisdiction names no country")
        return setting(
            self.config_file,
            isolated=self.isolated,
            select=_flat(self.select),
            extend_select=_flat(self.extend_select),
            ignore=_flat(self.ignore),
            per_file_ignores=self.per_file_ignores,
            mandatory=_flat(self.mandatory),
            min_severity=Severity[self.min_severity.upper()] if self.min_severity else None,
            jurisdictions=countries,
            as_of=self.as_of,
            baseline=self.baseline,
            limits=Limits(self.max_file_size, self.max_nodes, self.max_depth),
            **options,
        )

    def files(self, paths: tuple[str, ...], found: Setting) -> list[str]:
        """Return the registers that paths ask for; without any, those of the configuration."""
        own = Exclusion(patterns=self.exclude)
        set_ = found.run
        if not paths:
            return registers_below(Path(), set_, (own,))
        exclusions = (own, Exclusion(set_.folder, set_.listed("exclude")))
        return discover(paths, exclusions, force=self.force_exclude)


def _flat(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(part for value in values for part in value)


def listed(value: str) -> tuple[str, ...]:
    """Divide a text at its commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def gate(fail_on: str) -> Severity | None:
    """Return the severity from which findings fail the run; `None` for never."""
    return None if fail_on == NEVER else Severity[fail_on.upper()]
