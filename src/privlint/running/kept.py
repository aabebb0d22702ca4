"""What is kept of one file among many: packed, and unpacked again when somebody asks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from privlint.catalogue import cards
from privlint.report import Input, Late, Later, tally
from privlint.running import packing
from privlint.running.inputs import Refusal, load
from privlint.running.seen import Seen, seen
from privlint.source.characters import BOM
from privlint.source.document import LineTable, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from privlint.finding import Finding
    from privlint.rule import Card, Rule
    from privlint.running.packing import Head, Packed
    from privlint.suppression.settle import Settled


class Kept:
    """One file that was checked, packed; the rest of a run takes it for a `Checked`.

    There are thousands: what a report says of the file is only made when it is written.
    """

    __slots__ = ("_before", "_given", "_path", "_sha256", "_shelf", "head", "name", "packed")

    def __init__(  # noqa: PLR0913, PLR0917 - by position, as it is made thousands of times
        self,
        name: str,
        path: str,
        packed: Packed,
        head: Head,
        shelf: Shelf,
        before: Seen | None,
        sha256: str | None,
        given: tuple[Input, ...] | None = None,
    ) -> None:
        """Take what was found in the file that lay at `path` and that findings call `name`.

        `given` is what a report says of a file that cannot be read once more.
        """
        self.name = name
        self.packed = packed
        self.head = head
        self._path = path
        self._shelf = shelf
        self._before = before
        self._sha256 = sha256
        self._given = given

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The file, and what could not be read beside it."""
        if self._given is not None:
            return self._given
        told = self.head.register
        lines = LaterLines(self._path, self._before) if self.head.has_lines else None
        register = Input(
            self.name,
            told.is_checked,
            told.as_of,
            told.is_undated,
            self._sha256,
            lines,
            told.crashes,
            told.not_run,
        )
        return (register, *self.head.beside)

    @property
    def settled(self) -> Settled:
        """What was found; each time it is asked for it is read anew, and not held."""
        return packing.settled(self.packed.body, self.name, self._shelf.cards)

    def findings(self) -> tuple[Finding, ...]:
        """Return those that count."""
        return self.settled.findings

    def suppressed(self) -> tuple[Finding, ...]:
        """Return those that do not."""
        return self.settled.suppressed


class Shelf:
    """Where what was found is kept: it knows the cards, and each head is read once."""

    def __init__(self, own: Iterable[Rule]) -> None:
        """Take the rules of a house, beside those of the catalogue."""
        self.cards: Mapping[str, Card] = {card.code: card for card in cards(own)}
        self._heads: dict[str, Head] = {}

    def kept(
        self, name: str, path: str, packed: Packed, before: Seen | None, sha256: str | None
    ) -> Kept:
        """Return a file as it was checked: it lay at `path`, and findings call it `name`."""
        return Kept(name, path, packed, self._head(packed.head), self, before, sha256)

    def whole(self, inputs: tuple[Input, ...], packed: Packed) -> Kept:
        """Return a file that was checked, with its inputs as they are."""
        name, head = inputs[0].path, self._head(packed.head)
        return Kept(name, name, packed, head, self, None, None, inputs)

    def _head(self, text: str) -> Head:
        head = self._heads.get(text)
        if head is None:
            head = self._heads[text] = packing.head(text, self.cards)
        return head


class Inputs(Later[Input]):
    """The inputs of many files."""

    def __init__(self, kept: Sequence[Kept]) -> None:
        """Take the files."""
        self._kept = kept

    def __len__(self) -> int:
        """Count them: each file is one, and what could not be read beside it."""
        return sum(1 + len(one.head.beside) for one in self._kept)

    def __iter__(self) -> Iterator[Input]:
        """Make them, file by file."""
        for one in self._kept:
            yield from one.inputs


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
    kinds = packing.summed([one.packed.kinds for one in counting]) + tally(beside)
    files = [*(one.findings for one in counting), lambda: beside]
    return (
        Late(files, kinds),
        Late(
            [one.suppressed for one in silent],
            packing.summed([one.packed.suppressed for one in silent]),
        ),
    )
