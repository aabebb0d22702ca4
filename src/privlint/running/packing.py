"""What was found in one file, as JSON: what crosses from one process to another, and is kept.

In two parts. The head is small and much the same for most files: what was checked, and what asked
nothing. The body is what was found, and what became of each ignore and of each accepted finding;
it is compressed, and only read by what needs it. Rules are named by their code. It is JSON and
nothing that could run: what is read from a disk may have been written by anybody.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from privlint.finding import Edit, Finding, Fix, Place, Suppression
from privlint.record import Record
from privlint.report import Crash, Input, Kinds, NotRun, Unasked, tally
from privlint.rule import Certainty, Severity
from privlint.source.document import Span
from privlint.suppression.baseline import Entry
from privlint.suppression.ignores import Ignore, Named, Use
from privlint.suppression.settle import Settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from privlint.linting import Checked
    from privlint.rule import Card
    from privlint.running.bodies import Body

_QUICK = 1
"""The level of compression: a higher one costs more than it saves."""


class Packed(NamedTuple):
    """What was found in one file; a plain tuple, as there are thousands."""

    head: str
    kinds: str
    """How many findings count: a kind and its number, another kind and its number."""
    suppressed: str
    """How many do not."""
    body: bytes | Body


def packed(checked: Checked) -> Packed:
    """Write down what was found in a file."""
    name = checked.inputs[0].path
    done = checked.settled
    body = [
        [_finding(one, name) for one in done.findings],
        [_finding(one, name) for one in done.suppressed],
        [_use(one) for one in done.uses],
        [[*_plain(entry), count] for entry, count in done.entries],
    ]
    inputs = [(_input(one, name), one.lines is not None) for one in checked.inputs]
    return Packed(
        _json(inputs),
        _flat(tally(done.findings)),
        _flat(tally(done.suppressed)),
        zlib.compress(_json(body).encode(), _QUICK),
    )


class Head(Record):
    """What a head says."""

    register: Input
    """Without its path, its digest and its lines."""
    has_lines: bool
    beside: tuple[Input, ...]
    """What could not be read beside it."""


def head(text: str, cards: Mapping[str, Card]) -> Head:
    """Return what a head says."""
    (register, has_lines), *beside = json.loads(text)
    return Head(
        _to_input(register, cards),
        has_lines,
        tuple(_to_input(one, cards) for one, _ in beside),
    )


def settled(body: bytes | Body, name: str, cards: Mapping[str, Card]) -> Settled:
    """Return what a body says of the file that is called `name`."""
    source = body if isinstance(body, bytes) else body.read()
    findings, suppressed, uses, entries = json.loads(zlib.decompress(source))
    return Settled(
        tuple([_to_finding(one, name, cards) for one in findings]),
        tuple([_to_finding(one, name, cards) for one in suppressed]),
        tuple(map(_to_use, uses)),
        tuple((_to_entry(*told), count) for *told, count in entries),
    )


def summed(files: Iterable[str]) -> Kinds:
    """Return the kinds of findings of many files, as `report.tally` counts them."""
    whole: Kinds = Counter()
    # Of thousands of files most are alike in this.
    for told, times in Counter(files).items():
        numbers = list(map(int, told.split()))
        for kind, number in zip(numbers[::2], numbers[1::2], strict=True):
            key = (kind // _GRAVE, kind // _SURE % _SURE, bool(kind % _SURE))
            whole[key] += number * times
    return whole


_GRAVE, _SURE = 100, 10


def _flat(counted: Kinds) -> str:
    pairs = (
        f"{_GRAVE * grave + _SURE * sure + fix} {number}"
        for (grave, sure, fix), number in sorted(counted.items())
    )
    return " ".join(pairs)


def _json(data: Any) -> str:
    # A plugin may have put anything into a place.
    return json.dumps(data, separators=(",", ":"), default=str)


def _plain(record: Record) -> list[Any]:
    """Return the fields of a record that holds only texts, numbers, spans and days."""
    values = record.as_dict().values()
    return [one.isoformat() if isinstance(one, date) else one for one in values]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _input(one: Input, name: str) -> list[Any]:
    return [
        "" if one.path == name else one.path,
        one.is_checked,
        None if one.as_of is None else one.as_of.isoformat(),
        one.is_undated,
        [_crash(crash) for crash in one.crashes],
        [[silent.card.code, silent.why.name] for silent in one.not_run],
    ]


def _to_input(told: list[Any], cards: Mapping[str, Card]) -> Input:
    path, is_checked, as_of, is_undated, crashes, not_run = told
    return Input(
        path,
        is_checked,
        _day(as_of),
        is_undated,
        crashes=tuple(_to_crash(one, cards) for one in crashes),
        not_run=tuple(NotRun(cards[code], Unasked[why]) for code, why in not_run),
    )


def _crash(crash: Crash) -> list[str]:
    # Only a rule that fails pays for what writes down where.
    from traceback import format_exception  # noqa: PLC0415

    error = crash.error
    return [crash.card.code, type(error).__name__, *_said(error), "".join(format_exception(error))]


def _said(error: Exception) -> tuple[str, str]:
    """Return what an error says of itself; one of a plugin may fail at that, too."""
    try:
        return str(error), repr(error)
    except Exception:  # noqa: BLE001 - whatever it is, it was told that the rule failed
        return "", f"{type(error).__name__}()"


def _to_crash(told: list[str], cards: Mapping[str, Card]) -> Crash:
    """Make an error that reads like the one that was raised, and tells where that was."""
    code, kind, said, shown, traced = told
    methods = {"__str__": lambda _: said, "__repr__": lambda _: shown}
    error: Exception = type(kind, (Exception,), methods)()
    error.add_note(traced)
    return Crash(cards[code], error)


def _finding(one: Finding, name: str) -> list[Any]:
    card = one.card
    return [
        None if one.path == name else one.path,
        one.span,
        card.code,
        one.message,
        one.where,
        int(one.severity),
        int(one.certainty),
        [[place.span, place.label] for place in one.related],
        None if one.law == card.law else one.law,
        one.logical,
        None if one.fix is None else _fix(one.fix),
        None if one.suppression is None else _plain(one.suppression),
    ]


def _to_finding(told: list[Any], name: str, cards: Mapping[str, Card]) -> Finding:
    (path, span, code, message, where, severity, certainty) = told[:7]
    related, law, logical, fix, suppression = told[7:]
    card = cards[code]
    return Finding(
        path or name,
        Span(*span),
        card,
        message,
        tuple(where),
        _SEVERITIES[severity],
        _CERTAINTIES[certainty],
        tuple([Place(Span(*at), label) for at, label in related]) if related else (),
        card.law if law is None else tuple(law),
        logical,
        None if fix is None else _to_fix(fix),
        None if suppression is None else _to_suppression(*suppression),
    )


# To call an enumeration takes longer than to look it up, and there is one for every finding.
_SEVERITIES = {int(one): one for one in Severity}
_CERTAINTIES = {int(one): one for one in Certainty}


def _fix(fix: Fix) -> list[Any]:
    return [fix.title, [_plain(edit) for edit in fix.edits]]


def _to_fix(told: list[Any]) -> Fix:
    title, edits = told
    return Fix(title, tuple(Edit(start, end, text, Span(*at)) for start, end, text, at in edits))


def _to_suppression(  # noqa: PLR0913, PLR0917 - its fields
    kind: str, reason: str, owner: str | None, until: str | None, path: str, span: Any
) -> Suppression:
    place = None if span is None else Span(*span)
    return Suppression(kind, reason, owner, _day(until), path, place)


def _use(use: Use) -> list[Any]:
    ignore = use.ignore
    bare = ignore.replace(rules=(), lines=())
    return [
        _plain(bare),
        [_plain(rule) for rule in ignore.rules],
        sorted(ignore.lines),
        _plain(use.rule),
        use.code,
        use.findings,
        use.could,
        use.state,
    ]


def _to_use(told: list[Any]) -> Use:
    (kind, path, span, _, reason, owner, until, _, above, files), rules, lines, rule, *rest = told
    ignore = Ignore(
        kind,
        path,
        Span(*span),
        tuple(_named(*one) for one in rules),
        reason,
        owner,
        _day(until),
        frozenset(lines),
        None if above is None else tuple(above),
        tuple(files),
    )
    return Use(ignore, _named(*rule), *rest)


def _to_entry(  # noqa: PLR0913, PLR0917 - its fields
    register: str,
    at: str,
    code: str,
    count: int,
    reason: str,
    owner: str | None,
    until: str | None,
) -> Entry:
    return Entry(register, at, code, count, reason, owner, _day(until))


def _named(text: str, span: list[int]) -> Named:
    return Named(text, Span(*span))
