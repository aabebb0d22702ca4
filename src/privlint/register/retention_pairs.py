"""Which two things that a statement says of storage are about the same data.

There can be many entries, and comparing each with each would take for ever on a register that
somebody made for it. So each is compared with what was said first of the same data: the number of
pairs grows with that of the entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from privlint.register.model import Kept
    from privlint.register.parts import CategoryEntry

_ANY = ""
"""Stands for any word of the statement, and for any kind of data."""


class Told(Record):
    """Two things that are said of how long the same data are kept."""

    one: Kept
    other: Kept
    kinds: frozenset[str]
    """The kinds of data that both are about; empty where the statement names none."""
    in_one_list: bool = False
    for_everybody: bool = False
    """True: the one is said of a purpose, the other of such data wherever they are used."""

    @property
    def in_two_sets(self) -> bool:
        """Tell whether they stand at two groups of data of which only some are the same."""
        is_apart = not self.in_one_list and not self.for_everybody
        return is_apart and self.one.kinds != self.other.kinds


def told_alike(kept: Sequence[Kept]) -> Iterator[Told]:
    """Yield what is said of the same data: in one list, at one purpose, or for everybody."""
    yield from _in_one_list(kept)
    dated = [each for each in kept if each.entry.period]
    yield from _at_one_purpose(dated)
    yield from _for_everybody(dated)


class _Firsts:
    """What was said first of a kind of data in a case, by the statement's word for the data."""

    def __init__(self) -> None:
        self._told: dict[tuple[object, str], dict[str | None, Kept]] = {}

    def of(self, case: object, kind: str, words: Collection[str]) -> Iterator[Kept]:
        """Yield what may be about the same data: in the same words, or where one has none."""
        told = self._told.get((case, kind), {})
        for word in (*words, None) if words else (_ANY,):
            if word in told:
                yield told[word]

    def add(self, case: object, kind: str, words: Collection[str], kept: Kept) -> None:
        """Remember what is said, unless something was said of the same data before."""
        told = self._told.setdefault((case, kind), {})
        for word in (*(words or (None,)), _ANY):
            told.setdefault(word, kept)


def _in_one_list(kept: Iterable[Kept]) -> Iterator[Told]:
    firsts = _Firsts()
    for each in kept:
        entry = each.entry
        case = (entry.parent, entry.for_, frozenset(entry.purposes), bool(entry.of))
        words = _words(entry.of)
        for kind in entry.kinds or (_ANY,):
            mine = words.get(kind, ())
            kinds = frozenset({kind}) if entry.of else each.kinds
            for has_period in (True, False):
                for one in firsts.of((*case, has_period), kind, mine):
                    yield Told(one, each, kinds, in_one_list=True)
            firsts.add((*case, bool(entry.period)), kind, mine, each)


def _at_one_purpose(kept: Iterable[Kept]) -> Iterator[Told]:
    firsts = _Firsts()
    for each, kind, words in _by_kind(kept):
        if each.group is None:
            continue
        group, entry = each.group, each.entry
        origin = (group.source, group.source_words, group.held_by, group.via)
        case = (each.purpose, entry.for_, entry.purposes, group.data_subjects, origin)
        for one in firsts.of(case, kind, words):
            yield Told(one, each, frozenset({kind}))
        firsts.add(case, kind, words, each)


def _for_everybody(kept: Sequence[Kept]) -> Iterator[Told]:
    firsts = _Firsts()
    for each in kept:
        if each.purpose is None and each.group is None:
            words = _words(each.entry.of)
            for kind in each.entry.kinds:
                for purpose in each.entry.purposes or (None,):
                    firsts.add(purpose, kind, words.get(kind, ()), each)
    for each, kind, mine in _by_kind(kept):
        for purpose in (each.purpose.id, None) if each.purpose is not None else ():
            for other in firsts.of(purpose, kind, mine):
                if each.entry.for_ in {None, other.entry.for_} or other.entry.for_ is None:
                    yield Told(each, other, frozenset({kind}), for_everybody=True)


def _by_kind(kept: Iterable[Kept]) -> Iterator[tuple[Kept, str, Collection[str]]]:
    """Yield what is said first of each kind of data where it stands, with the words for the data.

    What holds for a case only is left out, and so is what stands beside it in the same list.
    """
    done: set[tuple[object, str]] = set()
    for each in kept:
        holder = each.group or each.purpose
        fresh = [kind for kind in sorted(each.kinds) if (holder, kind) not in done]
        if not fresh or (each.group is not None and each.group.when):
            continue
        listed = each.group.categories if each.group is not None else ()
        words = _words(each.entry.of or listed)
        for kind in fresh:
            done.add((holder, kind))
            yield each, kind, words.get(kind, ())


def _words(entries: Iterable[CategoryEntry]) -> Mapping[str, set[str]]:
    """Return the statement's own words for data, by their kind."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.words:
            found.setdefault(entry.id, set()).add(entry.words)
    return found
