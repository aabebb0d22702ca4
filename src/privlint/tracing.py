"""Hold the cites of a register against the statement's text, both ways.

Forward: is each quote there, in the section it names, and only once? Backward: which passages does
nothing cite? So the thread between register and text can be followed from either end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint import form
from privlint.record import Record
from privlint.register import Cite, Statement
from privlint.rule import Flag
from privlint.source.text import PREAMBLE

if TYPE_CHECKING:
    from privlint.register import Register
    from privlint.rule import Card
    from privlint.source.text import Passage, Text
    from privlint.where import Where

_ABSENCE = "passages_without_facts"
_MOST_LINES = 12


class Cited(Record):
    """A passage of the text, and the entries of the register that cite it."""

    passage: Passage
    entries: tuple[Where, ...]
    is_without_facts: bool
    """True: the register says that it states nothing about processing."""

    @property
    def is_accounted_for(self) -> bool:
        """Whether an entry cites it, or it is a heading, or holds nothing to cite."""
        return bool(self.entries) or self.is_without_facts or self.passage.is_heading


class Trace(Record):
    """What came of holding a register against its text."""

    text: Text
    passages: tuple[Cited, ...]
    faults: tuple[tuple[Card, Flag], ...]
    quotes: int
    """How many quotes were looked for."""

    @property
    def uncited(self) -> tuple[Passage, ...]:
        """The passages that nothing accounts for."""
        return tuple(cited.passage for cited in self.passages if not cited.is_accounted_for)


def trace(register: Register, text: Text) -> Trace:
    """Trace a register to the text of its statement."""
    return _Tracer(register, text).trace()


class _Tracer:
    def __init__(self, register: Register, text: Text) -> None:
        self._register = register
        self._text = text
        self._faults: list[tuple[Card, Flag]] = []
        self._entries: dict[Passage, dict[Where, None]] = {p: {} for p in self._text.passages}
        self._without_facts: set[Passage] = set()
        self._quotes = 0

    def trace(self) -> Trace:
        self._check_digest()
        for section in self._text.missing_headings:
            message = f"the heading of section `{section}` is not in the text, or not in this order"
            self._fault("heading-not-found", ("statement", "sections", section), message)
        for cite in self._register.all(Cite):
            self._follow(cite)
        passages = tuple(
            Cited(passage, tuple(entries), passage in self._without_facts)
            for passage, entries in self._entries.items()
        )
        done = Trace(self._text, passages, tuple(self._faults), self._quotes)
        self._report_uncited(done)
        return done.replace(faults=tuple(self._faults))

    def _check_digest(self) -> None:
        recorded = self._register.statement.sha256
        where = ("statement", "sha256")
        if recorded is None:
            message = f"no digest of the text is recorded; it is {self._text.digest}"
            self._fault("statement-not-recorded", where, message)
        elif recorded != self._text.digest:
            message = (
                f"the text is not the one that was recorded; its digest is {self._text.digest}"
            )
            self._fault("statement-changed", where, message)

    def _follow(self, cite: Cite) -> None:
        where = (*cite.where, "section")
        if cite.section != PREAMBLE and not self._text.has_section(cite.section):
            self._fault("section-unknown", where, f"the text has no section `{cite.section}`")
            return
        for number, quote in enumerate(cite.quote):
            self._quotes += 1
            self._find(cite, quote, (*cite.where, "quote", number))
        if not cite.quote:
            self._cover_whole_section(cite)

    def _find(self, cite: Cite, quote: str, where: Where) -> None:
        matches = self._text.find(quote, cite.section)
        for match in matches[:1]:
            for passage in self._text.passages_of(match):
                self._cover(passage, cite)
        if len(matches) > 1:
            lines = ", ".join(str(self._text.passage_at(match.start).line) for match in matches)
            message = f"the quote stands more than once in `{cite.section}` (lines {lines})"
            self._fault("quote-ambiguous", where, message)
        elif not matches:
            self._fault("quote-not-found", where, self._not_found(cite, quote))

    def _not_found(self, cite: Cite, quote: str) -> str:
        elsewhere = self._text.find(quote)
        if not elsewhere:
            return "the quote is not in the text"
        section = self._text.passage_at(elsewhere[0].start).section
        return f"the quote stands in section `{section}`, not in `{cite.section}`"

    def _cover_whole_section(self, cite: Cite) -> None:
        # A section that is cited without a quote is accounted for only if it is one passage long.
        own = [p for p in self._text.section(cite.section) if not p.is_heading]
        if len(own) == 1:
            self._cover(own[0], cite)

    def _cover(self, passage: Passage, cite: Cite) -> None:
        if isinstance(cite.parent, Statement) and _ABSENCE in cite.where:
            self._without_facts.add(passage)
        elif cite.parent is not None:
            self._entries[passage][cite.parent.where] = None

    def _report_uncited(self, done: Trace) -> None:
        lines = [str(passage.line) for passage in done.uncited]
        if lines:
            shown = ", ".join(lines[:_MOST_LINES]) + (", ..." if len(lines) > _MOST_LINES else "")
            counted = f"{len(lines)} of {len(done.passages)} passages are"
            counted = counted if len(lines) > 1 else f"1 of {len(done.passages)} passages is"
            message = f"{counted} cited by nothing (text line {shown})"
            self._fault("passage-uncited", ("statement",), message)

    def _fault(self, name: str, where: Where, message: str) -> None:
        self._faults.append((form.TRACES[name], Flag(where, message)))
