"""What the formats of a trace are made from: a register as read, and its trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.record import Record

if TYPE_CHECKING:
    from privlint.source.document import Document
    from privlint.tracing import Trace


class Traced(Record):
    """A register beside the text of its statement."""

    path: str
    document: Document
    trace: Trace

    def counts(self) -> dict[str, int]:
        """Count the passages by what becomes of them, and the quotes."""
        passages = self.trace.passages
        headings = sum(cited.passage.is_heading for cited in passages)
        without = sum(cited.is_without_facts and not cited.entries for cited in passages)
        uncited = len(self.trace.uncited)
        return {
            "passages": len(passages) - headings,
            "headings": headings,
            "cited": len(passages) - headings - without - uncited,
            "without_facts": without,
            "uncited": uncited,
            "quotes": self.trace.quotes,
            "faults": len(self.trace.faults),
        }

    def summary(self) -> str:
        """Say how much of the text is accounted for."""
        counts = self.counts()
        accounted = counts["cited"] + counts["without_facts"]
        share = accounted / counts["passages"] if counts["passages"] else 1
        # Rounded down: 100% is all of them, and nothing less.
        return (
            f"{accounted} of {counts['passages']} passages are accounted for "
            f"({int(share * 100)}%): {counts['cited']} are cited, {counts['without_facts']} state "
            f"nothing about processing, {counts['uncited']} are cited by nothing. "
            f"{counts['quotes']} quotes were looked for; {counts['faults']} faults were found."
        )
