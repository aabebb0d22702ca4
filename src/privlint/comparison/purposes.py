"""What changed in the purposes: their data one by one, with their periods and recipients.

Data are compared kind by kind, however they are grouped: a kind that moves to another group with
the same fate has not changed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from privlint.comparison.fact import Delta, Told, how, places
from privlint.comparison.retention import retention_change
from privlint.comparison.trees import Side, details, differences
from privlint.comparison.words import ground, kept, listed
from privlint.register.view import Seen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from privlint.register import DataGroup, Purpose, Register, RetentionEntry
    from privlint.register.node import Node
    from privlint.register.parts import CategoryEntry
    from privlint.where import Where

_OWN = frozenset({"data", "retention", "recipients", "legal_basis", "title", "kind"})
"""The keys of a purpose that are compared here, and not key by key."""
_OF_DATA = frozenset({"categories", "retention", "recipients", "legal_basis"})
_WHOLE = ""
"""Stands for the data of a purpose that name no kind, and for the purpose itself."""

Kinds = dict[str, Told]


def compare_purposes(old: Register, new: Register) -> Iterator[Delta]:
    """Yield what differs between the purposes of two registers."""
    for name in dict.fromkeys((*old.purposes, *new.purposes)):
        before, after = old.purposes.get(name), new.purposes.get(name)
        if before is not None and after is not None:
            yield from _purpose(name, before, after)
            continue
        title = next((one.title for one in (before, after) if one is not None), None)
        message = f"the purpose `{name}` is {how(before, after)}" + (f": {title}" if title else "")
        yield Delta("purpose", how(before, after), message, *places(before, after))


def _purpose(name: str, old: Purpose, new: Purpose) -> Iterator[Delta]:
    for key in ("title", "kind"):
        was, now = getattr(old, key), getattr(new, key)
        if was != now:
            message = f"the {key} of `{name}` was {was or 'not told'}, and is {now or 'not told'}"
            yield Delta("purpose", "other", message, old.where, new.where)
    yield from _data(name, old, new)
    moved = _listed(old) ^ _listed(new)
    yield from _fates(name, "basis", (_bases(old), _bases(new)), moved)
    yield from _fates(name, "recipient", (_recipients(old), _recipients(new)), moved)
    yield from _retention(name, old, new)
    yield from _kinds_in_both(name, old, new)
    sides = Side(Seen(old), old.where), Side(Seen(new), new.where)
    yield from details(f"purposes.{name}", sides)
    yield from differences("other", f"purposes.{name}", sides, skip=_OWN)


def _kinds(group: DataGroup) -> tuple[str, ...]:
    return tuple(entry.id for entry in group.categories) or (group.unnamed or _WHOLE,)


def _listed(purpose: Purpose) -> frozenset[str]:
    return frozenset(kind for group in purpose.data for kind in _kinds(group))


def _data(name: str, old: Purpose, new: Purpose) -> Iterator[Delta]:
    before = {kind: group for group in old.data for kind in _kinds(group) if kind}
    after = {kind: group for group in new.data for kind in _kinds(group) if kind}
    for gone, came, verb in ((before, after, "gone"), (after, before, "new")):
        kinds = gone.keys() - came.keys()
        if kinds:
            where = gone[min(kinds)].where
            places = (where, new.where) if verb == "gone" else (old.where, where)
            yield Delta("data", "gone" if verb == "gone" else "new",
                        f"data of `{name}` are {verb}: {listed(kinds)}", *places)  # fmt: skip


def _bases(purpose: Purpose) -> Mapping[str, Kinds]:
    """Return the legal bases by the data that they are for; those of all under no name."""
    found: dict[str, Kinds] = defaultdict(dict)
    for basis in purpose.legal_basis:
        for kind in [entry.id for entry in basis.of] or [_WHOLE]:
            found[kind][ground(basis)] = Told(basis.basis, ground(basis), basis.where)
    for group in purpose.data:
        for basis in group.legal_basis:
            for kind in _kinds(group):
                found[kind][ground(basis)] = Told(basis.basis, ground(basis), basis.where)
    return found


def _recipients(purpose: Purpose) -> Mapping[str, Kinds]:
    """Return the recipients by the data that they get; those of all under no name."""
    found: dict[str, Kinds] = defaultdict(dict)
    for ref in purpose.recipients:
        for kind in [entry.id for entry in ref.categories] or [_WHOLE]:
            found[kind][ref.to] = Told(ref.to, ref.to, ref.where)
    for group in purpose.data:
        for ref in group.recipients:
            for kind in [entry.id for entry in ref.categories] or _kinds(group):
                found[kind][ref.to] = Told(ref.to, ref.to, ref.where)
    return found


def _fates(
    name: str,
    what: str,
    sides: tuple[Mapping[str, Kinds], Mapping[str, Kinds]],
    moved: Collection[str],
) -> Iterator[Delta]:
    """Yield what is new or gone for some data; the same of several kinds is told once.

    Of data that are `moved`, themselves new or gone, only what was not there at all is told.
    """
    old, new = sides
    known, still = ({text for kinds in side.values() for text in kinds} for side in sides)
    changed: dict[tuple[str, str], tuple[list[str], Told]] = {}
    for kind in dict.fromkeys((*old, *new)):
        before, after = old.get(kind, {}), new.get(kind, {})
        for verb, mine, others, there in (
            ("gone", before, after, still),
            ("new", after, before, known),
        ):
            for text in mine.keys() - others.keys():
                if kind not in moved or text not in there:
                    changed.setdefault((verb, text), ([], mine[text]))[0].append(kind)
    for (verb, text), (kinds, told) in sorted(changed.items(), key=lambda one: one[0]):
        is_new = verb == "new"
        named = [kind for kind in kinds if kind]
        of = f" for {listed(named)}" if named and _WHOLE not in kinds else ""
        noun = "the legal basis" if what == "basis" else "the recipient"
        yield Delta(
            what, "new" if is_new else "gone",
            f"{noun} {text} of `{name}` is {verb}{of}",
            None if is_new else told.where, told.where if is_new else None,
        )  # fmt: skip


def _retention(name: str, old: Purpose, new: Purpose) -> Iterator[Delta]:
    """Yield the periods that are other; the same change of several kinds is told once."""
    before, after = _periods(old), _periods(new)
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for kind in dict.fromkeys((*before, *after)):
        is_there = (kind in before) == (kind in after)
        if is_there or kind == _WHOLE:
            pair = (before.get(kind, {}), after.get(kind, {}))
            if pair[0].keys() != pair[1].keys():
                alike.setdefault((tuple(sorted(pair[0])), tuple(sorted(pair[1]))), []).append(kind)
    for (was, now), kinds in alike.items():
        olds = [before[kinds[0]][text] for text in was]
        news = [after[kinds[0]][text] for text in now]
        named = listed(kind for kind in kinds if kind)
        subject = f"{named} of `{name}`" if named else f"the data of `{name}`"
        yield retention_change(subject, olds, news, (old.where, new.where))


def _periods(purpose: Purpose) -> Mapping[str, dict[str, RetentionEntry]]:
    """Return what is told of storage, by the kind of data; what is told of all under no name."""
    found: dict[str, dict[str, RetentionEntry]] = {_WHOLE: {}}
    for group in purpose.data:
        entries = group.retention.entries if group.retention is not None else ()
        for kind in _kinds(group):
            here = found.setdefault(kind, {})
            for entry in entries:
                if not entry.of or kind in entry.kinds:
                    here[kept(entry)] = entry
    for entry in purpose.retention.entries if purpose.retention is not None else ():
        for kind in entry.kinds or (_WHOLE,):
            found.setdefault(kind, {})[kept(entry)] = entry
    return found


def _kinds_in_both(name: str, old: Purpose, new: Purpose) -> Iterator[Delta]:
    """Yield what is told otherwise of data that are there in both: source, holder, condition."""
    before, after = _by_kind(old), _by_kind(new)
    pairs: dict[tuple[tuple[Where, ...], tuple[Where, ...]], list[str]] = {}
    for kind in sorted(before.keys() & after.keys()):
        (groups, entries), (groups_now, entries_now) = before[kind], after[kind]
        places = tuple(g.where for g in groups), tuple(g.where for g in groups_now)
        pairs.setdefault(places, []).append(kind)
        path = f"purposes.{name}.data[{kind}]"
        yield from _listed_alike(path, entries, entries_now, "is", {"is"})
    for kinds in pairs.values():
        path = f"purposes.{name}.data[{','.join(kinds)}]"
        yield from _listed_alike(
            path, before[kinds[0]][0], after[kinds[0]][0], "categories", _OF_DATA
        )


def _listed_alike(
    path: str, old: Sequence[Node], new: Sequence[Node], naming: str, skip: Collection[str]
) -> Iterator[Delta]:
    """Yield what differs between what is told of one kind of data, mostly in one place.

    Where that is in several places, only the key that names the kind is left out.
    """
    if len(old) == 1 and len(new) == 1:
        sides = Side(Seen(old[0]), old[0].where), Side(Seen(new[0]), new[0].where)
        yield from differences("other", path, sides, skip=skip)
        yield from details(path, sides)
        return
    several = [
        Side([_without(Seen(node), naming) for node in nodes], nodes[0].where if nodes else ())
        for nodes in (old, new)
    ]
    yield from differences("other", path, (several[0], several[1]))


def _without(seen: Seen, key: str) -> Seen:
    seen.pop(key, None)
    return seen


def _by_kind(purpose: Purpose) -> dict[str, tuple[list[DataGroup], list[CategoryEntry]]]:
    """Return the groups that list each kind of data, and what they say of the kind itself."""
    found: dict[str, tuple[list[DataGroup], list[CategoryEntry]]] = {}
    for group in purpose.data:
        for kind in dict.fromkeys(_kinds(group)):
            found.setdefault(kind, ([], []))[0].append(group)
        for entry in group.categories:
            found[entry.id][1].append(entry)
    return found
