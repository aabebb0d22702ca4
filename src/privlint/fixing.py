"""Mend a register by the fixes of its findings, and take back what makes it worse.

Bytes outside of the edits stay as they are: the mark at the start, line ends, comments, quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from typing import TYPE_CHECKING

from privlint import form
from privlint.record import Record
from privlint.schema.shape import MORE
from privlint.source.characters import BOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from privlint.finding import Finding, Fix
    from privlint.linting import Checked
    from privlint.where import Where

_Stretch = tuple[int, int, str]
"""The characters of an edit, and its text."""

_LONE = re.compile("[\ud800-\udfff]")
"""Half of a pair of UTF-16: no file can hold it."""
_ROUNDS = 10
"""How often a register is read again, since one fix can make way for another."""
_TRIALS = 200
"""How often it is read to find out which fixes make it worse; those not yet tried are left."""


class Mended(Record):
    """A register after the fixes of its findings."""

    source: bytes
    was: Checked
    """What was found before."""
    checked: Checked
    """What is left, without the fixes that would make it worse."""
    count: int
    """How many findings were mended."""


def mended(source: bytes, check: Callable[[bytes], Checked]) -> Mended:
    """Apply the fixes of all findings that count, until no more can be applied.

    `check` judges the bytes of the register. Where all fixes together make it worse, those that
    do are left out.
    """
    work = _Work(source, check)
    for _ in range(_ROUNDS):
        if not work.advance():
            break
    return Mended(work.source, work.was, work.left(), work.count)


def applied(source: bytes, fixes: Iterable[Fix]) -> tuple[bytes, tuple[Fix, ...]]:
    """Apply the fixes that do not overlap, and return which these are.

    The first in the file wins, and a fix is applied whole or not at all.
    """
    mark = BOM if source.startswith(BOM.encode()) else ""
    text = source.decode().removeprefix(BOM)
    taken: list[_Stretch] = []
    kept: list[Fix] = []
    for fix in sorted(fixes, key=_start):
        edits = sorted((edit.start, edit.end, edit.text) for edit in fix.edits)
        if edits and _are_sound(edits, text) and _fit(edits, taken):
            for edit in edits:
                insort(taken, edit)
            kept.append(fix)
    parts, at = [mark], 0
    for start, end, new in taken:
        parts += text[at:start], new
        at = end
    return "".join([*parts, text[at:]]).encode(), tuple(kept)


def is_worse(before: Checked, after: Checked, fixed: Iterable[Finding] = ()) -> bool:
    """Tell whether a register got worse by mending some findings.

    It did where it can no longer be checked, or something is found that was not. A register that
    could not be checked before may well show what was hidden: the findings of the law, or the
    faults of what an unknown key held, if these lie deeper or can be mended themselves.
    """
    was, now = before.inputs[0], after.inputs[0]
    if now.is_checked and not was.is_checked:
        return False
    if was.is_checked and (not now.is_checked or len(now.crashes) > len(was.crashes)):
        return True
    known = Counter(map(_key, before.findings))
    known.subtract(map(_key, after.findings))
    new = [one for one in after.findings if known[_key(one)] < 0]
    if was.is_checked or any(one.card.name != _MISSHAPEN for one in new):
        return bool(new)
    new = [one for one in new if one.fix is None]
    places = {(*one.where[:-1], text) for one in fixed for text in _written(one)}
    if any(one.message == MORE for one in before.findings):
        # Not all was told, so that only what is at the place itself is sure to be new.
        places |= {one.where for one in fixed}
        return any(one.where in places for one in new)
    return not all(_lies_below(one, places) for one in new)


_MISSHAPEN = form.INPUTS["misshapen"].name


class _Work:
    """A register that is being mended."""

    def __init__(self, source: bytes, check: Callable[[bytes], Checked]) -> None:
        self.source = source
        self.was = self.checked = check(source)
        self.count = 0
        self._check = check
        self._trials = 0
        self._refused: set[_Key] = set()

    def advance(self) -> bool:
        """Apply what can be applied at once; tell whether anything was."""
        fixable = [
            one
            for one in self.checked.findings
            if one.fix is not None and one.suppression is None and _key(one) not in self._refused
        ]
        if not fixable:
            return False
        kept, source, checked = self._sound(fixable)
        if source == self.source:
            return False
        self.source, self.checked = source, checked
        self.count += len(kept)
        return True

    def left(self) -> Checked:
        """Return what is left; a fix that was taken back is offered no more."""
        settled = self.checked.settled
        findings = tuple(
            one.replace(fix=None) if one.fix and _key(one) in self._refused else one
            for one in settled.findings
        )
        return self.checked.replace(settled=settled.replace(findings=findings))

    def _sound(self, fixable: Sequence[Finding]) -> tuple[list[Finding], bytes, Checked]:
        """Return the findings whose fixes make nothing worse, and what comes of these.

        All are tried at once; where that makes it worse, each half is, and so on.
        """
        kept: list[Finding] = []
        source, checked = self.source, self.checked
        waiting = [list(fixable)]
        while waiting and self._trials < _TRIALS:
            tried = waiting.pop()
            found, text = self._applied([*kept, *tried])
            if text == source:
                continue
            self._trials += 1
            after = self._check(text)
            if not is_worse(checked, after, found):
                kept, source, checked = found, text, after
            elif len(tried) == 1:
                self._refused.add(_key(tried[0]))
            else:
                middle = len(tried) // 2
                waiting += tried[middle:], tried[:middle]
        return kept, source, checked

    def _applied(self, findings: Sequence[Finding]) -> tuple[list[Finding], bytes]:
        """Apply fixes to the register as it was; return also the findings whose fixes these are."""
        text, fixes = applied(self.source, (one.fix for one in findings if one.fix is not None))
        ids = set(map(id, fixes))
        return [one for one in findings if id(one.fix) in ids], text


_Key = tuple[str, "Where", str]


def _key(finding: Finding) -> _Key:
    """Return what a finding is known by when lines have moved: no fix moves items of a list."""
    return finding.card.code, finding.where, finding.message


def _written(finding: Finding) -> list[str]:
    return [edit.text for edit in finding.fix.edits] if finding.fix is not None else []


def _lies_below(finding: Finding, places: set[Where]) -> bool:
    where = finding.where
    return any(where[:depth] in places for depth in range(1, len(where)))


def _start(fix: Fix) -> int:
    return min((edit.start for edit in fix.edits), default=0)


def _are_sound(edits: Sequence[_Stretch], text: str) -> bool:
    """Tell whether edits lie in a text, do not overlap, and write what a file can hold."""
    is_inside = all(0 <= start <= end <= len(text) for start, end, _ in edits)
    is_text = not any(_LONE.search(new) for _, _, new in edits)
    return is_inside and is_text and all(map(_have_room, edits, edits[1:]))


def _fit(edits: Sequence[_Stretch], taken: Sequence[_Stretch]) -> bool:
    """Tell whether edits fit between those that are taken."""
    for edit in edits:
        at = bisect_left(taken, edit)
        around = [*taken[max(0, at - 1) : at], edit, *taken[at : at + 1]]
        if not all(map(_have_room, around, around[1:])):
            return False
    return True


def _have_room(one: _Stretch, other: _Stretch) -> bool:
    """Tell whether two edits in their order do not overlap, nor begin at one place."""
    return one[1] <= other[0] and one[0] < other[0]
