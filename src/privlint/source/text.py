"""The statement's own text: its sections, its passages, and where a quote stands in it.

A published statement is plain text. The register names its headings in order
(`statement.sections`); what stands before the first one is the section `preamble`. A *passage*
is the smallest piece that is accounted for: a paragraph, a list item or a table row.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PREAMBLE = "preamble"
"""The section before the first heading."""

_ENOUGH = 5
"""How many places of a quote are looked for."""

_ITEM = re.compile(r"\s*(?:[-*\u2022\u2013]|\d+[.)])\s")
_ACCENTED = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_SENTENCE_END = tuple(".!?:;")


class Passage(Record):
    """One passage: its section, its characters in the text (`end` exclusive), its first line."""

    section: str
    start: int
    end: int
    line: int
    is_heading: bool


class Match(Record):
    """A place where a quote stands: characters of the text, `end` exclusive."""

    start: int
    end: int


class Text:
    """The text of one statement, divided by the headings that its register names."""

    def __init__(self, source: str, headings: Mapping[str, str]) -> None:
        """Divide `source`; `headings` maps each section id to its heading line, in order."""
        self.source = source
        self._folded, self._offsets = _fold_with_offsets(source)
        self.missing_headings: tuple[str, ...] = ()
        self.passages = self._divide(headings)
        self._starts = [passage.start for passage in self.passages]
        self._by_section: dict[str, list[Passage]] = {}
        for passage in self.passages:
            self._by_section.setdefault(passage.section, []).append(passage)

    @property
    def digest(self) -> str:
        """SHA-256 of the folded text, in hexadecimal: layout and punctuation do not count."""
        import hashlib  # noqa: PLC0415 - OpenSSL is slow to load

        return hashlib.sha256(self._folded.encode()).hexdigest()

    def has_section(self, section: str) -> bool:
        """Tell whether the text has a section of this id, or sections below it."""
        return any(_within(known, section) for known in self._by_section)

    def section(self, section: str) -> tuple[Passage, ...]:
        """Return the passages of a section, those of the sections below it left out."""
        return tuple(self._by_section.get(section, ()))

    def find(self, quote: str, section: str | None = None) -> list[Match]:
        """Find a quote by its letters and digits, in `section` and below or in the whole text.

        Returns the first few places: more than one is already too many.
        """
        matches = (
            match
            for match in self._matches(fold(quote))
            if section is None or _within(self.passage_at(match.start).section, section)
        )
        return list(islice(matches, _ENOUGH))

    def passage_at(self, offset: int) -> Passage:
        """Return the passage that holds the character at `offset`."""
        return self.passages[max(0, bisect_right(self._starts, offset) - 1)]

    def passages_of(self, match: Match) -> list[Passage]:
        """Return the passages that a match touches."""
        first = max(0, bisect_right(self._starts, match.start) - 1)
        return list(self.passages[first : bisect_left(self._starts, match.end)])

    def excerpt(self, passage: Passage) -> str:
        """Return the passage's text on one line."""
        return " ".join(self.source[passage.start : passage.end].split())

    def _matches(self, wanted: str) -> Iterator[Match]:
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            end = self._offsets[at + len(wanted) - 1] + 1
            while unicodedata.combining(self.source[end : end + 1] or " "):
                end += 1
            match = Match(self._offsets[at], end)
            if self._is_whole_words(match):
                yield match
            at = self._folded.find(wanted, at + 1)

    def _is_whole_words(self, match: Match) -> bool:
        before = self.source[match.start - 1 : match.start]
        after = self.source[match.end : match.end + 1]
        return not before.isalnum() and not after.isalnum()

    def _divide(self, headings: Mapping[str, str]) -> tuple[Passage, ...]:
        waiting = [(id_, fold(heading)) for id_, heading in headings.items()]
        section = PREAMBLE
        passages: list[Passage] = []
        for start, end, line in _blocks(self.source, {heading for _, heading in waiting}):
            folded = fold(self.source[start:end])
            ahead = next((n for n, (_, heading) in enumerate(waiting) if heading == folded), None)
            if ahead is not None:
                self.missing_headings += tuple(id_ for id_, _ in waiting[:ahead])
                section = waiting[ahead][0]
                del waiting[: ahead + 1]
            passages.append(Passage(section, start, end, line, is_heading=ahead is not None))
        self.missing_headings += tuple(id_ for id_, _ in waiting)
        return tuple(passages)


def fold(text: str) -> str:
    """Reduce text to its letters and digits, in one case: what a quote is compared by."""
    return _fold_with_offsets(text)[0]


def _fold_with_offsets(text: str) -> tuple[str, list[int]]:
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in _characters(text):
        plain = character if character.isascii() else unicodedata.normalize("NFKC", character)
        for part in plain.casefold():
            if part.isalnum():
                folded.append(part)
                offsets.append(offset)
    return "".join(folded), offsets


def _characters(text: str) -> Iterable[tuple[int, str]]:
    """Yield each character with the accents that some systems write as characters of their own."""
    if unicodedata.is_normalized("NFC", text):
        return enumerate(text)
    return ((found.start(), found[0]) for found in _ACCENTED.finditer(text))


def _within(section: str, outer: str) -> bool:
    return section == outer or section.startswith(f"{outer}.")


def _blocks(source: str, headings: set[str]) -> list[tuple[int, int, int]]:
    """Yield (start, end, line) of each passage: a line, with the lines that continue it."""
    blocks: list[tuple[int, int, int]] = []
    offset = 0
    open_sentence = False
    for number, line in enumerate(source.splitlines(keepends=True), start=1):
        text = line.strip()
        start = offset + line.find(text) if text else offset
        offset += len(line)
        if not any(character.isalnum() for character in text):
            continue
        continues = open_sentence and text[0].islower() and not _ITEM.match(line)
        if continues and fold(text) not in headings:
            first, _, first_line = blocks[-1]
            blocks[-1] = (first, start + len(text), first_line)
        else:
            blocks.append((start, start + len(text), number))
        open_sentence = (
            not text.endswith(_SENTENCE_END) and "\t" not in text and fold(text) not in headings
        )
    return blocks
