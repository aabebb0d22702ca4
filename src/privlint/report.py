"""The report: what was checked, what was found, and what could not be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, TypeVar, overload

from privlint.record import Record
from privlint.rule import Certainty, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from privlint.data_map import DataMap
    from privlint.finding import Finding
    from privlint.rule import Card
    from privlint.source.document import LineTable


class Crash(Record):
    """A rule that failed on a register: a fault of the rule, never of the register."""

    card: Card
    error: Exception


class Unasked(Enum):
    """Why a rule asked nothing, in the words that follow "a rule" or "rules"."""

    NOT_IN_FORCE = "not in force that day"
    OTHER_LAW = "of the law of another country"
    NO_TEXT = "on the statement's text, which is not at hand"


class NotRun(Record):
    """A rule that asked nothing, and why."""

    card: Card
    why: Unasked


class Input(Record):
    """One file that was asked for."""

    path: str
    is_checked: bool
    """False: it could not be read or is misshapen; a finding says why."""
    as_of: date | None = None
    """The day of the law by which it was judged."""
    is_undated: bool = False
    """True: the statement's own date was asked for, it bears none, and today served instead."""
    sha256: str | None = None
    """The digest of its bytes, in hexadecimal; `None` where nobody asked or nothing was read."""
    lines: LineTable | None = None
    """Its lines, for snippets; `None` where it is not text."""
    crashes: tuple[Crash, ...] = ()
    """Rules that failed on it."""
    not_run: tuple[NotRun, ...] = ()
    """Rules that asked nothing of it."""
    data_map: DataMap | None = None
    """Who gets which data, where and how long, for formats that draw it; `None`: nobody asked."""


Kinds = Counter[tuple[int, int, bool]]
"""How many findings there are, by severity, certainty, and whether a fix mends them."""


_T = TypeVar("_T")


class Later(Sequence[_T]):
    """What is told of many files: each is made when its turn comes, and not held."""

    @overload
    def __getitem__(self, at: int) -> _T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, at: int | slice) -> _T | tuple[_T, ...]:
        """Return one or some of them; that makes them all."""
        return tuple(self)[at]


class Late(Later["Finding"]):
    """The findings of many files."""

    def __init__(self, files: Iterable[Callable[[], Iterable[Finding]]], kinds: Kinds) -> None:
        """Take what returns the findings of each file, and how many there are."""
        self._files = tuple(files)
        self.kinds = kinds

    def __len__(self) -> int:
        """Count them, without reading one."""
        return self.kinds.total()

    def __iter__(self) -> Iterator[Finding]:
        """Read them, file by file."""
        for read in self._files:
            yield from read()


def tally(findings: Sequence[Finding]) -> Kinds:
    """Count findings by kind."""
    if isinstance(findings, Late):
        return findings.kinds
    return Counter((one.severity, one.certainty, one.fix is not None) for one in findings)


class Report(Record):
    """The outcome of a run. It is a value: every format is a pure function of it."""

    inputs: Sequence[Input]
    findings: Sequence[Finding]
    """Those that count, in the order of the files, each from top to bottom."""
    rules: tuple[Card, ...]
    """The rules that the run was asked to apply."""
    rules_not_run: tuple[NotRun, ...]
    """Those among them that asked nothing of any input."""
    knowledge_checked: date
    """The newest day on which the legal facts were checked."""
    suppressed: Sequence[Finding] = ()
    """Those that an ignore or the baseline answers for, in the same order."""
    beside: tuple[Input, ...] = ()
    """The configurations and baselines of which findings speak: they are no registers."""

    @property
    def rules_run(self) -> int:
        """How many rules asked something of an input."""
        return len(self.rules) - len(self.rules_not_run)

    def count(self, severity: Severity, *, only_answers: bool = False) -> int:
        """Count the findings of one severity, with `only_answers` none that only asks."""
        return sum(
            number
            for (grave, certainty, _), number in tally(self.findings).items()
            if grave == severity and not (only_answers and certainty == Certainty.ASK)
        )

    @property
    def questions(self) -> int:
        """How many findings ask a person to look."""
        return sum(
            number
            for (_, certainty, _), number in tally(self.findings).items()
            if certainty == Certainty.ASK
        )

    @property
    def fixable(self) -> int:
        """How many findings a fix mends."""
        return sum(number for (_, _, fix), number in tally(self.findings).items() if fix)

    @property
    def unchecked(self) -> tuple[Input, ...]:
        """The inputs that could not be checked."""
        return tuple(asked for asked in self.inputs if not asked.is_checked)

    @property
    def crashes(self) -> tuple[tuple[str, Crash], ...]:
        """The rules that failed, each with the file it failed on."""
        return tuple((asked.path, crash) for asked in self.inputs for crash in asked.crashes)
