"""What is set for each register: the command line over the closest configuration over defaults."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privlint import config
from privlint.catalogue import ALL, UnknownSelectorError, catalogue, named, select
from privlint.config import Config, ConfigError
from privlint.knowledge.facts import Knowledge
from privlint.record import Record
from privlint.rule import GDPR_APPLIES, Certainty, Severity
from privlint.running.inputs import Refusal, load
from privlint.running.patterns import matches, nearby
from privlint.source.reader import Limits
from privlint.suppression import baseline
from privlint.suppression.allowance import Allowance
from privlint.terms import STATEMENT, Terms, today

if TYPE_CHECKING:
    from collections.abc import Iterable

    from privlint.rule import Card, Rule
    from privlint.suppression.baseline import Baseline
    from privlint.suppression.ignores import Ignore

_LARGEST = 2_000_000
"""Bytes of the largest file of rules that is read: as many as a register may have."""


class Options(Record):
    """What the command line says; what it does not say is empty."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Patterns of files, as in .gitignore, each with selectors."""
    mandatory: tuple[str, ...] = ()
    min_severity: Severity | None = None
    jurisdictions: tuple[str, ...] = ()
    as_of: date | str | None = None
    baseline: Path | None = None
    without_baseline: bool = False
    config_file: Path | None = None
    is_isolated: bool = False
    limits: Limits = Limits()
    wants_digests: bool = False
    wants_data_maps: bool = False


class OptionError(Exception):
    """What the command line says cannot be used."""


class Setting:
    """Answers what is set, for the run and for each register; what was read once is kept."""

    def __init__(self, options: Options | None = None) -> None:
        """Take what the command line says. Configurations are read when they are asked for."""
        self.options = options or Options()
        self._above: dict[str, Config] = {}
        self._beside: dict[str, Config] = {}
        self._loaded: dict[Path, Config] = {}
        self._own: dict[Path | None, tuple[Rule, ...]] = {}
        self._sources: dict[Path | None, dict[str, bytes]] = {}
        self._terms: dict[Any, Terms] = {}
        self._baselines: dict[Path, Baseline | None] = {}
        self._knowledge = Knowledge.load()
        self._today = today()

    @property
    def run(self) -> Config:
        """The configuration of the run: the closest one above the folder it runs in."""
        return self.config_of(".")

    def config_of(self, folder: str) -> Config:
        """Return the configuration that counts in a folder. Raises `ConfigError`."""
        if self.options.is_isolated:
            return Config()
        if self.options.config_file is not None:
            return self._load(self.options.config_file)
        folder = os.path.abspath(folder)  # noqa: PTH100 - pathlib does not clear away `..`
        found = self._above.get(folder)
        if found is None:
            path = config.beside(Path(nearby(folder)))
            parent = os.path.dirname(folder)  # noqa: PTH120
            if path is not None:
                found = self._load(path)
            else:
                found = self.config_of(parent) if parent != folder else Config()
            self._above[folder] = found
        return found

    def config_for(self, path: str) -> Config:
        """Return the configuration that counts for a register, by its path."""
        # Of thousands of registers many lie in one folder.
        folder = os.path.dirname(path) or "."  # noqa: PTH120
        found = self._beside.get(folder)
        if found is None:
            found = self._beside[folder] = self.config_of(folder)
        return found

    def own(self, found: Config) -> tuple[Rule, ...]:
        """Return the rules of a house that a configuration names. Raises `ConfigError`."""
        if found.path not in self._own:
            files = dict.fromkeys(found.listed("rules"))
            sources = sources_of(map(Path, files), str(found.path))
            self._own[found.path] = own_rules(sources, found.listed("plugins"))
            self._sources[found.path] = sources
        return self._own[found.path]

    def sources(self, found: Config) -> dict[str, bytes]:
        """Return the files with the rules of a house, as they were read."""
        self.own(found)
        return self._sources[found.path]

    def baseline(self, found: Config) -> Baseline | None:
        """Return the baseline beside a configuration, or the one that is named."""
        if self.options.without_baseline:
            return None
        path = self.baseline_path(found)
        is_asked = self.options.baseline is not None or found.one("baseline") is not None
        if path not in self._baselines:
            is_wanted = is_asked or (path.is_file() and not self.options.is_isolated)
            self._baselines[path] = baseline.load(path) if is_wanted else None
        return self._baselines[path]

    def baseline_path(self, found: Config) -> Path:
        """Return where the baseline of a configuration lies, or would lie."""
        if self.options.baseline is not None:
            return self.options.baseline
        return Path(found.one("baseline") or found.folder / baseline.NAME)

    def terms(self, path: str) -> Terms:
        """Return on what terms a register is judged.

        Raises `ConfigError`, `BaselineError` or `OptionError`.
        """
        found = self.config_for(path)
        ignores = tuple(one for one in found.ignores if matches(path, found.folder, one.files))
        unwanted = tuple(
            selector
            for pattern, selectors in self.options.per_file_ignores
            if matches(path, Path(), (pattern,))
            for selector in selectors
        )
        key = (found.path, tuple(map(id, ignores)), unwanted)
        if key not in self._terms:
            self._terms[key] = self._made(found, ignores, unwanted)
        return self._terms[key]

    def _made(self, found: Config, ignores: tuple[Ignore, ...], unwanted: tuple[str, ...]) -> Terms:
        said, own = self.options, self.own(found)
        wanted = said.select or _checked(found, "select", own) or (ALL,)
        extended = _checked(found, "extend-select", own)
        forced = (*said.mandatory, *_checked(found, "mandatory", own))
        try:
            chosen = select(
                (*wanted, *extended, *said.extend_select),
                (*said.ignore, *unwanted),
                own,
                forced,
            )
        except UnknownSelectorError as error:
            raise OptionError(f"{error} (`privlint rules` lists them)") from None
        least = found.one("min-severity")
        allowance = Allowance(
            day=self._today,
            own=own,
            mandatory=chosen.mandatory,
            severities=_severities(found, own),
            min_severity=said.min_severity or Severity[(least or "info").upper()],
            ignores=ignores,
            baseline=self.baseline(found),
        )
        as_of = said.as_of or _day(found) or self._today
        if isinstance(as_of, date):
            # No law of the past revives an ignore.
            allowance = allowance.replace(day=max(self._today, as_of))
        return Terms(
            rules=chosen.rules,
            beside=chosen.beside,
            knowledge=self._knowledge,
            as_of=as_of,
            today=self._today,
            jurisdictions=jurisdictions(said.jurisdictions, found, own),
            limits=said.limits,
            allowance=allowance,
            wants_digests=said.wants_digests,
            wants_data_maps=said.wants_data_maps,
        )

    def _load(self, path: Path) -> Config:
        if path not in self._loaded:
            self._loaded[path] = config.load(path)
        return self._loaded[path]


def sources_of(files: Iterable[Path], named_in: str) -> dict[str, bytes]:
    """Read files of rules, by the path that errors call them. Raises `ConfigError`."""
    sources = {}
    for path in files:
        # Made absolute, a file that is called `-` is no standard input.
        source = load(str(path.absolute()), _LARGEST)
        if isinstance(source, Refusal):
            is_folder = source.name == "folder-without-registers"
            why = "it is a folder" if is_folder else source.message
            raise ConfigError(f"the rules in {nearby(path)}, named in {named_in}: {why}")
        sources[nearby(path)] = source
    return sources


def own_rules(sources: dict[str, bytes], plugins: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return the rules of files and of installed packages. Raises `ConfigError`."""
    if not sources and not plugins:
        return ()
    # Only a house with rules of its own pays for what reads them.
    from privlint.house_rules.collect import collect  # noqa: PLC0415
    from privlint.house_rules.load import HouseRulesError  # noqa: PLC0415
    from privlint.running.patience import LOADING, ringing  # noqa: PLC0415

    try:
        with ringing(LOADING):
            return collect(sources, plugins)
    except HouseRulesError as error:
        raise ConfigError(*error.lines) from None


def jurisdictions(asked: tuple[str, ...], found: Config, own: tuple[Rule, ...]) -> frozenset[str]:
    """Return the countries whose rules are asked of every register, as ISO codes."""
    known = frozenset().union(*(rule.card.jurisdictions for rule in (*catalogue(), *own)))
    listed = ", ".join(sorted(known)).lower()
    if asked:
        source, wanted = "", {code.upper() for code in asked}
    else:
        source = f"{found.path}: "
        wanted = {code.upper() for code in found.listed("jurisdictions")}
    for code in sorted(wanted - known):
        raise ConfigError(f"{source}there are no rules of `{code.lower()}`; there are of {listed}")
    return frozenset(wanted)


def _checked(found: Config, key: str, own: tuple[Rule, ...]) -> tuple[str, ...]:
    """Return the selectors of a key, each of which names something. Raises `ConfigError`."""
    selectors = found.listed(key)
    for selector in selectors:
        try:
            select((selector,), (), own)
        except UnknownSelectorError as error:
            raise ConfigError(f"{found.origin(key, selector)}: {error}") from None
    return selectors


def _severities(found: Config, own: tuple[Rule, ...]) -> dict[str, Severity]:
    """Return the severities that are set, by code. Raises `ConfigError`."""
    severities: dict[str, Severity] = {}
    for one in found.values.get("severity", ()):
        for name, word in one.value.items():
            place = found.origin("severity", name)
            try:
                select((name,), (), own)
            except UnknownSelectorError as error:
                raise ConfigError(f"{place}: {error}") from None
            card = named(name, own)
            if card is None:
                raise ConfigError(f"{place}: `{name}` is more than one rule: name each of them")
            asked = Severity[word.upper()]
            if asked > card.severity and not _may_rise(card):
                raise ConfigError(f"{place}: {_no_graver(card)}")
            severities.setdefault(card.code, asked)
    return severities


def _may_rise(card: Card) -> bool:
    return card.severity == Severity.WARNING and card.certainty != Certainty.ASK


def _no_graver(card: Card) -> str:
    if card.certainty == Certainty.ASK:
        return f"{card.code} asks a question, which is no error"
    return f"{card.code} is of severity {card.severity.word}: only a warning can be made graver"


def _day(found: Config) -> date | str | None:
    told: str | None = found.one("as-of")
    if told is None or told == STATEMENT:
        return told
    place = found.values["as-of"][0].origin
    try:
        day = date.fromisoformat(told)
    except ValueError:
        raise ConfigError(f"{place}: `{told}` is no day of the calendar (YYYY-MM-DD)") from None
    if told < GDPR_APPLIES:
        why = f"lies before {GDPR_APPLIES}, the day from which the GDPR applies"
        raise ConfigError(f"{place}: {told} {why}")
    return day
