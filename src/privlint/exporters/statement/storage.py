"""How long data are kept, in words: periods, events, criteria, and what limits each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.exporters.statement import named
from privlint.exporters.statement.blocks import Span, Text, joined, own
from privlint.exporters.statement.labels import LABELS
from privlint.register.retention import retention_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from privlint.exporters.statement.blocks import Cell
    from privlint.exporters.statement.telling import Telling
    from privlint.register import DataGroup, Purpose, Retention, RetentionEntry


def kept(t: Telling, retention: Retention) -> Cell:
    """Tell what is said in one place of how long data are kept, an entry a line."""
    lines = _lines(t, retention.entries)
    if retention.whichever in {"first", "last"}:
        lines = (*lines, t.label("whichever", retention.whichever))
    return lines


def kept_for(t: Telling, purpose: Purpose, group: DataGroup | None) -> Cell:
    """Tell how long the data of a purpose are kept: what is said nearest to them."""
    lines: list[Text] = []
    for holder in (group, purpose):
        if holder is not None and holder.retention is not None:
            entries = holder.retention.entries
            lines += kept(t, holder.retention)
            if any(not entry.when for entry in entries):
                return tuple(lines)
    wide = [e for e in retention_of(t.register, purpose, group) if e.where[0] == "general"]
    lines += _lines(t, wide, is_narrowed=True)
    if lines:
        return tuple(lines)
    places = [(*h.where, "retention") for h in (group, purpose) if h is not None]
    return (t.gap(t.word("how long"), *places),)


def _lines(t: Telling, entries: Sequence[RetentionEntry], *, is_narrowed: bool = False) -> Cell:
    """Tell entries, where they are narrowed without the purposes that they are for."""
    return tuple(_entry(t, entry, () if is_narrowed else entry.purposes) for entry in entries)


def _entry(t: Telling, entry: RetentionEntry, purposes: Sequence[str]) -> Text:
    ends = tuple(_ends(t, entry))
    if not ends:
        ends = (own(entry.words),) if entry.words else (t.gap(t.word("how long"), entry.where),)
    text = t.apart(joined(ends, ", "), *_limits(t, entry, purposes))
    return t.with_when(text, entry.for_, entry.when)


def _ends(t: Telling, entry: RetentionEntry) -> Iterator[Text]:
    if entry.period:
        yield _period(t, entry)
    if entry.until:
        yield _bound(t, entry, named.worded(t, "until", entry.until, entry.words))
    if entry.criterion:
        yield named.worded(t, "criterion", entry.criterion, entry.words)
    if entry.indefinite:
        yield t.say("without an end")


def _period(t: Telling, entry: RetentionEntry) -> Text:
    length = _bound(t, entry, t.period(entry.period or ""))
    if entry.from_ is None:
        return length
    after = named.worded(t, "from", entry.from_, entry.words)
    return (*length, Span(" "), *after)


def _bound(t: Telling, entry: RetentionEntry, text: Text) -> Text:
    if entry.bound is None:
        return text
    template = LABELS["bound"][entry.bound]
    return t.say(template, period=text)


def _limits(t: Telling, entry: RetentionEntry, purposes: Sequence[str]) -> Iterator[Text]:
    if entry.of:
        yield t.say("only for: {limits}", limits=named.data(t, entry.of))
    if purposes:
        yield t.say("only for: {limits}", limits=named.purposes(t, purposes))
    if entry.law:
        yield t.say("required by: {law}", law=own(entry.law))
    elif entry.legal_duty:
        yield t.say("required by law")
    if entry.exception:
        yield t.say("as an exception")
    if entry.form:
        yield t.label("form", entry.form)
    if entry.then:
        yield t.label("then", entry.then)
