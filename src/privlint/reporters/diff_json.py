"""A comparison as JSON, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from privlint.reporters.compared import counts
from privlint.where import pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from privlint.difference import Change
    from privlint.reporters.compared import Compared
    from privlint.reporters.layout import Layout

FORMAT = 1
"""The version of this format."""


def render(compared: Sequence[Compared], _: Layout) -> str:
    """Return the comparison as one JSON object."""
    content = {
        "version": FORMAT,
        "summary": counts(compared),
        "registers": [
            {
                "old": one.old and one.old.path,
                "new": one.new and one.new.path,
                "changes": [_change(change, one) for change in one.changes],
            }
            for one in compared
        ],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _change(change: Change, one: Compared) -> dict[str, Any]:
    path, line, column = one.place(change)
    return {
        "what": change.what,
        "how": change.how,
        "message": change.message,
        "tell": change.notice.tell,
        "why": change.notice.why,
        "law": list(change.notice.law),
        "confidence": change.notice.confidence,
        "path": path,
        "line": line,
        "column": column,
        "old": None if change.old is None else pointer(change.old),
        "new": None if change.new is None else pointer(change.new),
    }
