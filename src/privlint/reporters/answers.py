"""Who answers for a finding that does not count, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from privlint.escaping import printable

if TYPE_CHECKING:
    from privlint.finding import Suppression

BASELINE = "baseline"
"""The kind of what was found once and accepted; the other kinds are ignores."""
_KINDS = {"comment": "ignored in", "configuration": "ignored in", BASELINE: "accepted in"}


def answer(suppression: Suppression) -> str:
    """Say why a finding does not count, by whom, until when, and where that is written."""
    said = [suppression.owner] if suppression.owner else []
    if suppression.until is not None:
        said.append(f"until {suppression.until.isoformat()}")
    if suppression.path:
        line = f":{suppression.span.start_line}" if suppression.span is not None else ""
        said.append(f"{_KINDS[suppression.kind]} {suppression.path}{line}")
    else:
        said.append(f"by the {suppression.kind}")
    reason = suppression.reason or "no reason is given"
    return printable(f"{reason} ({', '.join(said)})")
