"""A mutant: a register before and after one fact is changed, and what the law says of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mutations.sheet import Sheet, Where

Found = tuple[str, Where]
"""The code of a finding, and the place that it is about, or where that place would be written."""

Operator = Callable[[Sheet], "Iterator[Mutant]"]
"""A change that is made wherever a register has the facts for it."""

OPERATORS: list[Operator] = []
"""Every operator, in the order of the modules."""


class Mutant(NamedTuple):
    """One fact changed, told in words, with every finding that this must raise anew."""

    words: str
    before: Sheet
    after: Sheet
    expected: frozenset[Found]
    """Nothing, where the change is as lawful as what stood there before."""
    mended: frozenset[Found] = frozenset()
    """Findings on the register before that the change must take away."""
    moving: frozenset[str] = frozenset()
    """Codes of faults that have two places: where one place is gone, the other may be named."""


def mutant(
    words: str,
    before: Sheet,
    after: Sheet,
    *expected: Found,
    mended: tuple[Found, ...] = (),
    moving: tuple[str, ...] = (),
) -> Mutant:
    """Make a mutant: what was done before it to lay the ground does not count as the change."""
    found = frozenset(expected), frozenset(mended), frozenset(moving)
    return Mutant(words, before, after, *found)


def on(code: str, *where: str | int) -> Found:
    """Name a finding by its code and its place."""
    return code, where


def operator(*names: str) -> Callable[[Operator], Operator]:
    """Take a function for an operator on every register, or on those that are named."""

    def take(make: Operator) -> Operator:
        def ask(sheet: Sheet) -> Iterator[Mutant]:
            if not names or sheet.name in names:
                yield from make(sheet)

        OPERATORS.append(ask)
        return make

    return take
