"""What is kept of one file among many: packed, and unpacked again when somebody asks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from privlint.catalogue import cards
from privlint.report import Input, Late, tally
from privlint.running import packing
from privlint.running.inputs import Refusal, load
from privlint.running.seen import Seen, seen
from privlint.source.characters import BOM
from privlint.source.document import LineTable, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from privlint.finding import Finding
    from privlint.rule import Card, Rule
    from privlint.running.packing import Head, Packed
    from privlint.suppression.settle import Settled


class Kept:
    """One file that was checked, packed; the rest of a run takes it for a `Checked`."""

    __slots__ = ("_cards", "inputs", "name", "packed")

    def __init__(
        self, name: str, packed: Packed, inputs: tuple[Input, ...], cards: Mapping[str, Card]
    ) -> None:
        """Take what was found in the file that findings call `name`, and the cards by code."""
        self.name = name
        self.packed = packed
        self.inputs = inputs
        self._cards = cards

    @property
    def settled(self) -> Settled:
        """What was found; each time it is asked for it is read anew, and not held."""
        return packing.settled(self.packed.body, self.name, self._cards)

    def findings(self) -> tuple[Finding, ...]:
        """Return those that count."""
        return self.settled.findings

    def suppressed(self) -> tuple[Finding, ...]:
        """Return those that do not."""
        return self.settled.suppressed


class Shelf:
    """Where what was found is unpacked: it knows the cards, and each head is read once."""

    def __init__(self, own: Iterable[Rule]) -> None:
        """Take the rules of a house, beside those of the catalogue."""
        self._cards = {card.code: card for card in cards(own)}
        self._heads: dict[str, Head] = {}

    def kept(
        self, name: str, path: str, packed: Packed, before: Seen | None, sha256: str | None
    ) -> Kept:
        """Return a file as it was checked: it lay at `path`, and findings call it `name`."""
        head = self._heads.get(packed.head)
        if head is None:
            head = self._heads[packed.head] = packing.head(packed.head, self._cards)
        told = head.register
        lines = LaterLines(path, before) if head.has_lines else None
        # By position and field by field: there are thousands.
        register = Input(
            name,
            told.is_checked,
            told.as_of,
            told.is_undated,
            sha256,
            lines,
            told.crashes,
            told.not_run,
        )
        return Kept(name, packed, (register, *head.beside), self._cards)

    def whole(self, inputs: tuple[Input, ...], packed: Packed) -> Kept:
        """Return a file that was checked, with its inputs as they are."""
        return Kept(inputs[0].path, packed, inputs, self._cards)


class LaterLines(LineTable):
    """The lines of a file that is read when somebody asks for one.

    They are empty where the file is no longer what was checked: rather none than others.
    """

    def __init__(self, path: str, before: Seen | None) -> None:
        """Take the path, and what the file was when it was checked."""
        self._path = path
        self._before = before

    def line(self, number: int) -> str:
        """Return the text of a line."""
        return self._table().line(number)

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters from `start` up to `end`."""
        return self._table().span(start, end)

    def offsets(self, span: Span) -> tuple[int, int]:
        """Return the characters that a span stands for."""
        return self._table().offsets(span)

    def _table(self) -> LineTable:
        return _lines(self._path, self._before)


@lru_cache(maxsize=4)
def _lines(path: str, before: Seen | None) -> LineTable:
    """Read the lines of a file; findings come file by file, so that few are held."""
    source = load(path, before[0]) if before is not None and seen(path) == before else b""
    if isinstance(source, Refusal):
        source = b""
    return LineTable(source.decode("utf-8", "replace").removeprefix(BOM))


def later(kept: Sequence[Kept], beside: Sequence[Finding]) -> tuple[Late, Late]:
    """Return the findings that count, and those that do not, to be read later.

    `beside` are those that belong to no register.
    """
    counting = [one for one in kept if one.packed.kinds]
    silent = [one for one in kept if one.packed.suppressed]
    kinds = packing.summed(one.packed.kinds for one in counting) + tally(beside)
    files = [*(one.findings for one in counting), lambda: beside]
    return (
        Late(files, kinds),
        Late(
            (one.suppressed for one in silent),
            packing.summed(one.packed.suppressed for one in silent),
        ),
    )
