"""How right privlint is: `python benchmarks/accuracy.py`.

A lawful register and those of five shops are changed one fact at a time, in ways of which the law
says what is then missing. Each change must raise the findings that it names and no others. Exits
with 1 where one is missed or one too many is raised.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mutations import OPERATORS, Found, Mutant, Sheet, Where

from privlint.catalogue import catalogue, select
from privlint.judging import judge
from privlint.knowledge.facts import Facts, Knowledge
from privlint.linting import lint
from privlint.register.build import build
from privlint.schema.shape import misshapen
from privlint.source.document import Document
from privlint.source.reader import read
from privlint.source.statement import decode_statement
from privlint.source.text import Text
from privlint.terms import Terms

if TYPE_CHECKING:
    from privlint.register import Register

ROOT = Path(__file__).parents[1]
REGISTERS = (
    ROOT / "tests" / "registers" / "plain.yaml",
    *sorted((ROOT / "policies").glob("*.yaml")),
)
DAY = date(2026, 11, 22)
"""The day of judgement: the law does not move under the mutants."""


class Outcome(NamedTuple):
    """What a mutant raised, held against what it must raise."""

    mutant: Mutant
    missed: tuple[Found, ...]
    extra: tuple[Found, ...]
    """New and not named; or still there, although the change mends it."""


class Share(NamedTuple):
    """How many findings were asked for, how many of them came, how many came unasked."""

    asked: int
    missed: int
    extra: int

    @property
    def recall(self) -> float:
        """The share of what was asked for that came."""
        return (self.asked - self.missed) / self.asked if self.asked else 1.0

    @property
    def precision(self) -> float:
        """The share of what came that was asked for."""
        came = self.asked - self.missed + self.extra
        return (self.asked - self.missed) / came if came else 1.0


def sheets() -> tuple[Sheet, ...]:
    """Read the registers that are changed."""
    return tuple(Sheet(path.stem, read(path.read_bytes()).data) for path in REGISTERS)


def mutants(bases: Iterable[Sheet]) -> Iterator[Mutant]:
    """Make every change for which a register has the facts, and not yet the fault."""
    return (mutant for mutant in _changes(bases) if not _has_the_fault(mutant))


def one_each(bases: Iterable[Sheet]) -> Iterator[Mutant]:
    """Make the first such change of each register for each code, and some of the lawful ones."""
    asked: set[tuple[str, str]] = set()
    lawful = 0
    for mutant in _changes(bases):
        wanted = {(mutant.before.name, code) for code, _ in mutant.expected}
        lawful += not wanted
        is_new = not wanted <= asked or (not wanted and lawful % _LAWFUL == 0)
        if is_new and not _has_the_fault(mutant):
            asked |= wanted
            yield mutant


_LAWFUL = 12


def _changes(bases: Iterable[Sheet]) -> Iterator[Mutant]:
    made = (mutant for sheet in bases for make in OPERATORS for mutant in make(sheet))
    return (mutant for mutant in made if mutant.before.fresh() != mutant.after.fresh())


def judged(mutant: Mutant) -> Outcome:
    """Judge a mutant beside the register that it was made of."""
    before, after = _known(mutant.before), Counter(_raised(mutant.after))
    places = [(code, mutant.after.moved(where)) for code, where in before.elements()]
    moved = Counter((code, where) for code, where in places if where is not None)
    extra = [(code, mutant.after.nearest(where)) for code, where in (after - moved).elements()]
    extra.sort(key=repr)
    missed = [
        expected for expected in sorted(mutant.expected, key=repr) if not _take(extra, expected)
    ]
    for code, place in places:
        if code in mutant.moving and (place is None or (code, place) not in after):
            _take(extra, (code, None))
    still = [
        (code, where)
        for code, where in after
        for mended in mutant.mended
        if _is_about((code, mutant.before.nearest(where)), mended)
    ]
    return Outcome(mutant, tuple(missed), (*extra, *still))


def _take(found: list[Found], expected: tuple[str, Where | None]) -> bool:
    """Take out of what was found one finding that is expected: a second is one too many."""
    for one in found:
        if _is_about(one, expected):
            found.remove(one)
            return True
    return False


def _is_about(found: Found, expected: tuple[str, Where | None]) -> bool:
    """Tell whether a finding has the code, and lies at the place or inside it; `None`: anywhere."""
    (code, where), (wanted, place) = found, expected
    is_there = place is None or (where[: len(place)] == place if place else not where)
    return code == wanted and is_there


def shares(outcomes: Iterable[Outcome]) -> dict[str, Share]:
    """Count for each code what was asked for, missed, and found unasked."""
    asked: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for outcome in outcomes:
        asked.update(code for code, _ in outcome.mutant.expected)
        missed.update(code for code, _ in outcome.missed)
        extra.update(code for code, _ in outcome.extra)
    codes = {rule.card.code for rule in catalogue()} | set(asked) | set(extra)
    return {code: Share(asked[code], missed[code], extra[code]) for code in sorted(codes)}


def _has_the_fault(mutant: Mutant) -> bool:
    """Tell whether what is expected stands on the register before the change already."""
    moved = ((code, mutant.after.moved(where)) for code, where in _known(mutant.before))
    there = [(code, mutant.after.nearest(at)) for code, at in moved if at is not None]
    return any(_is_about(found, expected) for found in there for expected in mutant.expected)


_KNOWN: dict[int, tuple[Sheet, Counter[Found]]] = {}


def _known(sheet: Sheet) -> Counter[Found]:
    """Return what is raised on a register before a change; several changes begin with the same."""
    if id(sheet.data) not in _KNOWN or _KNOWN[id(sheet.data)][0] != sheet:
        # The sheet is kept, or its id would be that of another one.
        _KNOWN[id(sheet.data)] = (sheet, Counter(_raised(sheet)))
    return _KNOWN[id(sheet.data)][1]


def _raised(sheet: Sheet) -> Iterator[Found]:
    """Yield the code and place of all that is raised on a register."""
    if sheet.source is not None:
        found = lint(sheet.name, sheet.source, _terms(), lambda register: _text(sheet, register))
        yield from ((one.card.code, one.where) for one in found.findings)
        return
    shape = misshapen(Document("", sheet.data, (0, 0, None), {}))
    if shape:
        raise ValueError(f"{sheet.name}: {shape[0].where}: {shape[0].message}")
    register = build(sheet.data, lambda where: str(sheet.at(*where)))
    done = judge(register, _facts(), catalogue(), _text(sheet, register))
    for crash in done.crashes:
        raise crash.error
    yield from ((card.code, flag.where) for card, flag in done.raised)


def _text(sheet: Sheet, register: Register) -> Text | None:
    if sheet.text is None:
        return None
    return Text(decode_statement(sheet.text.encode(), sheet.name), register.statement.sections)


@cache
def _terms() -> Terms:
    chosen = select(["ALL"])
    return Terms(
        rules=chosen.rules,
        beside=chosen.beside,
        knowledge=Knowledge.load(),
        as_of=DAY,
        today=DAY,
    )


@cache
def _facts() -> Facts:
    return Knowledge.load().as_of(DAY)


def told(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"{'rule':<8}{'asked':>7}{'missed':>8}{'extra':>7}{'precision':>11}{'recall':>8}"
    by_code = shares(outcomes)
    for code, share in by_code.items():
        yield _line(code, share)
    yield _line("all", Share(*map(sum, zip(*by_code.values(), strict=True))))
    yield ""
    for sheet, count in Counter(outcome.mutant.before.name for outcome in outcomes).items():
        yield f"{sheet:<18}{count:>6} mutants"
    lawful = sum(not outcome.mutant.expected for outcome in outcomes)
    yield f"{'all':<18}{len(outcomes):>6} mutants, {lawful} of them as lawful as before"
    unnamed = [code for code, share in by_code.items() if not share.asked]
    if unnamed:
        yield f"no mutant names: {', '.join(unnamed)}"
    for outcome in outcomes:
        for word, found in (("missed", outcome.missed), ("extra", outcome.extra)):
            for code, where in sorted(found, key=repr):
                place = ".".join(map(str, where)) or "(the register)"
                told = f"{outcome.mutant.before.name}: {outcome.mutant.words}"
                yield f"{word} {code} at {place}: {told}"


def _line(code: str, share: Share) -> str:
    numbers = f"{share.asked:>7}{share.missed:>8}{share.extra:>7}"
    return f"{code:<8}{numbers}{share.precision:>11.2f}{share.recall:>8.2f}"


def is_right(outcomes: Iterable[Outcome]) -> bool:
    """Tell whether every rule is named by a mutant, none is missed and none is raised unasked."""
    return all(
        share.asked and not share.missed and not share.extra for share in shares(outcomes).values()
    )


if __name__ == "__main__":
    done = [judged(mutant) for mutant in mutants(sheets())]
    print("\n".join(told(done)))  # noqa: T201
    sys.exit(not is_right(done))
