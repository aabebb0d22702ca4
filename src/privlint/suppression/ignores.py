"""What an ignore is, wherever it is written: which rules, why, whose, until when, and how far."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from privlint.finding import Suppression
from privlint.record import Record

if TYPE_CHECKING:
    from privlint.finding import Finding
    from privlint.source.document import Span
    from privlint.where import Where

PLACEHOLDER = "say why"
"""What an editor writes where the reason belongs: until it is replaced there is none."""
COMMENT, CONFIGURATION, BASELINE = "comment", "configuration", "baseline"


class Named(Record):
    """A rule as an ignore names it, by code or name, and where."""

    text: str
    span: Span


class Ignore(Record):
    """What is not to be counted, and who answers for it."""

    kind: str
    """`COMMENT`, `CONFIGURATION` or `BASELINE`."""
    path: str
    """The file in which it is written, as findings call it."""
    span: Span
    rules: tuple[Named, ...]
    reason: str
    owner: str | None = None
    until: date | None = None
    """The last day on which it counts."""
    lines: frozenset[int] = frozenset()
    """A comment at the end of a line: the lines of what it covers."""
    above: Where | None = None
    """A comment on a line of its own: what it covers, with all below; the root is the file."""
    files: tuple[str, ...] = ()
    """In the configuration: the files it covers, as patterns of gitignore; empty: all of them."""

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding of a covered file lies within it, by whatever rule."""
        if self.kind != COMMENT:
            return True
        if self.above is None:
            return finding.span.start_line in self.lines
        return finding.where[: len(self.above)] == self.above

    def is_expired(self, day: date) -> bool:
        """Tell whether it no longer counts on a day."""
        return self.until is not None and self.until < day

    def suppression(self) -> Suppression:
        """Return it as the justification of a finding."""
        return Suppression(self.kind, self.reason, self.owner, self.until, self.path, self.span)


class Use(Record):
    """What came of one rule of an ignore in one file."""

    ignore: Ignore
    rule: Named
    code: str
    """The code of the rule, where the ignore silences it; else empty."""
    findings: int
    """How many it answers for."""
    could: bool
    """False: the rule asked nothing of the file, so that nobody knows whether it is needed."""
    state: str
    """Whether the ignore counts, as `Standing` has it."""

    @property
    def is_idle(self) -> bool:
        """Whether it silences nothing, although its rule was asked."""
        return bool(self.code) and self.could and not self.findings
