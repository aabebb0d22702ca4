"""The trace as JSON, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from privlint.reporters.encoding import encoded
from privlint.where import pointer

if TYPE_CHECKING:
    from privlint.reporters.layout import Layout
    from privlint.reporters.traced import Traced
    from privlint.tracing import Cited

FORMAT = 1
"""The version of this format."""


def render(traced: Traced, _: Layout) -> str:
    """Return the trace as one JSON object; entries are JSON Pointers into the register."""
    content = {
        "version": FORMAT,
        "register": traced.path,
        "sha256": traced.trace.text.digest,
        "summary": traced.counts(),
        "passages": [_passage(cited, traced) for cited in traced.trace.passages],
        "faults": [
            {"code": card.code, "name": card.name, "pointer": pointer(flag.where)}
            | {"message": flag.message}
            for card, flag in traced.trace.faults
        ],
    }
    return encoded(content)


def _passage(cited: Cited, traced: Traced) -> dict[str, Any]:
    return {
        "section": cited.passage.section,
        "line": cited.passage.line,
        "text": traced.trace.text.excerpt(cited.passage),
        "is_heading": cited.passage.is_heading,
        "is_without_facts": cited.is_without_facts,
        "is_accounted_for": cited.is_accounted_for,
        "entries": [pointer(entry) for entry in cited.entries],
    }
